import { expect, test } from 'vitest'
import { folder } from '../support/installation.ts'
import { leftOf } from './growth.ts'

test('what a million tickets publish stays small, and their pages open as fast as those of ten thousand', async () => {
  const few = await leftOf(await folder(), 10_000, true)
  const some = await leftOf(await folder(), 100_000, true)
  const many = await leftOf(await folder(), 1_000_000, true)
  const views = [...many.views].map(
    ([path, bytes]) => [path, bytes / (few.views.get(path) ?? bytes)] as const,
  )
  const most = Math.max(...many.views.values())
  console.log(
    [
      `sites ${[few, some, many].map(({ sites }) => (sites / 1e6).toFixed(1)).join(', ')} MB over 10,000, 100,000 and 1,000,000 tickets`,
      `heaviest first view ${(most / 1024).toFixed(1)} KB`,
      ...views.map(([path, ratio]) => `${path} ${ratio.toFixed(3)}`),
    ].join('\n'),
  )
  expect(many.sites).toBeLessThan(40e6)
  expect(many.sites / some.sites).toBeLessThan(4)
  expect(most).toBeLessThan(100 * 1024)
  expect(views.filter(([, ratio]) => ratio > 1.1)).toEqual([])
})
