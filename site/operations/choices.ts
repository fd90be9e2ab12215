/** What a list may be limited to: teams, owners, and what is missing. */
import type { WaitingEscalation, WaitingTicket } from '../../data/contract.ts'
import { lackCounts } from './lacks.ts'
import { nobody } from './state.ts'

type Item = WaitingEscalation | WaitingTicket
export type Choice = {
  id: 'lack' | 'team' | 'owner'
  label: string
  options: { value: string; label: string }[]
}

const collator = new Intl.Collator('en-GB', { numeric: true })

const valuesOf = (
  items: readonly Item[],
  of: (item: Item) => string | null,
  none: string,
): Choice['options'] => {
  const values = new Set(items.map(of))
  const named = [...values].filter((value) => value !== null).sort(collator.compare)
  return [
    ...named.map((value) => ({ value, label: value })),
    ...(values.has(null) && named.length > 0 ? [{ value: nobody, label: none }] : []),
  ]
}

const lackLabels = {
  acknowledgement: 'Acknowledgement',
  owner: 'Owner',
  update: 'Word to the requester',
  log_entry: 'Entry in the log',
} as const

const lackChoice = (escalations: readonly WaitingEscalation[]): Choice => ({
  id: 'lack',
  label: 'What is missing',
  options: lackCounts(escalations)
    .filter(({ items }) => items > 0)
    .map(({ what }) => ({ value: what, label: lackLabels[what] })),
})

const targetChoice = (tickets: readonly WaitingTicket[]): Choice => ({
  id: 'lack',
  label: 'Target',
  options: (['response', 'resolution'] as const)
    .filter((what) => tickets.some(({ lacks }) => lacks.some((lack) => lack.what === what)))
    .map((what) => ({ value: what, label: what === 'response' ? 'To respond' : 'To resolve' })),
})

/** One team alone is no choice; one thing alone that is missing is: there may be rows that lack nothing. */
const offered = (choices: readonly Choice[]): Choice[] =>
  choices.filter(({ id, options }) => options.length > (id === 'lack' ? 0 : 1))

const ofPeople = (items: readonly Item[]): Choice[] => [
  { id: 'team', label: 'Team', options: valuesOf(items, ({ team }) => team, 'No team') },
  { id: 'owner', label: 'Owner', options: valuesOf(items, ({ owner }) => owner, 'No owner shown') },
]

/** Where there is something to choose between. */
export const choicesOfEscalations = (escalations: readonly WaitingEscalation[]): Choice[] =>
  offered([lackChoice(escalations), ...ofPeople(escalations)])

export const choicesOfTickets = (tickets: readonly WaitingTicket[]): Choice[] =>
  offered([targetChoice(tickets), ...ofPeople(tickets)])
