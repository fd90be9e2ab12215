import { expect, test } from 'vitest'
import { limitedWords, printedWords } from '../../../site/sentences/limited.ts'

test.each([
  [14, ['lacking an owner'], '14 of 42 open escalations shown: lacking an owner.'],
  [1, ['lacking an owner', 'of Network Services'], '1 of 42 open escalations shown: lacking an owner, of Network Services.'],
  [0, ['with no owner shown'], 'None of the 42 open escalations fits: with no owner shown. Clear a filter to see more.'],
])('%i rows of a list limited by %j', (shown, limits, words) => {
  expect(limitedWords(shown, 42, 'open escalations', limits)).toBe(words)
}) // biome-ignore format: a table

test('its print says at its head what it is limited to', () => {
  expect(printedWords(3, 1_042, 'open escalations', ['of Network Services', 'lacking an owner'])).toBe(
    'Limited to open escalations of Network Services, lacking an owner: 3 of 1,042. The numbers below are of the whole list.',
  )
})
