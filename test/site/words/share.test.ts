import { expect, test } from 'vitest'
import { partOf, partOfItems, partOfKind, sharedWords, shareHeading } from '../../../site/words/share.ts'

const inTime = 'acknowledged within 1 business day'
const waiting = 'of the open time waiting for others'

test.each([
  ['in a list', sharedWords, inTime, 'tickets acknowledged within 1 business day'],
  ['in a list', sharedWords, waiting, 'share of the open time waiting for others, of tickets'],
  ['after a number', partOf, inTime, 'of the tickets: acknowledged within 1 business day'],
  ['after a number', partOf, waiting, 'of the open time waiting for others'],
  ['before its period', partOfKind, inTime, 'of the tickets: acknowledged within 1 business day,'],
  ['before its period', partOfKind, waiting, 'of the open time waiting for others, of tickets,'],
])('a share %s', (_, say, label, words) => {
  expect(say(label, 'ticket')).toBe(words)
})

test.each([
  [
    inTime,
    'of 42 tickets, October: acknowledged within 1 business day',
    'Acknowledged within 1 business day',
  ],
  [
    waiting,
    'of the open time waiting for others; 42 tickets, October',
    'Share of the open time waiting for others',
  ],
])('“%s” with its items, and as a heading', (label, words, heading) => {
  expect([partOfItems(label, '42 tickets', 'October'), shareHeading(label)]).toEqual([words, heading])
})
