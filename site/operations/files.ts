/** The lists as tables for a spreadsheet: all rows, times by the institution's clocks, durations in minutes. */
import type { WaitingEscalation, WaitingTicket } from '../../data/contract.ts'
import type { Cell, Head, Table } from '../tables/table.ts'
import { lackIn, whatIsLacked } from './lacks.ts'
import { ownerOf } from './row.ts'

type Item = WaitingEscalation | WaitingTicket
type Column<One> = { label: string; of: (item: One) => string | number | null }

/** `2026-11-20 17:00` */
const localTime = (instant: string | null, zone: string): string | null =>
  instant === null
    ? null
    : new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(
        new Date(instant),
      )

const cellOf = (value: string | number | null): Cell => ({
  words: value === null ? '–' : String(value),
  value,
})

const tableOf = <One extends Item>(
  items: readonly One[],
  label: string,
  columns: readonly Column<One>[],
): Table => ({
  head: [label, ...columns.map((column) => column.label)].map(
    (text): Head => ({ label: text, kind: 'text' }),
  ),
  rows: items.map((item) => ({ label: item.id, cells: columns.map(({ of }) => cellOf(of(item))) })),
})

const shared = <One extends Item>(zone: string): Column<One>[] => [
  { label: 'Status', of: ({ status }) => status },
  { label: 'Owner', of: (item) => item.owner ?? (item.has_owner === null ? null : ownerOf(item).words) },
  { label: 'Answered last, no owner named', of: ({ assumed_owner }) => assumed_owner },
  { label: 'Team', of: ({ team }) => team },
  { label: 'Service', of: ({ service }) => service },
  { label: 'Priority', of: ({ priority }) => priority },
  { label: 'Begun', of: ({ begun_at }) => localTime(begun_at, zone) },
  { label: 'Known until', of: ({ known_until }) => localTime(known_until, zone) },
  { label: 'Open for, minutes', of: ({ age_minutes }) => age_minutes },
  { label: 'Open for, working minutes', of: ({ age_business_minutes }) => age_business_minutes },
]

const lackNames = {
  acknowledgement: 'acknowledgement',
  owner: 'owner',
  update: 'word to the requester',
  log_entry: 'entry in the log',
} as const

const lackColumns = (zone: string): Column<WaitingEscalation>[] =>
  whatIsLacked.flatMap((what): Column<WaitingEscalation>[] => {
    const named: Column<WaitingEscalation> = {
      label: `Missing: ${lackNames[what]}`,
      of: (item) => (lackIn(item, what) === undefined ? 'no' : 'yes'),
    }
    if (what === 'log_entry') return [named]
    return [
      named,
      { label: `Due: ${lackNames[what]}`, of: (item) => localTime(lackIn(item, what)?.due_at ?? null, zone) },
      {
        label: `Overdue, working minutes: ${lackNames[what]}`,
        of: (item) => lackIn(item, what)?.overdue_business_minutes ?? null,
      },
    ]
  })

const unownedNames = {
  left: 'the owner left',
  taken_off: 'the owner was taken off',
  never_named: 'none was ever named',
} as const

/** Every open escalation, a row each. */
export const tableOfEscalations = (escalations: readonly WaitingEscalation[], zone: string): Table =>
  tableOf(escalations, 'Escalation', [
    { label: 'Tickets', of: ({ tickets }) => tickets.map(({ id }) => id).join(' ') || null },
    ...lackColumns(zone),
    {
      label: 'Why no owner',
      of: ({ unowned_because }) => (unowned_because === null ? null : unownedNames[unowned_because]),
    },
    { label: 'Needed by', of: ({ needed_by }) => needed_by },
    { label: 'Last word to the requester', of: ({ last_heard_at }) => localTime(last_heard_at, zone) },
    { label: 'Next word due', of: ({ next_update_due_at }) => localTime(next_update_due_at, zone) },
    { label: 'Reason', of: ({ reason }) => reason },
    { label: 'Impact', of: ({ impact }) => impact },
    { label: 'Came in by', of: ({ route }) => route },
    ...shared<WaitingEscalation>(zone),
  ])

const targetColumns = (what: 'response' | 'resolution', zone: string): Column<WaitingTicket>[] => {
  const missed = ({ lacks }: WaitingTicket) => lacks.find((lack) => lack.what === what)
  return [
    { label: `Missed ${what} target`, of: (item) => missed(item)?.target ?? null },
    { label: `Due: ${what}`, of: (item) => localTime(missed(item)?.due_at ?? null, zone) },
    { label: `Overdue, minutes: ${what}`, of: (item) => missed(item)?.overdue_minutes ?? null },
    {
      label: `Overdue, working minutes: ${what}`,
      of: (item) => missed(item)?.overdue_business_minutes ?? null,
    },
  ]
}

/** Every open ticket past a target, a row each. */
export const tableOfTickets = (tickets: readonly WaitingTicket[], zone: string): Table =>
  tableOf(tickets, 'Ticket', [
    { label: 'Level when raised', of: ({ level }) => level },
    ...targetColumns('response', zone),
    ...targetColumns('resolution', zone),
    { label: 'Escalations', of: ({ escalations }) => escalations.map(({ id }) => id).join(' ') || null },
    { label: 'Part of major incident', of: ({ major_incident }) => major_incident },
    ...shared<WaitingTicket>(zone),
  ])
