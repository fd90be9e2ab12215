/** Fillings of the form as people might leave it, with what they mean by them. */
import fc from 'fast-check'
import { requestWords } from '../../../data/shared/intake.ts'
import { type Answers, type Asking, check } from '../../../site/intake/check.ts'
import type { Filling } from '../../../site/intake/filling.ts'
import { readTickets } from '../../../site/intake/tickets.ts'
import { hostileText } from './hostile.ts'

export const shape = { pattern: '\\b(INC|REQ)\\d{6,}\\b', example: 'INC0123456' }
export const asking: Asking = { shape, today: '2026-03-02' }

/** What a filling means, told by whoever made it and not by the form. */
export interface Meant {
  readonly filling: Filling
  readonly tickets: readonly string[]
  readonly needed_by: string
}

const spellings: readonly ((number: string) => string)[] = [
  (number) => number,
  (number) => number.toLowerCase(),
  (number) => number.replace('INC', 'inc '),
  (number) => number.replace('INC', 'Inc-'),
  (number) => number.replace('INC', 'INC: '),
  (number) => number.replace('INC', 'INC\u00A0'),
  (number) => `${number.slice(0, 6)} ${number.slice(6)}`,
  (number) => `(${number})`,
  (number) => `my ticket ${number}`,
]

const line = (most: number): fc.Arbitrary<string> =>
  hostileText.map((text) => [...text].slice(0, most).join(''))

/** Something else in the field of the ticket number that is no number. */
const junk = line(80).filter((text) => readTickets(text, shape).numbers.length === 0)

/** Numbers that no other filling has, for the nth. */
const ticketsOf = (nth: number): fc.Arbitrary<{ written: string; tickets: string[] }> =>
  fc
    .record({
      count: fc.integer({ min: 1, max: 3 }),
      spelled: fc.array(fc.constantFrom(...spellings), { minLength: 3, maxLength: 3 }),
      between: fc.constantFrom(', ', '\n', '; ', ' and ', ' , '),
      after: fc.oneof({ weight: 4, arbitrary: fc.constant('') }, junk),
    })
    .map(({ count, spelled, between, after }) => {
      const tickets = Array.from({ length: count }, (_, at) => `INC${String(1_000_000 + nth * 4 + at)}`)
      const written = tickets.map((number, at) => spelled[at]?.(number) ?? number).join(between)
      return { written: after === '' ? written : `${written}${between}${after}`, tickets }
    })

const day = fc
  .date({ min: new Date('2026-03-02'), max: new Date('2027-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

const offered = <Word extends string>(words: readonly Word[]): fc.Arbitrary<Word | ''> =>
  fc.constantFrom(...words, '' as const)

const others = fc.record({
  place: line(300),
  reported: line(280).map((text) => `by phone ${text}`),
  impact: fc.constantFrom(...requestWords.impact),
  impact_words: hostileText.map((text) => `It fails ${text}`.slice(0, 5000)),
  reason: offered(requestWords.reason),
  recurring: fc.boolean(),
  for_others: fc.boolean(),
  tried: hostileText,
  wanted: offered(requestWords.wanted),
  contact: line(300),
})

/** The nth filling: some are without a ticket, some say little, all can be sent. */
export const anyFilling = (nth: number): fc.Arbitrary<Meant> =>
  fc
    .record({
      named: ticketsOf(nth),
      hasTicket: fc.integer({ min: 0, max: 4 }).map((n) => n > 0),
      needed_by: day,
      style: fc.constantFrom('plain', 'short', 'named'),
      rest: others,
    })
    .map(({ named, hasTicket, needed_by, style, rest }) => {
      const [year = '', month = '', date = ''] = needed_by.split('-')
      const filling: Filling = {
        ...rest,
        tickets: hasTicket ? named.written : '',
        no_ticket: !hasTicket,
        needed_by_day: style === 'short' ? String(Number(date)) : date,
        needed_by_month: style === 'named' ? (monthNames[Number(month) - 1] ?? '') : month,
        needed_by_year: style === 'short' ? year.slice(2) : year,
      }
      return { filling, tickets: hasTicket ? named.tickets : [], needed_by }
    })

const monthNames = 'Jan feb March APRIL may jun july aug sept Oct november dec'.split(' ')

/** The answers of a filling once whoever filled it has gone on with everything that was only asked about. */
export function answersOf(filling: Filling): Answers {
  const asked = new Set<string>()
  for (;;) {
    const found = check(filling, asking, asked)
    if ('answers' in found) return found.answers
    const questions = found.faults.map(({ question }) => question)
    if (questions.some((question) => question === null || asked.has(question)))
      throw new Error(JSON.stringify(found.faults))
    for (const question of questions) asked.add(question ?? '')
  }
}
