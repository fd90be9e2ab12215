/** Filtered figures counted anew from tickets and escalations, by other means than those that observe them for cells. */
import type { Bindings, Database, Row } from '../../../etl/db/database.ts'

export type Recounted = Row & { from_day: string; n: number; hits: number }

/** The same wall time on the open day so many after the one that something came in on, or that day's end. */
const due = (days: number): string => `
  hours as (select open_day, opens_at, closes_at from dim_calendar where calendar = 'main'),
  begun as (
    select i.*, min(h.open_day) as first_day, min(h.opens_at) as first_opens_at
    from items as i join hours as h on h.closes_at > i.came_at and h.closes_at < i.came_at + interval 40 days
    group by all
  ),
  dated as (
    select b.*, least(
      timezone('Europe/London', timezone('Europe/London', h.opens_at)::date + timezone('Europe/London', greatest(b.came_at, b.first_opens_at))::time), h.closes_at
    ) as due_at
    from begun as b join hours as h on h.open_day = b.first_day + ${days}
  )`

const byPeriod = (period: 'week' | 'month', day: string, hit: string, from: string): string => `
  select date_trunc('${period}', timezone('Europe/London', ${day}))::date::varchar as from_day,
    count(*)::integer as n, count(*) filter (${hit})::integer as hits
  from ${from} group by 1 order by 1`

/** Tickets of a service by week, and how many were acknowledged within one business day. */
const acknowledgedByService = `
  with items as (
    select ticket_id, opened_at as came_at, acknowledged_at from fct_tickets
    where status <> 'cancelled' and service = $one
  ), ${due(1)}
  ${byPeriod('week', 'came_at', 'acknowledged_at <= due_at', 'dated')}`

/** Escalations of a service by month, and how many were acknowledged within one business day. */
const escalationsByService = `
  with items as (
    select escalation_id, received_at as came_at, acknowledged_at from fct_escalations
    where outcome not in ('withdrawn', 'duplicate') and service = $one
  ), ${due(1)}
  ${byPeriod('month', 'came_at', 'acknowledged_at <= due_at', 'dated')}`

/** Tickets of a team and a priority by month, and how many were acknowledged or resolved within so many business days. */
const byTeamAndPriority = (column: 'acknowledged_at' | 'resolved_at', days: number): string => `
  with items as (
    select ticket_id, opened_at as came_at, ${column} from fct_tickets
    where status <> 'cancelled' and team = $one and priority = $other
  ), ${due(days)}
  ${byPeriod('month', 'came_at', `${column} <= due_at`, 'dated')}`

/** Tickets of a department by the week they were first resolved in, and how many went through several hands. */
const handedOnByDepartment = `
  ${byPeriod(
    'week',
    'first_resolved_at',
    'handoff_count > 0',
    `fct_tickets where status <> 'cancelled' and first_resolved_at is not null and department = $one`,
  )}`

export const counts = {
  acknowledgedByService,
  escalationsByService,
  acknowledgedByTeamAndPriority: byTeamAndPriority('acknowledged_at', 1),
  resolvedByTeamAndPriority: byTeamAndPriority('resolved_at', 10),
  handedOnByDepartment,
} as const

/** Counts by the first day of each period. */
export const recount = async (
  database: Database,
  count: keyof typeof counts,
  values: Bindings,
): Promise<Map<string, Recounted>> => {
  const rows = await database.all<Recounted>(counts[count], values)
  return new Map(rows.map((row) => [row.from_day, row]))
}
