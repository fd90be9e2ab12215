import { Buffer } from 'node:buffer'
import PostalMime from 'postal-mime'
import { describe, expect, test } from 'vitest'
import { readRequest } from '../../../data/shared/intake.ts'
import { draftAddress, draftFile, draftName } from '../../../site/intake/eml.ts'
import { type Filling, nothingFilled } from '../../../site/intake/filling.ts'
import { isTooLong, mailAddress, mostCharactersInAddress } from '../../../site/intake/mailto.ts'
import { type Message, messageOf } from '../../../site/intake/message.ts'
import { reviewOf } from '../../../site/intake/review.ts'
import { answersOf } from './fillings.ts'

const to = 'escalations@example.ac.uk'
const short: Filling = {
  ...nothingFilled,
  tickets: 'inc 0123456',
  impact: 'teaching',
  needed_by_day: '30',
  needed_by_month: '11',
  needed_by_year: '2026',
}
const long: Filling = {
  ...short,
  tickets: '',
  no_ticket: true,
  place: 'Room 2.41',
  reported: 'by phone on Monday',
  impact: 'service_to_students',
  impact_words: 'The desk is closed.\nIt opens on Monday.',
  reason: 'several',
  recurring: true,
  for_others: true,
  tried: 'New lamp.\r\n\r\nRestarted — 😀',
  wanted: 'call_back',
  contact: '020 7946 0000',
}
const messageFrom = (filling: Filling): Message => messageOf(answersOf(filling), to)

test('a short message reads well and ends in its block', () => {
  expect(messageFrom(short)).toEqual({
    to,
    subject: 'IT escalation: INC0123456',
    text: `Ticket: INC0123456

What it stops: Teaching

Needed by: Monday 30 November 2026

Please leave the lines below as they are: they let IT count this request.

-- escalation request 1
Tickets: INC0123456
Impact: teaching
Needed by: 2026-11-30
-- end`,
  })
})

test('a long one tells everything that was filled in', () => {
  expect(messageFrom(long)).toEqual({
    to,
    subject: 'IT escalation, no ticket number',
    text: `I have no ticket number.
Where it is:
  Room 2.41
How and when I reported it:
  by phone on Monday

What it stops: Service to students
What is wrong, in my words:
  The desk is closed.
  It opens on Monday.

Needed by: Monday 30 November 2026

Why I escalate: More than one of these.
It was fixed and came back.
I write for a colleague or a group.

What has been tried:
  New lamp.

  Restarted — 😀

What would help: A call back

How to reach me:
  020 7946 0000

Please leave the lines below as they are: they let IT count this request.

-- escalation request 1
Reason: several
Impact: service to students
Wanted: call back
Needed by: 2026-11-30
Happened before: yes
Reported as: Room 2.41; by phone on Monday
-- end`,
  })
})

test.each([
  ['INC0123456', 'IT escalation: INC0123456'],
  ['INC0123456 INC0123457 INC0123458', 'IT escalation: INC0123456, INC0123457, INC0123458'],
  [
    'INC0123456 INC0123457 INC0123458 INC0123459',
    'IT escalation: INC0123456, INC0123457, INC0123458 and 1 more',
  ],
  ['naïve', 'IT escalation: naïve'],
])('the subject of %s is “%s”', (tickets, subject) => {
  expect(messageFrom({ ...short, tickets }).subject).toBe(subject)
})

describe('as an address of mail', () => {
  test('it opens with its subject and its lines', () => {
    const { pathname, protocol, searchParams } = new URL(mailAddress(messageFrom(long)))
    expect([protocol, pathname, searchParams.get('subject')]).toEqual([
      'mailto:',
      to,
      'IT escalation, no ticket number',
    ])
    expect(searchParams.get('body')).toBe(messageFrom(long).text.replaceAll('\n', '\r\n'))
  })

  test('a message of usual length fits, and its length is counted as encoded', () => {
    const withWords = (words: string): string => mailAddress(messageFrom({ ...short, impact_words: words }))
    expect(isTooLong(withWords('The lecture theatre has no sound, and 120 students wait. '.repeat(3)))).toBe(
      false,
    )
    const room = mostCharactersInAddress - withWords('x').length
    expect([room, room + 1].map((more) => isTooLong(withWords(`x${'x'.repeat(more)}`)))).toEqual([
      false,
      true,
    ])
    expect(isTooLong(withWords('é'.repeat(Math.ceil(room / 6) + 1)))).toBe(true)
  })
})

describe('as a draft file', () => {
  const headersOf = (file: string): string[] => file.slice(0, file.indexOf('\r\n\r\n')).split('\r\n')

  test('it has the headers of a draft, and none that sending adds', () => {
    expect(headersOf(draftFile(messageFrom(short)))).toEqual([
      'To: escalations@example.ac.uk',
      'Subject: IT escalation: INC0123456',
      'X-Unsent: 1',
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
    ])
  })

  test('it is ASCII, in lines that end in CRLF and are short', () => {
    const file = draftFile({ ...messageFrom(long), subject: `Zoë ${'😀'.repeat(60)}` })
    expect(file).toMatch(/^[\r\n -~]+\r\n$/)
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(Math.max(...file.split('\r\n').map(({ length }) => length))).toBeLessThanOrEqual(76)
  })

  test.each([
    'IT escalation: INC0123456',
    `Zoë ${'😀'.repeat(60)}`,
    'a\r\nBcc: x@y.z',
    'שלום עולם, a long subject '.repeat(5),
  ])('another reader of mail reads its subject “%s” and its text', async (subject) => {
    const message = { ...messageFrom(long), subject }
    const read = await PostalMime.parse(Buffer.from(draftFile(message)))
    expect(read.subject).toBe(subject.replace(/\s+/g, ' ').trim())
    expect(read.headers.map(({ key }) => key)).not.toContain('bcc')
    expect(read.text?.replaceAll('\r\n', '\n').trim()).toBe(message.text)
  })

  test('it reads back as the request', () => {
    const answers = answersOf(long)
    const bytes = Buffer.from(draftAddress(messageOf(answers, to)).split(',')[1] ?? '', 'base64').toString()
    const body = Buffer.from(bytes.slice(bytes.indexOf('\r\n\r\n')), 'base64').toString()
    expect(readRequest(body)).toEqual(answers.request)
  })

  test.each([
    [['INC0123456', 'INC0123457'], 'it-escalation-INC0123456.eml'],
    [[], 'it-escalation.eml'],
    [['../../é x'], 'it-escalation-x.eml'],
  ])('of %j it is called %s', (tickets, name) => {
    expect(draftName(tickets)).toBe(name)
  })
})

describe('the review', () => {
  const rows = (filling: Filling): string[][] =>
    reviewOf(answersOf(filling)).map(({ label, value, field }) => [label, value, field])

  test('shows the required answers, and the others only where they were given', () => {
    expect(rows(short)).toEqual([
      ['Ticket number', 'INC0123456', 'tickets'],
      ['What it stops', 'Teaching', 'impact'],
      ['Needed by', 'Monday 30 November 2026', 'needed_by_day'],
    ])
    expect(rows(long).map(([label]) => label)).toEqual([
      'Ticket number',
      'Room or place',
      'How and when it was reported',
      'What it stops',
      'Needed by',
      'Why you escalate',
      'It was fixed and came back',
      'For a colleague or a group',
      'What was tried',
      'What would help',
      'How to reach you',
    ])
  })

  test('has a name of its own for every change', () => {
    const changes = reviewOf(answersOf(long)).map(({ changed }) => changed)
    expect(new Set(changes).size).toBe(changes.length)
  })
})
