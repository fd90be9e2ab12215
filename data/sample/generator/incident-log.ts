import { csvLine } from './csv.ts'
import { logTime, type Minute } from './london.ts'
import { people, SYSTEM } from './people.ts'
import { doneAt, lastRow, type Priority, type Row, type Ticket } from './ticket.ts'

/** The incident log's own columns, then the four that this institution added. */
export const incidentLogHeader: readonly string[] = [
  'number,incident_state,active,reassignment_count,reopen_count,sys_mod_count,made_sla,caller_id,opened_by,opened_at',
  'sys_created_by,sys_created_at,sys_updated_by,sys_updated_at,contact_type,location,category,subcategory,u_symptom',
  'cmdb_ci,impact,urgency,priority,assignment_group,assigned_to,knowledge,u_priority_confirmation,notify,problem_id',
  'rfc,vendor,caused_by,closed_code,resolved_by,resolved_at,closed_at,short_description,u_service,u_department,u_satisfaction',
].flatMap((line) => line.split(','))

const NONE = '?'
const logins = new Map(people.map(({ name, login }) => [name, login]))
const priorities: Record<Priority, readonly [string, string, string]> = {
  1: ['1 - High', '1 - High', '1 - Critical'],
  2: ['1 - High', '2 - Medium', '2 - High'],
  3: ['2 - Medium', '2 - Medium', '3 - Moderate'],
  4: ['3 - Low', '3 - Low', '4 - Low'],
}
const codes = [
  'Solved (Permanently)',
  'Solved (Work Around)',
  'Solved Remotely',
  'Not Solved',
  'Closed by Caller',
]

/** The whole log as CSV, a ticket at a time, oldest first. */
export function* incidentLogCsv(tickets: readonly Ticket[]): Generator<string> {
  yield csvLine(incidentLogHeader, '\n')
  for (const ticket of tickets) yield ticketLines(ticket)
}

function ticketLines(ticket: Ticket): string {
  const end = ending(ticket)
  let reassigned = 0
  let reopened = 0
  let lines = ''
  for (const [i, row] of ticket.rows.entries()) {
    const before = ticket.rows[i - 1]
    if (before && before.team !== row.team) reassigned++
    if (before?.state === 'Resolved' && row.state === 'Active') reopened++
    lines += csvLine(cellsOf(ticket, row, reassigned, reopened, end), '\n')
  }
  return lines
}

interface Ending {
  closedCode: string
  resolvedBy: string
  resolvedAt: Minute | null
  closedAt: Minute | null
  isLate: boolean
}

/** The log writes a ticket's final values on all of its rows, from the first on. */
function ending({ rows, openedAt, number }: Ticket): Ending {
  const last = lastRow(rows)
  const resolved = rows.findLast(({ state }) => state === 'Resolved')
  const closed = last.state === 'Closed' || last.state === 'Canceled' ? last.at : null
  const resolvedAt = last.state === 'Canceled' ? null : doneAt(rows)
  return {
    closedCode: closed === null ? NONE : (codes[Number(number.slice(-2)) % 7] ?? 'Solved (Permanently)'),
    resolvedBy: (resolvedAt !== null && resolved && logins.get(resolved.updatedBy)) || NONE,
    resolvedAt,
    closedAt: closed,
    isLate: closed !== null && (resolvedAt ?? closed) - openedAt > 5 * 1440,
  }
}

function cellsOf(ticket: Ticket, row: Row, reassigned: number, reopened: number, end: Ending): string[] {
  const { requester, channel } = ticket
  const [impact, urgency, priority] = priorities[row.priority]
  const isClosed = row.state === 'Closed' || row.state === 'Canceled'
  const first = ticket.rows[0] ?? row
  const createdBy = channel === 'Email' || channel === 'Self-service' ? SYSTEM : actor(first.updatedBy)
  const isCreationKept = Number(ticket.number.slice(-1)) < 7
  return [
    ...[
      ticket.number,
      row.state,
      String(!isClosed),
      String(reassigned),
      String(reopened),
      String(row.modCount),
    ],
    ...[String(!(isClosed && end.isLate)), requester.name, createdBy, logTime(ticket.openedAt)],
    ...(isCreationKept ? [createdBy, logTime(first.at)] : [NONE, NONE]),
    ...[actor(row.updatedBy), logTime(row.at), channel, ticket.building, ticket.topic.category],
    ...[ticket.topic.subcategory, NONE, NONE, impact, urgency, priority, row.team, row.owner ?? NONE],
    ...['false', String(row.priority < 3), 'Do Not Notify', row.problem ?? NONE, NONE],
    ...[row.state === 'Awaiting Vendor' ? 'Vendor 1' : NONE, NONE, end.closedCode, end.resolvedBy],
    ...[
      timeOr(end.resolvedAt),
      timeOr(end.closedAt),
      ticket.subject,
      ticket.service.name,
      requester.department,
      (row.state === 'Closed' && ticket.answer) || NONE,
    ],
  ]
}

const actor = (name: string) => logins.get(name) ?? name
const timeOr = (minute: Minute | null) => (minute === null ? NONE : logTime(minute))
