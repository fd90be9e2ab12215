import { configOf, csv } from './config.ts'
import type { Export } from './installation.ts'

/** The sources of a small service desk: a log, two lists of tickets of which one holds the open ones, one of escalations. */
export const monthConfig = configOf(
  `
- name: log
  files: "log*.csv"
  format: table
  entity: ticket
  grain: event
  columns: { id: id, at: at, order: order, status: status, owner: owner, team: team, requester: requester, opened_at: opened }
- name: tickets
  files: "tickets*.csv"
  format: table
  entity: ticket
  grain: item
  columns: { id: id, opened_at: opened, updated_at: updated, resolved_at: resolved, status: status, owner: owner, team: team, priority: priority }
- name: open
  files: "open*.csv"
  format: table
  entity: ticket
  grain: item
  coverage: open_only
  columns: { id: id, opened_at: opened, updated_at: updated, status: status, owner: owner, team: team }
- name: escalations
  files: "escalations*.csv"
  format: table
  entity: escalation
  grain: item
  coverage: open_only
  columns: { id: ref, ticket_id: ticket, received_at: received, status: status, owner: owner }
`,
  'people: [{ name: Ann Lee, aliases: [Ann], team: Network, to: 2026-03-19 }, { name: Bot, system: true }]',
)

/** Numbers from 0 up to a bound, the same for the same seed (mulberry32). */
function dice(seed: number): (bound: number) => number {
  let state = seed >>> 0
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound
  }
}

interface State {
  /** Hours since the month began. */
  readonly hour: number
  readonly status: string
  readonly owner: string
  readonly team: string
  /** From this hour on the tool tells another team for this state. */
  readonly mendedAt: number
}

interface Ticket {
  readonly id: string
  readonly opened: number
  readonly priority: string
  readonly states: readonly State[]
}

const statuses = ['new', 'in_progress', 'waiting', 'resolved', 'in_progress', 'closed'] as const
const owners = ['', 'Ann', 'Bob', 'ann  lee', 'Bot'] as const
const teams = ['Desk', 'Network', ''] as const
const pick = <T>(roll: (bound: number) => number, words: readonly T[]): T => words[roll(words.length)] as T

function ticketOf(number: number, roll: (bound: number) => number): Ticket {
  const opened = roll(24 * 20)
  let hour = opened
  const states = Array.from({ length: 1 + roll(5) }, (): State => {
    const state = { hour, status: pick(roll, statuses), owner: pick(roll, owners), team: pick(roll, teams) }
    hour += roll(4) === 0 ? 0 : 1 + roll(120)
    return { ...state, mendedAt: roll(5) === 0 ? state.hour + 30 : Number.POSITIVE_INFINITY }
  })
  return {
    id: `INC00000${String(number).padStart(2, '0')}`,
    opened,
    priority: pick(roll, ['P1', 'P3']),
    states,
  }
}

const instantOf = (hour: number): string =>
  new Date(Date.UTC(2026, 2, 2) + hour * 3_600_000).toISOString().slice(0, 16)
const doneStatuses: readonly string[] = ['resolved', 'closed']

/** What each source writes of the tickets at an hour, as lines; `roll` decides what it gets wrong. */
function writtenAt(hour: number, tickets: readonly Ticket[], roll: (bound: number) => number) {
  const known = tickets.filter(({ opened }) => opened <= hour)
  const teamOf = ({ mendedAt, team }: State): string => (mendedAt <= hour ? 'AV' : team)
  const log = known.flatMap(({ id, opened, states }) =>
    states.flatMap((state, order) =>
      state.hour > hour
        ? []
        : [
            `${id},${instantOf(state.hour)},${order},${state.status},${state.owner},${teamOf(state)},ab${id.at(-1)},${instantOf(opened)}`,
          ],
    ),
  )
  const rows = known.flatMap((ticket) => {
    const state = ticket.states.findLast((one) => one.hour <= hour)
    return state ? [{ ...ticket, state }] : []
  })
  const updated = (state: State): string =>
    roll(12) === 0 ? 'never' : state.owner === 'Bob' ? '' : instantOf(state.hour)
  const all = rows.map(({ id, opened, priority, state }) => {
    const resolved = state.status === 'resolved' ? instantOf(state.hour) : ''
    return `${id},${instantOf(opened)},${updated(state)},${resolved},${state.status},${state.owner},${teamOf(state)},${priority}`
  })
  const isOpen = ({ state }: { state: State }) => !doneStatuses.includes(state.status)
  const open = rows
    .filter(isOpen)
    .map(
      ({ id, opened, state }) =>
        `${id},${instantOf(opened)},${updated(state)},${state.status},${state.owner},${teamOf(state)}`,
    )
  const escalations = rows
    .filter((row, index) => index % 3 === 0 && isOpen(row))
    .map(({ id, opened, state }) => `E-${id},${id},${instantOf(opened + 1)},${state.status},${state.owner}`)
  return { log, tickets: all, open, escalations }
}

const headers = {
  log: 'id,at,order,status,owner,team,requester,opened',
  tickets: 'id,opened,updated,resolved,status,owner,team,priority',
  open: 'id,opened,updated,status,owner,team',
  escalations: 'ref,ticket,received,status,owner',
} as const

/** The exports of `days` days by their path in the installation; a source leaves out a day now and then, and one comes twice. */
export function monthOfExports(seed: number, days: number): Readonly<Record<string, Export>> {
  const roll = dice(seed)
  const tickets = Array.from({ length: 14 }, (_, number) => ticketOf(number, roll))
  const files: [string, Export][] = []
  for (let day = 1; day <= days; day += 1) {
    const hour = day * 24 - 6
    for (const [source, lines] of Object.entries(writtenAt(hour, tickets, roll))) {
      if (roll(6) === 0 || lines.length === 0) continue
      const content = csv(headers[source as keyof typeof headers], ...lines)
      files.push([
        `inbox/${source}-${String(day).padStart(2, '0')}.csv`,
        { content, at: `${instantOf(hour)}:00Z` },
      ])
    }
  }
  const [name, twice] = files[roll(files.length)] ?? ['', { content: '', at: '' }]
  const later = new Date(Date.parse(twice.at) + 50 * 3_600_000).toISOString()
  return Object.fromEntries([...files, [name.replace('.csv', '-again.csv'), { ...twice, at: later }]])
}
