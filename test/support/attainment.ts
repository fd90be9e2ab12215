import { configOf, csv } from './config.ts'
import { goodNight, type Night } from './installation.ts'

/** One ticket with its rows (`03-02 09:00` is that time of 2026, in London), and what is said of one of its measures. */
export interface TargetCase {
  readonly name: string
  readonly rows: readonly string[]
  readonly measure: 'response' | 'resolution'
  readonly expect: Readonly<Record<string, unknown>>
}

/** A ticket log that names a priority. */
export const prioritySource = `
- name: log
  files: "log*.csv"
  format: table
  entity: ticket
  grain: event
  columns: { id: id, at: at, order: order, status: status, priority: priority, actor: actor, opened_at: opened }
`
/** Tickets as they stand, with a priority. */
export const priorityItems = `
- name: tickets
  files: "tickets*.csv"
  format: table
  entity: ticket
  grain: item
  columns: { id: id, opened_at: opened, updated_at: updated, acknowledged_at: acknowledged, resolved_at: resolved, status: status, priority: priority }
`

export const targets = `
calendars:
  evening: { hours: { mon: "18:00-20:00", tue: "18:00-20:00" } }
people:
  - { name: robot, system: true }
targets:
  - { level: P1, measure: response, target: "15 min", from: 2026-01-01, source: old page }
  - { level: P1, measure: response, target: "30 min", from: 2026-03-16, source: new page }
  - { level: P1, measure: response, target: "45 min", from: 2026-04-13, source: newest page }
  - { level: P1, measure: resolution, target: "4 hours", pauses: true }
  - { level: P2, measure: response, target: "2 hours", clock: business, from: 2026-01-01 }
  - { level: P2, measure: resolution, target: "1 business day", pauses: true, from: 2026-01-01 }
  - { level: P3, measure: response, target: "1 hour", clock: business, calendar: evening, pauses: true }
  - { level: P3, measure: resolution, target: "3 business days", from: 2026-01-01 }
  - { level: P4, measure: resolution, target: "2 days", clock: business, from: 2026-01-01 }
`

const dated = (text: string): string =>
  text.replaceAll(
    /\b(?:(20\d\d)-)?(\d\d-\d\d) (\d\d:\d\d)/g,
    (_, year, day, time) => `${year ?? 2026}-${day}T${time}`,
  )

/** The lines of a file whose cases are tickets T0, T1 and so on. */
export const linesOf = (cases: readonly Pick<TargetCase, 'rows'>[]): string[] =>
  cases.flatMap(({ rows }, index) => rows.map((row) => `T${index},${dated(row)}`))

/** One night over a log of such cases, as of noon on 20 April 2026. */
export const nightOf = (cases: readonly TargetCase[], more = targets): Promise<Night> =>
  goodNight({
    config: configOf(prioritySource, more),
    files: {
      'inbox/log.csv': {
        content: csv('id,at,order,status,priority,actor,opened', ...linesOf(cases)),
        at: '2026-04-20T12:00:00Z',
      },
    },
  })

/** What is said of each ticket and measure, by `T0 response`; times as in the cases. */
export async function attained({
  query,
}: Pick<Night, 'query'>): Promise<Map<string, Record<string, unknown>>> {
  const rows = await query(`
    select ticket_id, measure, level, target, clock, calendar, state,
      strftime(timezone('Europe/London', due_at), '%m-%d %H:%M') as due,
      strftime(timezone('Europe/London', done_at), '%m-%d %H:%M') as done
    from fct_attainment`)
  return new Map(rows.map((row) => [`${row.ticket_id} ${row.measure}`, row]))
}
