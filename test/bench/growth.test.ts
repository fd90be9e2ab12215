import { expect, test } from 'vitest'
import { folder } from '../support/installation.ts'
import { leftOf } from './growth.ts'

test('ten times the tickets of the same years publish far less than ten times the bytes', async () => {
  const few = await leftOf(await folder(), 3_000, false)
  const many = await leftOf(await folder(), 30_000, false)
  // what is landed grows with what is exported: the sizes are what they are said to be
  expect(many.landed / few.landed).toBeGreaterThan(5)
  expect(many.release / few.release).toBeLessThan(4)
  expect(many.cells / few.cells).toBeLessThan(4)
})
