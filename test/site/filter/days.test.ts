import { describe, expect, test } from 'vitest'
import { periodsFrom, placeFrom } from '../../../site/filter/days.ts'

test('months have their own lengths, also in a leap year and over new year', () => {
  expect(periodsFrom('month', '2023-09-01', 3, 3)).toEqual([
    { from: '2023-12-01', to: '2023-12-31' },
    { from: '2024-01-01', to: '2024-01-31' },
    { from: '2024-02-01', to: '2024-02-29' },
  ])
})

test('weeks have seven days, also when the clocks change', () => {
  expect(periodsFrom('week', '2026-03-16', 1, 2)).toEqual([
    { from: '2026-03-23', to: '2026-03-29' },
    { from: '2026-03-30', to: '2026-04-05' },
  ])
})

describe('the first period that begins on a day or later', () => {
  test.each([
    ['week', '2026-03-16', '2026-03-16', 0],
    ['week', '2026-03-16', '2026-03-17', 1],
    ['week', '2026-03-16', '2026-03-23', 1],
    ['month', '2023-09-01', '2023-09-01', 0],
    ['month', '2023-09-01', '2025-11-21', 27],
    ['month', '2023-09-01', '2024-01-01', 4],
  ] as const)('%ss from %s: %s is place %i', (period, first, day, place) => {
    expect(placeFrom(period, first, day)).toBe(place)
  })
})
