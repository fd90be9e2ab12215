import { expect, test } from 'vitest'
import { bothWaysAgree } from './two-ways.ts'

test('4,000 exports of every dialect are landed the fast way as they are the careful way', async () => {
  const seen = await bothWaysAgree(4_000)
  console.log(`4,000 exports: ${JSON.stringify(seen)}`)
  expect(seen.fast + seen.careful + seen.refused).toBeGreaterThan(4_000)
})
