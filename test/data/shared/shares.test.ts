import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encode } from '../../../data/shared/cells-code.ts'
import { mergeShares, type ShareCell, shareCells, shareOf } from '../../../data/shared/shares.ts'

const counts = { hits: fc.nat(999), weight: fc.nat(999), squared_weight: fc.nat(999) }
const cellOf = (is_weighted: boolean): fc.Arbitrary<ShareCell> =>
  fc.record({
    ...{ is_weighted: fc.constant(is_weighted), n: fc.nat(9), unknown: fc.nat(9), unsettled: fc.nat(9) },
    ...counts,
  })
const counted = (n: number, hits: number, unknown = 0): ShareCell => ({
  ...{ is_weighted: false, n, hits, weight: n, squared_weight: n, unknown, unsettled: 0 },
})
const weighted = (n: number, hits: number, weight: number, squared_weight: number): ShareCell => ({
  ...{ is_weighted: true, n, hits, weight, squared_weight, unknown: 0, unsettled: 0 },
})

describe('merging', () => {
  test.each([false, true])('in whatever parts, shares merge to the whole; weighted: %s', (is_weighted) => {
    fc.assert(
      fc.property(fc.array(cellOf(is_weighted)), fc.nat(20), (cells, cut) => {
        const parts = [cells.slice(0, cut), cells.slice(cut)].map(mergeShares)
        expect(mergeShares(parts)).toEqual(mergeShares(cells))
      }),
      { seed: 4 },
    )
  })

  test('counts are added up, and have an interval', () => {
    const merged = mergeShares([counted(4, 3), counted(6, 3, 1)])
    expect(merged).toMatchObject({ n: 10, hits: 6, weight: 10, unknown: 1 })
    expect(shareOf(merged)).toEqual({ ...shareOf(counted(10, 6, 1)), is_n_at_least: false })
  })

  test('weights of several periods have a share of all, the items of the most, and no interval', () => {
    const merged = shareOf(mergeShares([weighted(4, 10, 40, 400), weighted(3, 30, 40, 600)]))
    expect(merged).toEqual({ value: 0.5, n: 4, is_n_at_least: true, low: null, high: null })
  })

  test('periods without an item take no interval away', () => {
    const empty = weighted(0, 0, 0, 0)
    const one = weighted(4, 10, 40, 400)
    expect(shareOf(mergeShares([empty, one, empty]))).toEqual(shareOf(one))
  })
})

describe('a share', () => {
  test('that is not weighted is of its number', () => {
    const [first, second] = shareCells({ from: 3, n: encode([4, 0]), hits: encode([3, 0]) })
    expect(first).toEqual(counted(4, 3))
    expect(second && shareOf(second)).toMatchObject({ value: null, n: 0, low: null, high: null })
  })

  test('that is weighted is of its weights, and its interval of the items that they are worth', () => {
    const [cell] = shareCells({
      ...{ from: 0, n: encode([10]), hits: encode([30_000]), weight: encode([60_000]) },
      squared_weight: encode([900]),
    })
    expect(cell).toEqual(weighted(10, 30, 60, 900))
    const { value, low, high } = shareOf(weighted(10, 30, 60, 900))
    // Wilson's interval of 2 of 4
    expect(value).toBe(0.5)
    expect(low).toBeCloseTo(0.150039, 5)
    expect(high).toBeCloseTo(0.849961, 5)
  })

  test('is worth no more items than there are', () => {
    expect(shareOf(weighted(4, 30, 60, 90))).toEqual(shareOf(weighted(4, 30, 60, 900)))
  })

  test('of which some are unknown may be either', () => {
    const { value, low, high } = shareOf(counted(9, 6, 1))
    expect(value).toBeCloseTo(6 / 9, 12)
    expect(low).toBe(shareOf(counted(10, 6)).low)
    expect(high).toBe(shareOf(counted(10, 7)).high)
  })

  test('of which more than a tenth are unknown has no value', () => {
    expect(shareOf(counted(8, 6, 1))).toMatchObject({ value: null, n: 8 })
    expect(shareOf(counted(0, 0, 3))).toMatchObject({ value: null, low: 0, high: 1 })
  })
})
