import type { Request } from '../../data/shared/intake.ts'
import { fieldWords } from '../../data/shared/intake-text.ts'
import { isWithoutTicket, ticketFaults } from './check-tickets.ts'
import { isFarAhead } from './dates.ts'
import { type Fault, fault } from './fault.ts'
import type { FieldName, Filling } from './filling.ts'
import { lengthFaults } from './lengths.ts'
import { readNeededBy } from './needed-by.ts'
import type { NumberShape } from './number-shape.ts'
import { readTickets } from './tickets.ts'
import { dayInFull } from './words.ts'

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

/** Whether own words are asked for: where no ticket tells what is wrong, and where none of the answers fits. */
export const needsOwnWords = (filling: Filling, shape: NumberShape): boolean =>
  filling.impact === 'other' || isWithoutTicket(filling, shape)

function impactFaults({ impact }: Filling): Fault[] {
  return impact === '' ? [fault('impact', 'Choose what it is stopping.')] : []
}

function wordsFaults(filling: Filling, { shape }: Asking): Fault[] {
  if (filling.impact_words.trim() !== '' || !needsOwnWords(filling, shape)) return []
  const message = isWithoutTicket(filling, shape)
    ? 'Say what is wrong and what it is stopping you doing: there is no ticket that says it.'
    : 'Say in a few words what it is stopping you doing.'
  return [fault('impact_words', message)]
}

function dayFaults(filling: Filling, { today }: Asking): Fault[] {
  const read = readNeededBy(filling, today)
  if ('problem' in read) return [fault(read.field, read.problem)]
  if (!isFarAhead(read.day, today)) return []
  const day = dayInFull(read.day)
  return [fault('needed_by_year', `${day} is more than a year away. Is the year right?`, `Keep ${day}`)]
}

function requestOf(filling: Filling, { shape, today }: Asking): Request {
  const { numbers, odd } = readTickets(filling.tickets, shape)
  const day = readNeededBy(filling, today)
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
    ...ticketFaults(filling, asking.shape),
    ...impactFaults(filling),
    ...wordsFaults(filling, asking),
    ...dayFaults(filling, asking),
  ]
  const faults = inOrder(found.filter(({ question }) => question === null || !asked.has(question)))
  return faults.length > 0 ? { faults } : { answers: { request: requestOf(filling, asking), filling } }
}
