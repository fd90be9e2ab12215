/** What a list may be limited to: teams, owners, and what is missing. */
import type { WaitingEscalation, WaitingTicket } from '../../data/contract.ts'
import { lackCounts } from './lacks.ts'
import { type Field, nobody } from './state.ts'

type Item = WaitingEscalation | WaitingTicket
type Option = { value: string; label: string; said?: string }
export type Choice = {
  id: Field
  label: string
  /** What is said of a list that is limited by it, with {} in place of the value: "of {}". An option may be said otherwise. */
  said: string
  options: Option[]
}

const collator = new Intl.Collator('en-GB', { numeric: true })

const valuesOf = (items: readonly Item[], of: (item: Item) => string | null, none: string): Option[] => {
  const values = new Set(items.map(of))
  const named = [...values].filter((value) => value !== null).sort(collator.compare)
  return [
    ...named.map((value) => ({ value, label: value })),
    ...(values.has(null) && named.length > 0
      ? [{ value: nobody, label: none, said: `with ${none.toLowerCase()}` }]
      : []),
  ]
}

const lackLabels = {
  acknowledgement: { label: 'Acknowledgement', said: 'lacking an acknowledgement' },
  owner: { label: 'Owner', said: 'lacking an owner' },
  update: { label: 'Word to the requester', said: 'lacking word to the requester' },
  log_entry: { label: 'Entry in the log', said: 'lacking an entry in the log' },
} as const

const lackChoice = (escalations: readonly WaitingEscalation[]): Choice => ({
  id: 'lack',
  label: 'What is missing',
  said: '{}',
  options: lackCounts(escalations)
    .filter(({ items }) => items > 0)
    .map(({ what }) => ({ value: what, ...lackLabels[what] })),
})

const targetLabels = {
  response: { label: 'To respond', said: 'past the target to respond' },
  resolution: { label: 'To resolve', said: 'past the target to resolve' },
} as const

const targetChoice = (tickets: readonly WaitingTicket[]): Choice => ({
  id: 'lack',
  label: 'Target',
  said: '{}',
  options: (['response', 'resolution'] as const)
    .filter((what) => tickets.some(({ lacks }) => lacks.some((lack) => lack.what === what)))
    .map((what) => ({ value: what, ...targetLabels[what] })),
})

/** One team alone is no choice; one thing alone that is missing is: there may be rows that lack nothing. */
const offered = (choices: readonly Choice[]): Choice[] =>
  choices.filter(({ id, options }) => options.length > (id === 'lack' ? 0 : 1))

const ofPeople = (items: readonly Item[]): Choice[] => [
  { id: 'team', label: 'Team', said: 'of {}', options: valuesOf(items, ({ team }) => team, 'No team') },
  {
    id: 'owner',
    label: 'Owner',
    said: 'owned by {}',
    options: valuesOf(items, ({ owner }) => owner, 'No owner shown'),
  },
]

/** Where there is something to choose between. */
export const choicesOfEscalations = (escalations: readonly WaitingEscalation[]): Choice[] =>
  offered([lackChoice(escalations), ...ofPeople(escalations)])

export const choicesOfTickets = (tickets: readonly WaitingTicket[]): Choice[] =>
  offered([
    targetChoice(tickets),
    {
      id: 'priority',
      label: 'Priority',
      said: 'of priority {}',
      options: valuesOf(tickets, ({ priority }) => priority, 'No priority'),
    },
    ...ofPeople(tickets),
  ])
