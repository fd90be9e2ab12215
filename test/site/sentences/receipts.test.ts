import { expect, test } from 'vitest'
import { named } from '../../../site/sentences/receipts.ts'

test.each([
  [['Notes'], 'Notes'],
  [['Notes', 'Room'], 'Notes, Room'],
  [Array.from({ length: 8 }, (_, index) => `c${index}`), 'c0, c1, c2, c3, c4, c5, c6, c7'],
  [Array.from({ length: 11 }, (_, index) => `c${index}`), 'c0, c1, c2, c3, c4, c5, c6, c7 and 3 more'],
])('%j are named as %s', (names, words) => {
  expect(named(names)).toBe(words)
})
