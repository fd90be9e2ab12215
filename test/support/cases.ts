import type { Row } from '../../etl/db/database.ts'
import type { Night } from './installation.ts'

/** One item with its rows (cells after the id) and what the warehouse should say of it, by the named columns. */
export interface ItemCase {
  readonly name: string
  readonly rows: readonly string[]
  readonly expect: Readonly<Record<string, unknown>>
}

/** The day on which cases take place, a Monday in winter: wall time in London is UTC. */
export const day = '2026-03-02'

/** `09:30` is that time of the day; `+2 09:30` that of two days later. */
export const wall = (text: string): string =>
  text.replaceAll(
    /(?:\+(\d+) )?\b(\d\d:\d\d)\b/g,
    (_, later: string | undefined, time: string) =>
      `${day.slice(0, 8)}${String(2 + Number(later ?? 0)).padStart(2, '0')}T${time}`,
  )

export const idOf = (index: number): string => `T${String(index).padStart(2, '0')}`

/** The rows of all cases as lines of one file, each case an item of its own. */
export const linesOf = (cases: readonly ItemCase[]): string[] =>
  cases.flatMap(({ rows }, index) => rows.map((row) => `${idOf(index)},${wall(row)}`))

const times = ['received_at', 'acknowledged_at', 'first_owned_at', 'first_resolved_at', 'resolved_at', 'closed_at', 'known_until'] // biome-ignore format: a list
const shown = (column: string): string => `regexp_replace(strftime(${column}, '+%d %H:%M'), '^\\+0?2 ', '')`

const items = `
  select item_id, ${times.map((column) => `${shown(column)} as ${column}`).join(', ')}, acknowledged_basis, acknowledge_minutes, resolve_minutes,
    status, is_open, owner, team, handoff_count, reopen_count
  from fct_items`

/** What became of every item: its times as in the cases, its flags, its events and its owners in order. */
export async function outcomes(night: Pick<Night, 'query'>): Promise<Map<string, Row>> {
  const rows = await night.query(`
    with items as (${items}),
    flagged as (
      select ticket_id as item_id, flags from fct_tickets union all select escalation_id, flags from fct_escalations
    ),
    told as (
      select item_id, list(${shown('occurred_at')} || ' ' || kind order by position) as events
      from fct_events group by item_id
    ),
    owned as (
      select item_id, list(owner order by from_at) as owners, list(${shown('to_at')} order by from_at) as ends from fct_ownership group by item_id
    )
    select * from items left join flagged using (item_id) left join told using (item_id) left join owned using (item_id)
    order by item_id`)
  return new Map(rows.map((row) => [String(row.item_id), row]))
}
