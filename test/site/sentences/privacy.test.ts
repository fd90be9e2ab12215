import { expect, test } from 'vitest'
import { keptFor, nightsKept, ownersShown, smallNumbers } from '../../../site/sentences/privacy.ts'

test.each([
  [1, '1 day'],
  [90, '90 days'],
  [364, '364 days'],
  [365, '1 year'],
  [1095, '3 years'],
  [1460, '4 years'],
  [1500, '1,500 days'],
])('%d days are told as %s', (days, words) => {
  expect(keptFor(days)).toBe(words)
})

test.each([
  [1, 'the last 2 nights'],
  [2, 'the last 2 nights'],
  [1000, 'the last 1,000 nights'],
])('of %d releases are kept %s: the one before may be read still', (releases, words) => {
  expect(nightsKept(releases)).toBe(words)
})

test.each([
  [1, 'They are rounded.'],
  [5, 'They are rounded, and no number below 5 is shown.'],
])('with a threshold of %d it is said: %s', (threshold, words) => {
  expect(smallNumbers(threshold)).toBe(words)
})

test('only named owners are said to be named', () => {
  const named = (['hidden', 'coded', 'named'] as const).filter((owners) =>
    /by name/.test(ownersShown(owners)),
  )
  expect(named).toEqual(['named'])
})
