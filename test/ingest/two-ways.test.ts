import { expect, test } from 'vitest'
import { bothWaysAgree } from './two-ways.ts'

test('any export is landed the fast way as it is the careful way, and as a plain reading has it', async () => {
  const { fast, careful } = await bothWaysAgree(120)
  expect(careful).toBeGreaterThanOrEqual(fast)
}, 600_000)
