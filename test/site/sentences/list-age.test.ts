import { expect, test } from 'vitest'
import { ago, beforePublished, fellDueSince, listsAsKnown } from '../../../site/sentences/list-age.ts'
import { plain } from '../plain.ts'

test('how old the lists are', () => {
  expect(plain(listsAsKnown('2026-11-20T17:00:00.000Z', 'Europe/London'))).toBe(
    'These lists are as known on Fri 20 Nov 2026, 17:00,',
  )
  expect(plain(ago(8 * 86_400_000))).toBe('8 days ago')
  expect(plain(beforePublished(38 * 3_600_000))).toBe('1½ days before they were published')
})

test.each([
  [1, /^One of these fell due after the last export\./],
  [12, /^12 of these fell due/],
])('of how many the time has passed: %i', (items, words) => expect(fellDueSince(items)).toMatch(words))
