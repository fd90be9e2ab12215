import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { atLeast, atMost, compareRates, discoveries } from '../../etl/trends/rates.ts'

/** Every path of n trials, added up: slow, plain, and of no formula. */
function byPaths(n: number, share: number): number[] {
  let chances = [1]
  for (let trial = 0; trial < n; trial += 1)
    chances = Array.from(
      { length: trial + 2 },
      (_, k) => (chances[k] ?? 0) * (1 - share) + (chances[k - 1] ?? 0) * share,
    )
  return chances
}
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

describe('the tails of a binomial distribution', () => {
  test('are the sums of its chances', () => {
    fc.assert(
      fc.property(
        fc.nat(60),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.nat(60),
        (n, share, k) => {
          const chances = byPaths(n, share)
          expect(atLeast(k, n, share)).toBeCloseTo(sum(chances.slice(k)), 10)
          expect(atMost(k, n, share)).toBeCloseTo(sum(chances.slice(0, k + 1)), 10)
        },
      ),
      { seed: 1, numRuns: 500 },
    )
  })

  test('are exact far out, where a normal distribution says nothing', () => {
    expect(atLeast(48, 120, 0.25)).toBeCloseTo(sum(byPaths(120, 0.25).slice(48)), 12)
    expect(atLeast(400, 1000, 0.25) / sum(byPaths(1000, 0.25).slice(400))).toBeCloseTo(1, 8)
  })

  test.each([
    [0, 10, 0.2, 1, 0.8 ** 10],
    [11, 10, 0.2, 0, 1],
    [10, 10, 1, 1, 1],
    [3, 10, 0, 0, 1],
    [0, 0, 0.5, 1, 1],
  ])('at the ends: %i of %i by %f', (k, n, share, upper, lower) => {
    expect(atLeast(k, n, share)).toBeCloseTo(upper, 12)
    expect(atMost(k, n, share)).toBeCloseTo(lower, 12)
  })

  test('have no share but from 0 to 1', () => {
    expect(() => atLeast(1, 2, 1.5)).toThrow(RangeError)
    expect(() => atLeast(1, 2, Number.NaN)).toThrow(RangeError)
  })
})

describe('two rates', () => {
  test('are compared by what was at stake in each window, not by counts alone', () => {
    const higher = (count: number, exposure: number) =>
      compareRates({ count: 20, exposure: 1000 }, { count, exposure })?.higher ?? NaN
    expect(higher(20, 1000)).toBeGreaterThan(0.5)
    expect(higher(20, 333)).toBeLessThan(0.001)
    expect(higher(20, 3000)).toBeGreaterThan(0.999)
  })

  test('are not compared where there was nothing to compare with', () => {
    expect(compareRates({ count: 0, exposure: 0 }, { count: 3, exposure: 10 })).toBeNull()
    expect(compareRates({ count: 3, exposure: 10 }, { count: 0, exposure: 0 })).toBeNull()
  })
})

describe('of many tests', () => {
  test('those are called that Benjamini and Hochberg called in 1995', () => {
    const published = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
      0.759, 1,
    ]
    expect(discoveries(published, 0.05).filter(Boolean)).toHaveLength(4)
  })

  test('all are in their order, ties alike, and none of none', () => {
    expect(discoveries([0.9, 0.001, 0.9, 0.001], 0.05)).toEqual([false, true, false, true])
    expect(discoveries([], 0.05)).toEqual([])
    expect(discoveries([0.04, 0.049], 0.05)).toEqual([true, true])
  })
})
