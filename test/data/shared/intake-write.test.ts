import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Request, readRequest, requestWords } from '../../../data/shared/intake.ts'
import { fieldWords, ownWords } from '../../../data/shared/intake-text.ts'
import { writeRequest } from '../../../data/shared/intake-write.ts'
import { hostileText, mangled } from '../../site/intake/hostile.ts'

const nothing: Request = {
  tickets: [],
  reason: null,
  impact: null,
  wanted: null,
  needed_by: null,
  has_happened_before: null,
  reported_as: null,
}

const whole: Request = {
  tickets: ['INC0123456', 'IT-7'],
  reason: 'several',
  impact: 'service_to_students',
  wanted: 'call_back',
  needed_by: '2026-11-30',
  has_happened_before: true,
  reported_as: 'Room 2.41; by phone on Monday',
}

test('a request is written as its block, below the words for people', () => {
  expect(writeRequest(whole, 'Please help.\n')).toBe(`Please help.

-- escalation request 1
Tickets: INC0123456, IT-7
Reason: several
Impact: service to students
Wanted: call back
Needed by: 2026-11-30
Happened before: yes
Reported as: Room 2.41; by phone on Monday
-- end`)
})

test('what is not known is left out', () => {
  expect(writeRequest(nothing, '')).toBe('-- escalation request 1\n-- end')
})

const offered = <Word extends string>(words: readonly Word[]): fc.Arbitrary<Word | null> =>
  fc.constantFrom(...words, null)

const anyRequest: fc.Arbitrary<Request> = fc.record({
  tickets: fc.array(fc.stringMatching(/^[A-Z]{2,4}-?\d{1,8}$/), { maxLength: 12 }),
  reason: offered(requestWords.reason),
  impact: offered(requestWords.impact),
  wanted: offered(requestWords.wanted),
  needed_by: fc.option(
    fc
      .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10)),
  ),
  has_happened_before: fc.option(fc.boolean()),
  reported_as: fc.option(hostileText.map(fieldWords)).map((text) => text || null),
})

test('any request is read back as it was written, whatever the words and whatever mail programs do', () => {
  fc.assert(
    fc.property(anyRequest, hostileText, mangled, (request, words, { change }) => {
      expect(readRequest(change(writeRequest(request, words)))).toEqual(request)
    }),
    { numRuns: 2000 },
  )
})

test('any text at all in the place of a ticket number or a report makes no other field', () => {
  fc.assert(
    fc.property(hostileText, hostileText, mangled, (ticket, reported, { change }) => {
      const written = writeRequest({ ...whole, tickets: [ticket], reported_as: reported }, ticket)
      const { tickets: _, reported_as, ...rest } = readRequest(change(written)) ?? nothing
      const { tickets: __, reported_as: ___, ...expected } = whole
      expect(rest).toEqual(expected)
      expect(reported_as ?? '').toBe(fieldWords(reported))
    }),
    { numRuns: 2000 },
  )
})

describe('own words stay as they are, but for', () => {
  test.each([
    ['nothing', 'Zoë’s 3 mice – & <b>one</b> > two 👩‍🏫', 'Zoë’s 3 mice – & <b>one</b> > two 👩‍🏫'],
    ['line ends', 'a\r\nb\rc\u2028d\u0085e', 'a\nb\nc\nd\ne'],
    ['blanks at the ends of lines', 'a \t\nb\u00a0', 'a\nb'],
    ['many blank lines', '\n\na\n\n\n\nb\n\n', 'a\n\nb'],
    ['control characters', 'a\0b\u001b[31mc\td', 'ab[31mc\td'],
    ['half a character', 'a\ud83db', 'a\uFFFDb'],
    ['what turns the direction of all that follows', 'a\u202Eb\u2066c', 'abc'],
    ['the marks of right-to-left writing, which stay', 'שלום\u200F!', 'שלום\u200F!'],
    ['the beginning of a block', '-- escalation request 1', '· escalation request 1'],
    ['the beginning of one over two lines', 'so —\nEscalation  request 1', 'so ·\nEscalation  request 1'],
    [
      'one with hidden characters',
      '-\u200B-\u200E escalation\u00A0request 1',
      '·\u200E escalation\u00A0request 1',
    ],
  ])('%s', (_, text, kept) => {
    expect(ownWords(text)).toBe(kept)
  })
})

describe('own words in a field stay as they are, but for', () => {
  test.each([
    ['nothing', 'by phone at 10:30, week-end front-end', 'by phone at 10:30, week-end front-end'],
    ['lines', 'by phone\non Monday', 'by phone on Monday'],
    ['another field’s name', 'Tickets: INC999 Needed by : now', 'Tickets; INC999 Needed by ; now'],
    ['the end of a block', 'at the -- end of term', 'at the end of term'],
    ['the end alone', '— end', 'end'],
    ['a quotation', '> INC1', '› INC1'],
    ['links, which stay', 'see https://x.ac.uk/a:b', 'see https://x.ac.uk/a;b'],
  ])('%s', (_, text, kept) => {
    expect(fieldWords(text)).toBe(kept)
  })

  test('are the same when they are made so twice', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(fieldWords(fieldWords(text))).toBe(fieldWords(text))
        expect(ownWords(ownWords(text))).toBe(ownWords(text))
      }),
    )
  })
})
