import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { binEdges, binOf, binRatio, minutesOf } from '../../../data/shared/bins.ts'
import { addBins, decode, encode, encodeBins } from '../../../data/shared/cells-code.ts'

describe('bins', () => {
  test('a duration lies in its bin, and the middle is at most 4.9 % off', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 5e8, noNaN: true }), (minutes) => {
        const bin = binOf(minutes)
        expect(binEdges[bin]).toBeLessThanOrEqual(minutes)
        expect(binEdges[bin + 1]).toBeGreaterThan(minutes)
        expect(Math.abs(minutesOf(bin) / minutes - 1)).toBeLessThan(0.0489)
      }),
      { seed: 1, numRuns: 2000 },
    )
  })

  const cases: [number, number][] = [
    [-3, 0],
    [0, 0],
    [1e-9, 1],
    [0.999, 1],
    [1, 2],
    [1.0999, 2],
    [binRatio, 3],
    [binRatio * binRatio, 4],
    [1e300, binEdges.length - 1],
  ]
  test.each(cases)('%d minutes lie in bin %d', (minutes, bin) => {
    expect(binOf(minutes)).toBe(bin)
  })
})

describe('the text of numbers', () => {
  test('reads back as it was written', () => {
    fc.assert(
      fc.property(fc.array(fc.maxSafeNat()), (numbers) => {
        expect(decode(encode(numbers))).toEqual(numbers)
      }),
      { seed: 2 },
    )
  })

  test('counts by bin read back, and add up', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 50 }), { maxLength: 200 }), (counts) => {
        const twice: number[] = []
        addBins(encodeBins(counts), twice)
        addBins(encodeBins(counts), twice)
        const last = counts.findLastIndex((count) => count > 0)
        expect(twice).toEqual(counts.slice(0, last + 1).map((count) => 2 * count))
      }),
      { seed: 3 },
    )
  })

  test.each(['!', 'A b', 'é', 'g'])('%s is no text of numbers', (text) => {
    expect(() => decode(text)).toThrow(RangeError)
  })

  test.each([-1, 0.5, NaN, 2 ** 53])('%d cannot be written', (number) => {
    expect(() => encode([number])).toThrow(RangeError)
  })
})
