import { test } from 'vitest'
import { holdInAnyOrder } from './any-order.ts'

test('a month of exports gives the same facts, byte by byte, in any split and any order of arrival', () =>
  holdInAnyOrder({ days: 28, nights: 4, months: 20 }))
