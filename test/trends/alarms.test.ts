import { describe, expect, test } from 'vitest'
import { type NullRow, nullRows } from '../bench/trends/null-worlds.ts'
import { type PowerRow, powerRows } from '../bench/trends/power.ts'
import { rateOfNights } from '../bench/trends/watch.ts'

const watch = 'every night, rising first'
const isNightly = (_: string, { name }: { name: string }): boolean => name === watch

describe('in worlds in which nothing happens', () => {
  const rows = nullRows(20, isNightly)
  const shareOf = (world: string, nights: string): number =>
    rows.find((row: NullRow) => row.world === world && row.nights === nights)?.rate.share ?? Number.NaN

  test.each([
    ['a season common to all', 'all', 0.001, 0.05],
    ['ten times as many tickets', 'all', 0.01, 0.06],
    ['a third with strong seasons of their own', 'last year known', 0.02, 0.15],
    ['a third with strong seasons of their own', 'last year not known', 0.5, 1],
  ])('%s: something is called on few nights (%s)', (world, nights, least, most) => {
    expect(shareOf(world, nights)).toBeGreaterThan(least)
    expect(shareOf(world, nights)).toBeLessThan(most)
  })
})

describe('a group that changes', () => {
  const rows = powerRows(60, (world, looked) => world === 'steady' && isNightly(world, looked))

  test.each([
    [6, 12, 0.7],
    [6, 15, 0.88],
    [1, 10, 0.95],
    [12, 6, 0.45],
  ])('from %i to %i a week is called in time', (from, to, least) => {
    const found = rows.filter(({ change }: PowerRow) => change.from === from && change.to === to)
    expect(found).toHaveLength(2)
    for (const { rate } of found) expect(rate.share).toBeGreaterThanOrEqual(least)
  })
})

test('nights of one world count for less, the more alike they are', () => {
  const reachOf = (times: readonly number[]): number => {
    const rate = rateOfNights(
      Array.from({ length: 100 }, (_, world) => ({ times: times[world % 2] ?? 0, of: 10 })),
    )
    return (rate.high - rate.low) / 2
  }
  const wilson = (nights: number): number => 1.96 * Math.sqrt(0.25 / (nights + 1.96 ** 2))
  expect(reachOf([4, 6])).toBeCloseTo(wilson(1000), 4)
  expect(reachOf([10, 0])).toBeCloseTo(wilson(100), 4)
})
