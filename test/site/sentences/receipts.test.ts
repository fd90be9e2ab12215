import { expect, test } from 'vitest'
import { named, receiptsSentence, refusalOf } from '../../../site/sentences/receipts.ts'
import { firstNight, full, troubled } from '../fixture.ts'
import { plain } from '../plain.ts'

test.each([
  [['Notes'], 'Notes'],
  [['Notes', 'Room'], 'Notes, Room'],
  [Array.from({ length: 8 }, (_, index) => `c${index}`), 'c0, c1, c2, c3, c4, c5, c6, c7'],
  [Array.from({ length: 11 }, (_, index) => `c${index}`), 'c0, c1, c2, c3, c4, c5, c6, c7 and 3 more'],
])('%j are named as %s', (names, words) => {
  expect(named(names)).toBe(words)
})

test.each([
  ['the quote that opens in record 500 never ends', 500, 'the quote that opens in record 500 never ends'],
  ['it breaks off: export it again', 1_500, 'it breaks off: export it again (record 1,500)'],
  ['it is empty: export it again', null, 'it is empty: export it again'],
])('a refusal says where it went wrong, and says it once', (message, record, words) => {
  expect(refusalOf({ reason: 'unreadable', message, record })).toBe(words)
})

test.each([
  ['no file', firstNight(), 'No file was read.'],
  [
    'one file',
    full(),
    '231,919 records in 1 file were read and 231,900 kept; 7 were set aside because they could not be understood.',
  ],
  [
    'one refused',
    troubled(),
    '231,919 records in 1 file were read and 231,900 kept; 7 were set aside because they could not be understood. 1 file could not be read at all.',
  ],
])('the receipts of %s', (_, { run }, sentence) => {
  expect(plain(receiptsSentence(run))).toBe(sentence)
})
