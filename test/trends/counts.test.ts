import { describe, expect, test } from 'vitest'
import { type CountedPeriod, readCounts } from '../../etl/trends/counts.ts'

const months = (counts: readonly number[]): CountedPeriod[] =>
  counts.map((count) => ({ count, is_complete: true }))
const half = 0.5

describe('counts go', () => {
  test.each<[string, CountedPeriod[], 'chart' | 'comparison', number | null]>([
    ['on a chart from a mean of 3 on', months([3, 2, 4]), 'chart', 3],
    ['into a comparison below it', months([3, 2, 3]), 'comparison', 8 / 3],
    ['on a chart where the latest lifts the mean', months([1, 1, 7]), 'chart', 3],
    ['by the complete ones alone', [...months([1, 2]), { count: 30, is_complete: false }], 'comparison', 1.5],
    ['nowhere without any', [], 'comparison', null],
  ])('%s', (_, periods, method, mean) => {
    expect(readCounts(periods)).toMatchObject({ method, mean })
  })
})

describe('the latest count', () => {
  test.each<[string, CountedPeriod[], number, number | null, number | null]>([
    ['one of two, which may as well be the other', months([0, 1]), 1, half, 1],
    ['three after none in three', months([0, 0, 0, 3]), 1, 0.25 ** 3, 1],
    ['none after three in three', months([1, 1, 1, 0]), 1, 1, 0.75 ** 3],
    ['two after one, by chance', months([1, 2]), 1, half, 1 - half ** 3],
    ['the latest two after two', months([0, 0, 1, 2]), 2, half ** 3, 1],
    ['nothing at all', months([0, 0, 0]), 1, 1, 1],
    ['nothing to compare with', months([1]), 1, null, null],
    ['too short a past', months([1, 1]), 2, null, null],
    ['enough for a chart', months([4, 4, 9]), 1, null, null],
  ])('%s', (_, periods, size, higher, lower) => {
    const found = readCounts(periods, size)
    if (higher === null) expect(found).toMatchObject({ higher, lower })
    else
      expect([found.higher, found.lower]).toEqual([
        expect.closeTo(higher, 12),
        expect.closeTo(lower ?? 0, 12),
      ])
  })

  test('is held against what it is out of', () => {
    const out = (exposure: number) => [
      { count: 2, exposure: 100, is_complete: true },
      { count: 3, exposure, is_complete: true },
    ]
    expect(readCounts(out(300)).higher).toBeGreaterThan(0.8)
    expect(readCounts(out(10)).higher).toBeLessThan(0.01)
    expect(readCounts(out(0)).higher).toBeNull()
    expect(readCounts(out(300))).toMatchObject({
      earlier: { count: 2, exposure: 100 },
      later: { count: 3, exposure: 300 },
    })
  })

  test.each([0, -1, 1.5, Number.NaN])('of %f periods is no question', (size) => {
    expect(() => readCounts(months([1, 1]), size)).toThrow(RangeError)
  })
})
