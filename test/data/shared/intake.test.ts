import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Request, readRequest, requestWords } from '../../../data/shared/intake.ts'

const block = `-- escalation request 1
Tickets: INC0123456, INC0123457
Reason: speed
Impact: service to students
Wanted: a call back
Needed by: 2026-11-30
Happened before: yes
Reported as: by phone on Monday
-- end`

const whole: Request = {
  tickets: ['INC0123456', 'INC0123457'],
  reason: 'speed',
  impact: 'service_to_students',
  wanted: 'call_back',
  needed_by: '2026-11-30',
  has_happened_before: true,
  reported_as: 'by phone on Monday',
}

const nothing: Request = {
  tickets: [],
  reason: null,
  impact: null,
  wanted: null,
  needed_by: null,
  has_happened_before: null,
  reported_as: null,
}

/** A block of one field. */
const only = (field: string): Request | null => readRequest(`-- escalation request 1\n${field}\n-- end`)

test('a mark and names that a program broke over lines are read all the same', () => {
  const broken = block
    .replace('-- escalation request 1', '--\nescalation request\n1')
    .replace('Needed by', 'Needed\nby')
    .replace('Reported as', 'Reported\nas')
  expect(readRequest(broken)).toEqual(whole)
  expect(readRequest(block.replaceAll('\n', ' ').replace('Reported as', 'Reported\nas'))).toEqual(whole)
})

describe('the block of the form is read whole', () => {
  test.each([
    ['as it is written', block],
    ['between other words', `Dear all,\n\nplease help.\n\n${block}\n\nRegards\nReason: none\n`],
    ['with Windows lines', block.replaceAll('\n', '\r\n')],
    ['with blanks at the ends of lines', block.replaceAll('\n', ' \t\n')],
    ['with lines indented', block.replaceAll('\n', '\n  ')],
    ['with blanks that do not break', block.replaceAll(' ', '\u00A0')],
    ['with marks of no width', block.replaceAll('\n', '\n\u200B\uFEFF')],
    ['with a blank line after each', block.replaceAll('\n', '\n\n')],
    ['in capitals', block.replace(/^[A-Z][a-z ]+:/gm, (name) => name.toUpperCase())],
    ['with one dash instead of two', block.replaceAll('--', '–')],
    ['with a long dash', block.replaceAll('-- ', '— ')],
    ['without its end', block.replace('\n-- end', '\n\nRegards, Ann: speedy')],
    ['without its end, at the end of the message', block.replace('\n-- end', '')],
    ['all in one line, as some HTML has it', block.replaceAll('\n', ' ')],
    [
      'with words before and after, in one line',
      `${block.replaceAll('\n', ' ')} Regards`.replace('--', 'Hello\n--'),
    ],
    [
      'all in one line with all that stands before it',
      `Dear all, please help. ${block.replaceAll('\n', ' ')}`,
    ],
    [
      'all in one line, with short dashes',
      `Please help. ${block.replaceAll('\n', ' ').replaceAll('--', '–')}`,
    ],
    ['with blanks twice', block.replaceAll(' ', '  ')],
    ['wrapped between two tickets', block.replace('INC0123456, ', 'INC0123456,\n')],
    ['wrapped within a field', block.replace('by phone on', 'by phone\non')],
    ['with fields of a later form', block.replace('Impact', 'Colour: blue\nand green\nImpact')],
    ['with fields twice, of which the first counts', block.replace('\n-- end', '\nReason: quality\n-- end')],
    [
      'in another order',
      `-- escalation request 1\n${block.split('\n').slice(1, -1).reverse().join('\n')}\n-- end`,
    ],
    ['before a quoted one', `${block}\n\n> ${block.replace('speed', 'quality').replaceAll('\n', '\n> ')}`],
    ['after a quoted one', `> ${block.replace('speed', 'quality').replaceAll('\n', '\n> ')}\n\n${block}`],
    ['the first of two', `${block}\n\n${block.replace('speed', 'quality')}`],
  ])('%s', (_, body) => {
    expect(readRequest(body)).toEqual(whole)
  })

  test('the first of two, though it has no end', () => {
    expect(readRequest(`-- escalation request 1\nReason: speed\n\n${block}`)).toEqual({
      ...nothing,
      reason: 'speed',
    })
  })
})

