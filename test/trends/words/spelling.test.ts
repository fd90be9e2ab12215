import { expect, test } from 'vitest'
import { Spelling } from '../../../etl/trends/words/spelling.ts'

const spelling = new Spelling()
for (const word of ['printer', 'password', 'mailbox', 'access', 'queue', 'disk']) spelling.learn(word)

test.each([
  ['a letter dropped', 'prnter', 'printer'],
  ['the first letter dropped', 'assword', 'password'],
  ['the last letter dropped', 'printe', 'printer'],
  ['one of two letters dropped', 'acess', 'access'],
  ['a letter doubled', 'mailboxx', 'mailbox'],
  ['the first letter doubled', 'ppassword', 'password'],
  ['two letters exchanged', 'maiblox', 'mailbox'],
  ['the first two exchanged', 'apssword', 'password'],
  ['a known word', 'printer', null],
  ['a word with another letter', 'painter', null],
  ['two slips', 'pritnerr', null],
  ['a slip of a word too short to tell', 'dsk', null],
  ['a word that nothing is known of', 'beamline', null],
  ['nothing', '', null],
])('%s: %s → %s', (_, word, correct) => {
  expect(spelling.correct(word)).toBe(correct)
})
