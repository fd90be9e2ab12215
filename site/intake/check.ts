import type { Request } from '../../data/shared/intake.ts'
import { fieldWords } from '../../data/shared/intake-text.ts'
import { list } from '../words/number.ts'
import { isFarAhead, readDay } from './dates.ts'
import type { FieldName, Filling } from './filling.ts'
import { type NumberShape, oddNumber, readTickets } from './tickets.ts'
import { dayInFull, mostCharacters } from './words.ts'

/** What is to be put right in a field. */
export interface Fault {
  readonly field: FieldName
  readonly message: string
  /** What is only asked about, once: the words to go on with it all the same. Null where it cannot stay. */
  readonly question: string | null
}

/** What a filling is checked by. */
export interface Asking {
  readonly shape: NumberShape
  /** The institution's day, as ISO. */
  readonly today: string
}

/** A filling that can be sent: the request as figures count it, and the answers that people read. */
export interface Answers {
  readonly request: Request
  readonly filling: Filling
}

export type Checked = { readonly answers: Answers } | { readonly faults: readonly Fault[] }

const fault = (field: FieldName, message: string, question: string | null = null): Fault => ({
  field,
  message,
  question,
})

const short = (text: string): string => {
  const characters = [...text]
  return characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : text
}

function oddFaults(odd: readonly string[], shape: NumberShape): Fault[] {
  const [first, ...others] = odd.map(short)
  if (first === undefined) return []
  if (others.length === 0) return [fault('tickets', oddNumber(first, shape), `Use “${first}” as it is`)]
  const all = list([first, ...others].map((one) => `“${one}”`))
  const problem = `${all} do not look like ticket numbers: a number looks like ${shape.example}.`
  return [fault('tickets', problem, `Use ${all} as they are`)]
}

function ticketFaults(filling: Filling, { shape }: Asking): Fault[] {
  const { numbers, odd } = readTickets(filling.tickets, shape)
  if (filling.no_ticket)
    return numbers.length > 0 || filling.reported.trim()
      ? []
      : [fault('reported', 'Say how and when you reported it, for example “by phone on Monday”.')]
  if (numbers.length + odd.length === 0)
    return [fault('tickets', 'Enter the ticket number, or choose “I don’t have one”.')]
  return oddFaults(odd, shape)
}

function impactFaults({ impact, impact_words }: Filling): Fault[] {
  if (impact === '') return [fault('impact', 'Choose what it is stopping.')]
  const isUntold = impact === 'other' && impact_words.trim() === ''
  return isUntold ? [fault('impact_words', 'Say in a few words what it is stopping you doing.')] : []
}

function dayFaults(filling: Filling, { today }: Asking): Fault[] {
  const read = readDay(filling, today)
  if ('problem' in read) return [fault(read.field, read.problem)]
  if (!isFarAhead(read.day, today)) return []
  const day = dayInFull(read.day)
  return [fault('needed_by_year', `${day} is more than a year away. Is the year right?`, `Keep ${day}`)]
}

const texts = ['impact_words', 'tried'] as const satisfies readonly FieldName[]
const lines = ['tickets', 'place', 'reported', 'contact'] as const satisfies readonly FieldName[]

function lengthFaults(filling: Filling): Fault[] {
  const tooLong = (field: (typeof texts | typeof lines)[number], most: number): Fault[] => {
    const { length } = [...filling[field]]
    const message = `Shorten this: it has ${length.toLocaleString('en-GB')} characters, and ${most.toLocaleString('en-GB')} fit.`
    return length > most ? [fault(field, message)] : []
  }
  return [
    ...lines.flatMap((field) => tooLong(field, mostCharacters.line)),
    ...texts.flatMap((field) => tooLong(field, mostCharacters.text)),
  ]
}

function requestOf(filling: Filling, { shape, today }: Asking): Request {
  const { numbers, odd } = readTickets(filling.tickets, shape)
  const day = readDay(filling, today)
  const reported = [filling.place, filling.reported].map(fieldWords).filter(Boolean).join('; ')
  return {
    tickets: filling.no_ticket ? numbers : [...numbers, ...odd.map(fieldWords)],
    reason: filling.reason || null,
    impact: filling.impact || null,
    wanted: filling.wanted || null,
    needed_by: 'day' in day ? day.day : null,
    has_happened_before: filling.recurring || null,
    reported_as: filling.no_ticket ? reported || null : null,
  }
}

/** One fault a field, in the order of the form. */
function inOrder(faults: readonly Fault[]): Fault[] {
  const order: readonly FieldName[] = [
    'tickets',
    'place',
    'reported',
    'impact',
    'impact_words',
    'needed_by_day',
    'needed_by_month',
    'needed_by_year',
    'tried',
    'contact',
  ]
  return order.flatMap((field) => faults.find((one) => one.field === field) ?? [])
}

/** A filling as answers, or what is to be put right first. Questions that are in `asked` are not asked again. */
export function check(filling: Filling, asking: Asking, asked: ReadonlySet<string>): Checked {
  const found = [
    ...lengthFaults(filling),
    ...ticketFaults(filling, asking),
    ...impactFaults(filling),
    ...dayFaults(filling, asking),
  ]
  const faults = inOrder(found.filter(({ question }) => question === null || !asked.has(question)))
  return faults.length > 0 ? { faults } : { answers: { request: requestOf(filling, asking), filling } }
}
