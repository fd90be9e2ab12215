import { test } from 'vitest'
import { holdInAnyOrder } from './any-order.ts'

test(
  'twelve days of exports give the same facts, byte by byte, in any split and any order of arrival',
  () => holdInAnyOrder({ days: 12, nights: 2, months: 2 }),
  300_000,
)
