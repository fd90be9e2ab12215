import { describe, expect, test } from 'vitest'
import { monthsIn, wholeMonthsWords } from '../../../site/filter/whole-months.ts'

const known = {
  first: { week: '2024-09-30', month: '2024-10-01' },
  recent: { from: '2025-11-21', to: '2026-11-20' },
}

describe('the months that begin in a stretch', () => {
  test.each([
    ['whole months', '2025-08-01', '2026-07-31', [10, 21]],
    ['a year that begins and ends within a month', '2025-09-22', '2026-09-20', [12, 23]],
    ['a stretch that ends on the first of a month', '2025-10-02', '2026-01-01', [13, 15]],
    ['a stretch from before anything was known', '2023-09-25', '2024-11-30', [0, 1]],
  ] as const)('%s', (_, from, to, places) => {
    expect(monthsIn(known, { from, to })).toEqual(places)
  })
})

describe('which months those are', () => {
  test.each([
    [
      'is said where they are not quite the stretch',
      '2025-09-22',
      '2026-09-20',
      'By whole months: tickets raised from 1 Oct 2025 to 30 Sept 2026.',
    ],
    ['goes without saying where they are', '2025-08-01', '2026-07-31', null],
    ['is not said of a stretch that has not ended', '2025-11-21', '2026-11-20', null],
    ['is not said where no month begins in it', '2026-01-02', '2026-01-31', null],
  ])('%s', (_, from, to, words) => {
    expect(wholeMonthsWords(known, { from, to }, 'ticket')?.replaceAll('\u00a0', ' ') ?? null).toBe(words)
  })
})
