import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { numbered, spread, wrapped } from '../../../site/charts/labels.ts'

describe('labels along a line', () => {
  test('stand at their places where these are far enough apart', () => {
    expect(
      spread(
        [
          { at: 80, height: 10 },
          { at: 20, height: 10 },
        ],
        0,
        100,
      ),
    ).toEqual([80, 20])
  })

  test('never lie over another nor leave the line, and keep their order', () => {
    const label = fc.record({ at: fc.double({ min: 0, max: 100, noNaN: true }), height: fc.constant(16) })
    fc.assert(
      fc.property(fc.array(label, { maxLength: 6 }), (labels) => {
        const middles = spread(labels, 0, 100)
        const sorted = [...middles].sort((a, b) => a - b)
        for (const [place, middle] of sorted.entries()) {
          expect(middle).toBeGreaterThanOrEqual(8 - 1e-6)
          expect(middle).toBeLessThanOrEqual(92 + 1e-6)
          if (place > 0) expect(middle - (sorted[place - 1] ?? 0)).toBeGreaterThanOrEqual(16 - 1e-6)
        }
        for (const [a, one] of labels.entries()) {
          for (const [b, other] of labels.entries()) {
            if (one.at < other.at) expect(middles[a]).toBeLessThan(middles[b] ?? 0)
          }
        }
      }),
    )
  })
})

describe('numbers of marks', () => {
  const widthOf = (words: string): number => words.length * 10

  test.each([
    [
      [10, 100],
      ['1', '2'],
    ],
    [
      [10, 15, 100],
      ['1, 2', '3'],
    ],
    [
      [10, 15, 20, 100],
      ['1–3', '4'],
    ],
    [
      [10, 100, 104],
      ['1', '2, 3'],
    ],
    [[], []],
  ])('at %j read %j', (xs, words) => {
    expect(numbered(xs, widthOf).map((label) => label.words)).toEqual(words)
  })

  test('that stand together stand in the middle of their marks', () => {
    expect(numbered([10, 14], widthOf)).toEqual([{ x: 12, words: '1, 2' }])
  })
})

test.each([
  ['same month a year before', 12, ['same month a', 'year before']],
  ['Collaboration', 5, ['Collaboration']],
  ['short', 12, ['short']],
])('"%s" in lines of %d', (words, most, lines) => {
  expect(wrapped(words, most)).toEqual(lines)
})
