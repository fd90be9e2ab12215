import { test } from 'vitest'
import { holdInAnyOrder } from './any-order.ts'
test('more', () => holdInAnyOrder({ days: 9, nights: 3, months: 7 }), 300_000)
