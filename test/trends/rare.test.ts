import { expect, test } from 'vitest'
import { readRare } from '../../etl/trends/rare.ts'
import { chartOfShares } from '../../etl/trends/share-chart.ts'

const months = (count: number, kept: number, items: number) =>
  Array.from({ length: count }, () => ({ kept, items }))

test.each<[string, Parameters<typeof readRare>[0], Parameters<typeof readRare>[1], string, boolean]>([
  ['as many missed as ever', [...months(23, 39, 40), { kept: 39, items: 40 }], 'high', 'usual', false],
  ['one more missed', [...months(23, 39, 40), { kept: 38, items: 40 }], 'high', 'usual', false],
  ['many more missed', [...months(23, 39, 40), { kept: 32, items: 40 }], 'high', 'concerning', true],
  ['many more, where less is better', [...months(23, 1, 40), { kept: 8, items: 40 }], 'low', 'concerning', true],
  ['many more, where more is better', [...months(23, 1, 40), { kept: 8, items: 40 }], 'high', 'improving', false],
  ['many more, where neither is', [...months(23, 1, 40), { kept: 8, items: 40 }], 'neutral', 'changed_up', false],
  ['many more of as many more items', [...months(23, 39, 40), { kept: 312, items: 320 }], 'high', 'usual', false],
  ['a promise that was seldom kept, and now is', [...months(23, 1, 40), { kept: 12, items: 40 }], 'high', 'improving', false],
  ['a promise never broken before', [...months(23, 40, 40), { kept: 36, items: 40 }], 'high', 'concerning', true],
])('of a rare outcome, %s', (_, periods, good, variation, isSlipped) => {
  const found = readRare(periods, good)
  expect([found?.variation, found?.isSlipped]).toEqual([variation, isSlipped])
}) // biome-ignore format: a table

test.each<[string, Parameters<typeof readRare>[0], boolean]>([
  ['fewer than 13 periods', months(12, 39, 40), false],
  ['13 periods', months(13, 39, 40), true],
  ['three missed a period', months(13, 37, 40), false],
  ['three kept a period', months(13, 3, 40), false],
  ['nothing at all', months(13, 0, 0), false],
])('%s: there is a comparison (%s)', (_, periods, isThere) => {
  expect(readRare(periods, 'high') !== null).toBe(isThere)
})

const first = Temporal.PlainDate.from('2024-01-01')
const periods = (values: readonly (number | null)[], n: number) =>
  values.map((value, place) => ({
    from: `${first.add({ months: place })}`,
    to: `${first.add({ months: place + 1 }).subtract({ days: 1 })}`,
    value,
    n,
    is_complete: place < values.length - 1,
  }))
const reading = { good: 'high', aim: null, rebasedAt: [] } as const
const seldomMissed = Array.from({ length: 20 }, () => 0.975)

test('what runs still, and a period without items, count for nothing in a comparison', () => {
  const plain = chartOfShares(periods([...seldomMissed, 0.8, 0], 40), reading)
  const gaps = chartOfShares(periods([...seldomMissed, null, 0.8, 0.5], 40), reading)
  expect([plain.isSlipped, plain.rare?.later]).toEqual([true, { count: 8, exposure: 40 }])
  expect(gaps.rare).toEqual(plain.rare)
})

test('a comparison is with what came since limits were drawn anew', () => {
  const values = [...Array.from({ length: 20 }, () => 0.5), ...seldomMissed, 0.8, 0.8]
  const rebasedAt = [{ day: '2025-09-01', reason: 'A second reader' }]
  expect(chartOfShares(periods(values, 40), { ...reading, rebasedAt }).rare?.earlier).toEqual({
    count: 20,
    exposure: 800,
  })
  expect(chartOfShares(periods(values, 40), reading).rare).toBeNull()
})

test('rates per hundred are counted out of a hundred', () => {
  const { rare } = chartOfShares(
    periods(
      [...seldomMissed, 0.8, 0.8].map((value) => value * 100),
      40,
    ),
    reading,
    100,
  )
  expect(rare?.later).toEqual({ count: 8, exposure: 40 })
})
