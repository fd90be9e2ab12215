import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ticketNumbersIn } from '../../../data/shared/intake-numbers.ts'
import { meantNumber } from '../../../site/intake/near-numbers.ts'
import { oddNumber, readTickets } from '../../../site/intake/tickets.ts'

const itsm = { pattern: '\\b(INC|REQ)\\d{6,}\\b', example: 'INC0123456' }
const jira = { pattern: '\\bIT-\\d+\\b', example: 'IT-1234' }
const digits = { pattern: '\\b\\d{6}\\b', example: '204518' }
const lower = { pattern: '\\btk-\\d{4}\\b', example: 'tk-1234' }

describe('ticket numbers are found', () => {
  test.each([
    [
      'as they are, with a sign of their own',
      { pattern: 'SR#\\d{6}', example: 'SR#012345' },
      'SR#012345, sr#012346',
      ['SR#012345', 'SR#012346'],
    ],
    ['as they are, with a point', { pattern: 'T\\.\\d{4}', example: 'T.1234' }, 'T.1234', ['T.1234']],
    ['as they are', itsm, 'INC0123456', ['INC0123456']],
    ['in lower case', itsm, 'inc0123456', ['INC0123456']],
    ['with a blank', itsm, ' inc 0123456 ', ['INC0123456']],
    ['with a hyphen', itsm, 'Inc-0123456', ['INC0123456']],
    ['with a long dash', itsm, 'INC – 0123456', ['INC0123456']],
    [
      'with another sign',
      itsm,
      'INC:0123456 / REQ#0123457 / INC. 0123458',
      ['INC0123456', 'REQ0123457', 'INC0123458'],
    ],
    ['with blanks in the digits', itsm, 'INC 0123 456', ['INC0123456']],
    ['with a blank that does not break', itsm, 'INC\u00A00123456', ['INC0123456']],
    ['in wide characters', itsm, 'ＩＮＣ０１２３４５６', ['INC0123456']],
    [
      'several with commas',
      itsm,
      'inc0123456,REQ0123457 ,inc 0123458',
      ['INC0123456', 'REQ0123457', 'INC0123458'],
    ],
    ['several in lines', itsm, 'INC0123456\r\nREQ0123457\n', ['INC0123456', 'REQ0123457']],
    ['several with “and”', itsm, 'inc 0123456 and req 0123457', ['INC0123456', 'REQ0123457']],
    [
      'several with blanks alone',
      itsm,
      'inc 0123456 req-0123457 INC0123458',
      ['INC0123456', 'REQ0123457', 'INC0123458'],
    ],
    [
      'in a sentence',
      itsm,
      'My tickets are INC0123456 (from 3 May) & REQ0123457, thanks',
      ['INC0123456', 'REQ0123457'],
    ],
    [
      'in a pasted subject with a date',
      itsm,
      'RE: INC0123456 - Projector, room B12 [20 Nov 2026, 09:15] updated 2026-11-20',
      ['INC0123456'],
    ],
    ['beside a phone number', itsm, 'inc0123456, 020 7946 0000', ['INC0123456']],
    ['run together', itsm, 'INC0123456inc0123457REQ0123458', ['INC0123456', 'INC0123457', 'REQ0123458']],
    ['run together with hyphens', jira, 'it-12it-13', ['IT-12', 'IT-13']],
    ['with a word run into them', itsm, 'INC0123456thanks', ['INC0123456']],
    ['each once', itsm, 'INC0123456, inc 0123456', ['INC0123456']],
    ['with the hyphen that they need', jira, 'it 12, IT13 and it-14', ['IT-12', 'IT-13', 'IT-14']],
    ['of digits alone', digits, '204518, no. 204519', ['204518', '204519']],
    ['in lower case where they are so', lower, 'TK 1234', ['tk-1234']],
  ] as const)('%s', (_, shape, text, numbers) => {
    expect(readTickets(text, shape)).toEqual({ numbers, odd: [] })
  })
})

