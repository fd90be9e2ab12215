import { expect, test } from 'vitest'
import { type Filling, nothingFilled } from '../../../site/intake/filling.ts'
import { longestPart } from '../../../site/intake/lengths.ts'
import { isTooLong, mailAddress } from '../../../site/intake/mailto.ts'
import { messageOf } from '../../../site/intake/message.ts'
import { answersOf } from './fillings.ts'

test.each<[string, Partial<Filling>, string | null]>([
  ['nothing', {}, null],
  ['what was tried', { tried: 'x'.repeat(20), impact_words: 'x'.repeat(19) }, 'what has been tried'],
  [
    'what counts more in an address',
    { tried: 'x'.repeat(20), impact_words: 'é'.repeat(10) },
    'what it is stopping you doing',
  ],
  ['half a character, which no address can hold', { contact: '\ud83d' }, 'how to reach you'],
])('the longest part is %s', (_, told, part) => {
  expect(longestPart({ ...nothingFilled, ...told })).toBe(part)
})

test('about 100 words fit the link that opens a mail program', () => {
  const sentence =
    'The lecture theatre has no sound, so 120 students can not follow, and nobody tells us when it works. '
  const words = sentence.repeat(6).split(' ').slice(0, 100).join(' ')
  const filling: Filling = {
    ...nothingFilled,
    tickets: 'INC0123456',
    impact: 'service_to_students',
    impact_words: words,
    reason: 'several',
    recurring: true,
    wanted: 'call_back',
    contact: '020 7946 0000',
    needed_by_day: '30',
    needed_by_month: '11',
    needed_by_year: '2026',
  }
  const message = messageOf(answersOf(filling), 'escalations@example.ac.uk')
  expect(words.split(' ')).toHaveLength(100)
  expect(isTooLong(mailAddress(message))).toBe(false)
})
