import { type Escalation, isOver } from './escalation.ts'
import { isoDayOf, isoOf, localDayOf, type Minute } from './london.ts'
import { SHARED } from './people.ts'
import { acknowledgedAt, isDone, lastRow, resolvedAt, type Ticket } from './ticket.ts'

type Cell = string | number | boolean | null | readonly string[]

/** A table kept small: names once, then rows. */
export interface Table {
  columns: readonly string[]
  rows: readonly (readonly Cell[])[]
}

/** A ticket's service, category and subcategory in one text. */
export const groupOf = ({ service, topic }: Ticket): string =>
  `${service.name}\t${topic.category}\t${topic.subcategory}`

/** ISO in UTC, or null where there is no time. */
export const iso = (minute: Minute | null | undefined) =>
  minute === null || minute === undefined ? null : isoOf(minute)

/** One row a ticket. */
export function ticketTable(tickets: readonly Ticket[], groups: ReadonlyMap<string, number>): Table {
  const columns =
    'id opened_at first_row_at acknowledged_at first_owned_at resolved_at is_open status owner team priority_raised priority group rows'
  return {
    columns: columns.split(' '),
    rows: tickets.map((ticket) => {
      const { rows } = ticket
      const now = lastRow(rows)
      return [
        ...[ticket.number, isoOf(ticket.openedAt), iso(rows[0]?.at), iso(acknowledgedAt(rows))],
        ...[
          iso(rows.find(({ owner }) => owner !== null)?.at),
          iso(resolvedAt(rows)),
          !isDone(now.state),
          now.state,
        ],
        ...[
          now.owner,
          now.team,
          ticket.priority,
          now.priority,
          groups.get(groupOf(ticket)) ?? null,
          rows.length,
        ],
      ]
    }),
  }
}

/** One row an escalation. */
export function escalationTable(escalations: readonly Escalation[]): Table {
  const columns =
    'id received_at logged_at acknowledged_at acknowledged_basis resolved_at closed_at updated_at is_open status outcome owner team ticket_ids ticket_match service department reason impact route'
  return {
    columns: columns.split(' '),
    rows: escalations.map((one) => {
      const ended = one.resolvedAt ?? one.closedAt
      const basis = one.acknowledgedAt !== null ? 'explicit' : ended !== null ? 'resolution' : null
      return [
        ...[one.ref, isoOf(one.receivedAt), isoOf(one.loggedAt), iso(one.acknowledgedAt ?? ended), basis],
        ...[
          iso(one.resolvedAt),
          iso(one.closedAt),
          isoOf(one.updatedAt),
          !isOver(one.status),
          one.status,
          one.outcome,
        ],
        ...[one.owner === SHARED ? null : one.owner, one.team, one.ticketNumbers, one.match, one.service],
        ...[one.department, one.reason, one.impact, one.route],
      ]
    }),
  }
}

/** One row a local day, without gaps, from the first ticket's to `lastDay`. */
export function dayTable(tickets: readonly Ticket[], lastDay: number): Table {
  const counts = new Map<number, [opened: number, reopened: number, departed: number]>()
  const count = (minute: Minute, which: 0 | 1 | 2) => {
    const day = localDayOf(minute)
    const known = counts.get(day) ?? [0, 0, 0]
    known[which]++
    counts.set(day, known)
  }
  for (const { openedAt, rows } of tickets) {
    count(openedAt, 0)
    for (const [i, row] of rows.entries()) {
      const wasDone = i > 0 && isDone(rows[i - 1]?.state ?? 'New')
      if (isDone(row.state) !== wasDone) count(row.at, wasDone ? 1 : 2)
    }
  }
  const firstDay = Math.min(...counts.keys())
  let open = 0
  const rows = Array.from({ length: lastDay - firstDay + 1 }, (_, i) => {
    const [opened, reopened, departed] = counts.get(firstDay + i) ?? [0, 0, 0]
    open += opened + reopened - departed
    return [isoDayOf(firstDay + i), opened, reopened, departed, open]
  })
  return { columns: ['day', 'opened', 'reopened', 'departed', 'open_at_end'], rows }
}
