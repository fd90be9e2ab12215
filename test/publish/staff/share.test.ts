import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { baseOf, leastOf, roughCount } from '../../../etl/publish/staff/rounding.ts'
import { roughShareOf } from '../../../etl/publish/staff/share.ts'

describe('a count', () => {
  test.each([
    [0, 5, null],
    [4, 5, null],
    [5, 5, 5],
    [7, 5, 5],
    [8, 5, 10],
    [12, 5, 10],
    [13, 5, 15],
    [15, 10, 10],
    [16, 10, 20],
    [1, 4, null],
    [6, 4, 4],
    [7, 4, 8],
    [1, 1, 1],
    [237, 1, 237],
  ])('%i rounded to multiples of %i is told as %s', (count, base, told) => {
    expect(roughCount(count, base)).toBe(told)
  })

  test('the least that is rounded alike is rounded alike, and one less is not', () => {
    for (let base = 1; base <= 12; base++)
      for (let rounded = base; rounded < 30 * base; rounded += base) {
        expect(roughCount(leastOf(rounded, base), base)).toBe(rounded)
        expect(roughCount(leastOf(rounded, base) - 1, base)).not.toBe(rounded)
      }
  })

  test('every threshold is rounded to a multiple of it', () => {
    for (let threshold = 1; threshold <= 50; threshold++) expect(baseOf(threshold) % threshold).toBe(0)
  })
})

describe('a share', () => {
  test.each([
    ['too few', 22, 22, 5, null],
    ['all of few', 23, 23, 5, 'more_than 8'],
    ['four of few did not', 19, 23, 5, 'more_than 8'],
    ['five of few did not', 18, 23, 5, 'between 8'],
    ['a third of few', 14, 42, 5, 'between 4'],
    ['all of many', 400, 400, 5, 'more_than 9'],
    ['nearly all of many', 388, 400, 5, 'more_than 9'],
    ['nine in ten', 360, 400, 5, 'about 9'],
    ['half', 200, 400, 5, 'about 5'],
    ['nearly none of many', 12, 400, 5, 'fewer_than 1'],
    ['none of many', 0, 400, 5, 'fewer_than 1'],
    ['none of few', 0, 23, 5, 'fewer_than 2'],
    ['nothing is suppressed', 3, 5, 1, 'between 6'],
    ['four, and nothing is suppressed', 3, 4, 1, null],
    ['time, with less than the threshold over', 395.5, 400, 5, 'more_than 9'],
  ])('%s', (_, hits, n, base, told) => {
    const rough = roughShareOf({ hits, n }, base)
    expect(rough === null ? null : `${rough.is} ${rough.tenths}`).toBe(told)
  })

  const parts = fc
    .tuple(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 0, max: 2000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.boolean(),
    )
    .map(([base, n, share, isTime]) => ({
      base,
      part: { n, hits: isTime ? share * n : Math.round(share * n) },
    }))

  test('is true: within a step of what it is about, above or below what it bounds', () => {
    fc.assert(
      fc.property(parts, ({ base, part }) => {
        const rough = roughShareOf(part, base)
        if (rough === null) return
        const share = part.hits / part.n
        const told = rough.tenths / 10
        if (rough.is === 'more_than') expect(share).toBeGreaterThan(told)
        if (rough.is === 'fewer_than') expect(share).toBeLessThan(told)
        const step = part.n >= 10 * base ? 0.05 : 0.1
        if (rough.is === 'about' || rough.is === 'between')
          expect(Math.abs(share - told)).toBeLessThanOrEqual(step + 1e-9)
      }),
      { numRuns: 5000 },
    )
  })

  test('grows with what it is a share of', () => {
    const worth = (hits: number, n: number, base: number): number => {
      const rough = roughShareOf({ hits, n }, base)
      return rough === null
        ? 0
        : rough.tenths + { about: 0, between: 0, more_than: 0.5, fewer_than: -0.5 }[rough.is]
    }
    for (const [n, base] of [
      [25, 5],
      [60, 5],
      [400, 5],
      [40, 4],
      [300, 10],
    ] as const)
      for (let hits = 1; hits <= n; hits++)
        expect(worth(hits, n, base)).toBeGreaterThanOrEqual(worth(hits - 1, n, base))
  })
})
