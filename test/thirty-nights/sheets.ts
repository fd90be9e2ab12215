import { minute, wallOf } from '../reference/clock.ts'
import type { Fact, Row } from './delivery.ts'
import type { Sheet } from './sheet.ts'
import { type State, type Status, stateAt, type Ticket, type Truth } from './truth.ts'

const week = 7 * 24 * 60 * minute
/** When a word for waiting comes into use that nobody had told of. */
export const newWordFrom = Date.parse('2026-10-15T00:00:00Z')
export const newWord = 'With supplier'

const words: Readonly<Record<Status, string>> = {
  new: 'New',
  in_progress: 'In Progress',
  waiting: 'On Hold',
  resolved: 'Resolved',
  closed: 'Closed',
  cancelled: 'Cancelled',
}

const spaced = (at: number): string => wallOf(at).replace('T', ' ')
const teamOf = ({ team, mendedAt }: Ticket, at: number): string =>
  mendedAt !== null && mendedAt <= at ? `${team} 2` : team

function factOf({ id, opened, priority }: Ticket, thing: string, { at, status, owner }: State): Fact {
  const nothing = { acknowledged: null, isReply: false }
  return { item: id, thing, at, begun: opened, status, owner, priority, ...nothing }
}

const isOpen = ({ status }: State): boolean => !['resolved', 'closed', 'cancelled'].includes(status)

/** The tickets that are there at an instant, each in its state then. */
const standing = (tickets: readonly Ticket[], at: number): { ticket: Ticket; state: State }[] =>
  tickets.flatMap((ticket) => {
    const state = stateAt(ticket, at)
    return state ? [{ ticket, state }] : []
  })

/** The desk's log of changes from after one instant up to another: what a tool tells at that other one. */
export function logSheet({ tickets }: Truth, after: number, until: number, toldAt = until): Sheet {
  const wordOf = ({ status, at }: State): string =>
    status === 'waiting' && at >= newWordFrom ? newWord : words[status]
  const rows = tickets
    .filter(({ family }) => family === 'desk')
    .flatMap((ticket) =>
      ticket.states.flatMap((state, index): Row[] => {
        if (state.at <= after || state.at > until) return []
        const cells = {
          Number: ticket.id,
          Time: spaced(state.at),
          Step: String(index + 1),
          State: wordOf(state),
          Assignee: state.owner,
          Group: teamOf(ticket, toldAt),
          By: state.by,
          Caller: ticket.caller,
          Opened: spaced(ticket.opened),
          Priority: ticket.priority,
          Category: ticket.category,
        }
        const fact = factOf(ticket, `${ticket.id} ${cells.Time} ${cells.Step}`, state)
        return [{ fact, cells, fault: null }]
      }),
    )
  const mapped = ['Number', 'State', 'Assignee', 'Group', 'By', 'Caller', 'Opened', 'Priority']
  const columns = ['Number', 'Time', 'Step', ...mapped.slice(1), 'Category']
  return { source: 'desk-log', columns, mapped, rows }
}

/** Every ticket of the list, and those of the desk that matter most, as the list tells them. */
export function listSheet({ tickets }: Truth, at: number): Sheet {
  const listed = tickets.filter(
    ({ family, priority }) => family === 'list' || (family === 'desk' && priority === 'P1'),
  )
  const rows = standing(listed, at).map(({ ticket, state }): Row => {
    const resolvedAt = state.status === 'resolved' ? spaced(state.at) : ''
    const cells = {
      Number: ticket.id,
      Opened: spaced(ticket.opened),
      Updated: spaced(state.at),
      Resolved: resolvedAt,
      State: words[state.status],
      'Assigned to': state.owner,
      'Assignment group': teamOf(ticket, at),
      Caller: ticket.caller,
      Priority: ticket.priority,
      Category: ticket.category,
      'Short description': `${ticket.category} does not work, "again"`,
    }
    return { fact: factOf(ticket, ticket.id, state), cells, fault: null }
  })
  const columns = [
    'Number',
    'Opened',
    'Updated',
    'Resolved',
    'State',
    'Assigned to',
    'Assignment group',
    'Caller',
    'Priority',
    'Category',
    'Short description',
  ]
  return { source: 'list', columns, mapped: columns.slice(0, -1), rows }
}

function plainRow({ ticket, state }: { ticket: Ticket; state: State }, at: number): Row {
  const cells = {
    Ref: ticket.id,
    Opened: spaced(ticket.opened),
    Changed: spaced(state.at),
    State: words[state.status],
    Owner: state.owner,
    Team: teamOf(ticket, at),
    Service: ticket.category,
  }
  return { fact: { ...factOf(ticket, ticket.id, state), priority: null }, cells, fault: null }
}
const plainColumns = ['Ref', 'Opened', 'Changed', 'State', 'Owner', 'Team'] as const

/** The open tickets of the AV team. */
export function openSheet({ tickets }: Truth, at: number): Sheet {
  const open = standing(
    tickets.filter(({ family }) => family === 'av'),
    at,
  ).filter(({ state }) => isOpen(state))
  return {
    source: 'av-open',
    columns: plainColumns,
    mapped: plainColumns,
    rows: open.map((one) => plainRow(one, at)),
  }
}

/** The tickets of the network team that changed within a week; `Service` is mapped late. */
export function recentSheet({ tickets }: Truth, at: number): Sheet {
  const all = standing(
    tickets.filter(({ family }) => family === 'network'),
    at,
  )
  const recent = all.filter(({ state }) => state.at > at - week)
  const columns = [...plainColumns, 'Service']
  return { source: 'network', columns, mapped: columns, rows: recent.map((one) => plainRow(one, at)) }
}