describe('there is no request in', () => {
  test.each([
    ['nothing', ''],
    ['a plain message', 'Reason: speed\nImpact: teaching'],
    ['a reply that quotes one', `Thank you.\n\n> ${block.replaceAll('\n', '\n> ')}`],
    ['a reply to a reply', `>> ${block.replaceAll('\n', '\n>> ')}`],
    ['the block of another version', block.replace('request 1', 'request 12')],
    ['words about one', 'I sent -- escalation request 1 yesterday'],
    ['words about one and its fields', 'I sent -- escalation request 1 with Tickets: none'],
  ])('%s', (_, body) => {
    expect(readRequest(body)).toBeNull()
  })
})

describe('a field', () => {
  test.each<[string, Partial<Request>]>([
    ['Reason: Speed', { reason: 'speed' }],
    ['Reason: several', { reason: 'several' }],
    ['Reason: because', {}],
    ['Reason:', {}],
    ['Impact: Service to students.', { impact: 'service_to_students' }],
    ['Impact: service_to_students', { impact: 'service_to_students' }],
    ['Impact: Teaching', { impact: 'teaching' }],
    ['Impact: teaching in room 5', {}],
    ['Wanted: A fix', { wanted: 'fix' }],
    ['Wanted: callback', { wanted: 'call_back' }],
    ['Wanted: an information', { wanted: 'information' }],
    ['Wanted: work-around', { wanted: 'workaround' }],
    ['Wanted: everything', {}],
    ['Needed by: 2026-11-30', { needed_by: '2026-11-30' }],
    ['Needed by: 2028-02-29', { needed_by: '2028-02-29' }],
    ['Needed by: 2026-02-29', {}],
    ['Needed by: 30/11/2026', {}],
    ['Needed by: soon', {}],
    ['Happened before: No', { has_happened_before: false }],
    ['Happened before: perhaps', {}],
    ['Tickets: none', { tickets: ['none'] }],
    ['Tickets: INC 0123456; req-1', { tickets: ['INC 0123456', 'req-1'] }],
    ['Tickets : INC0123456', { tickets: ['INC0123456'] }],
    ['Reported as: mail, at the end - of term', { reported_as: 'mail, at the end - of term' }],
    ['Reported as: see https://x.ac.uk/a', { reported_as: 'see https://x.ac.uk/a' }],
    ['Reported as: a note at\nhttps://x.ac.uk/a', { reported_as: 'a note at https://x.ac.uk/a' }],
    ['__proto__: x', {}],
  ])('%s', (field, told) => {
    expect(only(field)).toEqual({ ...nothing, ...told })
  })

  test('that is missing is null', () => {
    expect(readRequest('-- escalation request 1\n-- end')).toEqual(nothing)
  })
})

test('any answers come back, whatever a mail program makes of blanks and line ends', () => {
  const request = fc.record({
    tickets: fc.array(fc.stringMatching(/^INC\d{7}$/), { minLength: 1, maxLength: 3 }),
    reason: fc.constantFrom(...requestWords.reason),
    impact: fc.constantFrom(...requestWords.impact),
    wanted: fc.constantFrom(...requestWords.wanted),
    needed_by: fc
      .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10)),
    has_happened_before: fc.boolean(),
  })
  const program = fc.record({
    lineEnd: fc.constantFrom('\n', '\r\n', ' \n', '\n\n', ' '),
    blank: fc.constantFrom(' ', '\u00A0', '  '),
    dashes: fc.constantFrom('--', '—'),
    around: fc.constantFrom('', 'Hello,\n\n', '> quoted\n'),
  })
  fc.assert(
    fc.property(request, program, (asked, { lineEnd, blank, dashes, around }) => {
      const written = [
        `${dashes} escalation request 1`,
        `Tickets: ${asked.tickets.join(', ')}`,
        `Reason: ${asked.reason}`,
        `Impact: ${asked.impact.replaceAll('_', ' ')}`,
        `Wanted: a ${asked.wanted.replaceAll('_', ' ')}`,
        `Needed by: ${asked.needed_by}`,
        `Happened before: ${asked.has_happened_before ? 'yes' : 'no'}`,
        `${dashes} end`,
      ]
      const body = `${around}${written.join(lineEnd).replaceAll(' ', blank)}\nBye`
      expect(readRequest(body)).toEqual({ ...asked, reported_as: null })
    }),
  )
})

test('any text is read without a fault', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...block.split(/(?<=[ \n])/), '-', '>', '\n\n', ':')), (words) => {
      expect(() => readRequest(words.join(''))).not.toThrow()
    }),
  )
})
