import { test } from 'vitest'
import { holdInAnyOrder } from './any-order.ts'

test(
  'exports of two weeks give the same facts, byte by byte, in any split and any order of arrival',
  () => holdInAnyOrder({ days: 14, nights: 2, months: 3 }),
  300_000,
)