describe('what may be meant as one is told apart', () => {
  test.each([
    ['nothing', itsm, ' \n ', [], []],
    ['a short one', itsm, 'inc12', [], ['INC12']],
    ['a short one beside a good one', itsm, 'INC0123456, INC12', ['INC0123456'], ['INC12']],
    ['a short one beside a good one in one line', itsm, 'INC0123456 INC12', ['INC0123456'], ['INC12']],
    ['a short one in words', itsm, 'my ticket inc 12 of 3 May', [], ['INC12']],
    ['one of another kind that the pattern knows', itsm, 'INC0123456 REQ12', ['INC0123456'], ['REQ12']],
    ['one without its letters beside a good one', itsm, 'INC0123456, 0123457', ['INC0123456'], ['0123457']],
    ['one with a letter for a digit', itsm, 'incO123456', [], ['INCO123456']],
    [
      'one with a letter for a digit beside a good one',
      itsm,
      'INC0123456 INCO123457.',
      ['INC0123456'],
      ['INCO123457'],
    ],
    ['digits run together, which may be cut anywhere', digits, '204518204519', [], ['204518204519']],
    ['a digit too many', digits, '204518 2045190', ['204518'], ['2045190']],
    ['digits alone', itsm, '0123456', [], ['0123456']],
    ['words alone', itsm, 'no idea', [], ['no idea']],
    ['signs alone', itsm, '?, !', [], ['? !']],
    ['words beside a good one, which say nothing', itsm, 'INC0123456 please', ['INC0123456'], []],
    ['another system’s', jira, 'INC0123456', [], ['INC0123456']],
  ] as const)('%s', (_, shape, text, numbers, odd) => {
    expect(readTickets(text, shape)).toEqual({ numbers, odd })
  })
})

describe('a letter that stands for a digit is put right', () => {
  test.each([
    ['INCO123456', itsm, 'INC0123456'],
    ['inc o12345o', itsm, 'INC0123450'],
    ['INC0I2345l', itsm, 'INC0123451'],
    ['REQ-O123456', itsm, 'REQ0123456'],
    ['it 1O2', jira, 'IT-102'],
    ['2O45I8', digits, '204518'],
    ['TK-1O34', lower, 'tk-1034'],
    ['INC0123456', itsm, null],
    ['INCO12', itsm, null],
    ['OIL', itsm, null],
    ['Ionic1', digits, null],
    [`INC${'O1'.repeat(30)}`, itsm, null],
  ] as const)('%s', (text, shape, number) => {
    expect(meantNumber(text, shape)).toBe(number)
  })
})

test.each([
  ['INC12', itsm, 'INC12 is too short: a number looks like INC0123456.'],
  ['INC012345678901', itsm, 'INC012345678901 is too long: a number looks like INC0123456.'],
  ['0123456', itsm, '0123456 has no letters in front: a number looks like INC0123456.'],
  ['none', itsm, '“none” has no digits: a number looks like INC0123456.'],
  [
    'XYZ0123456',
    itsm,
    '“XYZ0123456” does not look like a ticket number here: a number looks like INC0123456.',
  ],
  [
    'my ticket of 3 May',
    itsm,
    '“my ticket of 3 May” does not look like a ticket number here: a number looks like INC0123456.',
  ],
  ['12', digits, '12 is too short: a number looks like 204518.'],
] as const)('%s is asked about in words of its own', (odd, shape, words) => {
  expect(oddNumber(odd, shape)).toBe(words)
})

test('whatever is written, the night finds in what is sent just the numbers that the form found', () => {
  const piece = fc.oneof(
    fc.stringMatching(/^(?:INC|inc|Req|IT|it|tk)?[ :#-]?\d{1,9}$/),
    fc.constantFrom('and', ',', '\n', '-', 'INC', 'no', '/', '\u00A0'),
    fc.string({ maxLength: 6 }),
  )
  fc.assert(
    fc.property(
      fc.constantFrom(itsm, jira, digits, lower),
      fc.array(piece, { maxLength: 8 }),
      (shape, pieces) => {
        const { numbers, odd } = readTickets(pieces.join(' '), shape)
        const written = [...numbers, ...odd].join(', ')
        expect([...new Set(ticketNumbersIn(written, new RegExp(shape.pattern, 'g')))]).toEqual(numbers)
      },
    ),
    { numRuns: 3000 },
  )
})
