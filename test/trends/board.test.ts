import { describe, expect, test } from 'vitest'
import { boardRows } from '../bench/trends/board.ts'
import { rateOf, singleChartRows } from '../bench/trends/single-chart.ts'

const singles = singleChartRows(20_000, [24])

test.each([
  [0, 10, 0, 0.2775328],
  [5, 10, 0.2365931, 0.7634069],
  [81, 263, 0.2552885, 0.3662096],
])('%i of %i is known to lie between %f and %f', (times, of, low, high) => {
  const found = rateOf(times, of)
  expect([found.low, found.high]).toEqual([expect.closeTo(low, 6), expect.closeTo(high, 6)])
})

// in %, of millions of charts by a plain recomputation; 13 of them make 20, 11 and 5 % of a board
test.each([
  ['any rule, on either side', 1.72],
  ['any rule, on the bad side', 0.86],
  ['slipped', 0.41],
  ['beyond_limit, on either side', 0.44],
  ['shift, on either side', 0.78],
  ['trend, on either side', 0.28],
  ['two_of_three, on either side', 0.28],
])('a chart in which nothing happens says "%s" of its 24th point in about %f %', (said, expected) => {
  const found = singles.find((row) => row.said === said)?.rate.share ?? 0
  expect(found * 100).toBeGreaterThan(0.7 * expected)
  expect(found * 100).toBeLessThan(1.3 * expected)
})

describe.each(boardRows(1_500, (board) => board === 'normal'))(
  'of boards of 13 charts with $points points in which nothing happens',
  ({ slipped, bad, either }) => {
    test('about 5 % say that something has slipped', () => {
      expect(slipped.share).toBeGreaterThan(0.04)
      expect(slipped.share).toBeLessThan(0.07)
    })

    test('11 % would by any rule on the bad side, and a fifth by any rule at all', () => {
      expect(bad.share).toBeGreaterThan(0.09)
      expect(bad.share).toBeLessThan(0.13)
      expect(either.share).toBeGreaterThan(0.17)
      expect(either.share).toBeLessThan(0.23)
    })
  },
)
