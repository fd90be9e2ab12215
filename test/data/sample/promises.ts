import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Table } from '../../../data/sample/generator/truth-tables.ts'

type Row = Record<string, unknown>
const MINUTE = 60_000
const instant = (column: string, name: string) => `strftime(${column}, '%Y-%m-%dT%H:%M:%SZ') as ${name}`

/** What the warehouse says of each escalation's story, in the words of the truth. */
export const storyQuery = `
  with told as (
    select item_id as id,
      list_sort(list(strftime(occurred_at, '%Y-%m-%dT%H:%M:%SZ')) filter (kind = 'updated')) as messages,
      list_sort(list(strftime(occurred_at, '%Y-%m-%dT%H:%M:%SZ')) filter (kind = 'chased')) as chases,
      ${instant("min(occurred_at) filter (kind = 'redirected')", 'redirected_at')}
    from fct_events where item_kind = 'escalation' group by item_id
  )
  select escalation_id as id, ${instant('investigated_at', 'investigated_at')}, investigated_basis,
    ${instant('e.first_owned_at', 'first_owned_at')},
    case when e.is_always_owned is not null then ${instant('w.window_from_at', 'window_from_at').replace(/ as \w+$/, '')} end as window_from_at,
    e.is_always_owned, round(e.unowned_minutes)::integer as unowned_minutes, coalesce(t.messages, []) as messages,
    round(e.longest_silence_minutes)::integer as longest_silence_minutes, coalesce(t.chases, []) as chases,
    e.handoff_count as handoffs, e.reopen_count as reopened, e.repeat_of, t.redirected_at, e.satisfaction
  from fct_escalations as e
  left join fct_owned as w on w.item_kind = 'escalation' and w.item_id = e.escalation_id
  left join told as t on t.id = e.escalation_id`

/** A story of the truth as the warehouse should tell it: minutes in place of the spans without an owner. */
export function toldOf(story: Row, asOf: string): Row {
  const { contacts, is_returned, unowned, ...row } = story
  const minutes = (unowned as string[]).map((span) => {
    const [from = '', to] = span.split('/')
    return (Date.parse(to || asOf) - Date.parse(from)) / MINUTE
  })
  const hasBegun = row.window_from_at !== null
  return { ...row, unowned_minutes: hasBegun ? minutes.reduce((a, b) => a + b, 0) : null }
}

/** What the warehouse says of each ticket's way through hands. */
export const handsQuery = `
  with turns as (
    select item_id, owner, from_at, to_at
    from fct_ownership
    where item_kind = 'ticket' and not is_assumed
    qualify owner is distinct from lag(owner) over (partition by item_id order by from_at, to_at nulls last)
  ),
  returned as (
    select distinct item_id
    from (select item_id, owner, lag(owner, 2) over (partition by item_id order by from_at, to_at nulls last) as earlier from turns)
    where owner = earlier
  )
  select ticket_id as id, a.level, handoff_count as handoffs, r.item_id is not null as is_returned,
    reopen_count as reopened, satisfaction
  from fct_tickets as t
  left join returned as r on r.item_id = t.ticket_id
  left join (select ticket_id, any_value(level) as level from fct_attainment group by ticket_id) as a using (ticket_id)`

interface Point {
  from: string
  value: number | null
  is_complete: boolean
}

/** The months of a share of escalations as a release publishes it. */
export function shareOf(dir: string, measure: string, id: string): Point[] {
  const file = JSON.parse(readFileSync(join(dir, 'current', 'measures', `${measure}.json`), 'utf8'))
  const series = file.series.find(
    (one: Row) =>
      one.item_kind === 'escalation' && one.id === id && one.period === 'month' && one.scope === 'all',
  )
  return series?.points ?? []
}

/** The share of each month for one promise in the truth, by the month's first day; a month of nobody is left out. */
export function monthsOf({ rows }: Table, promise: string): Map<string, number> {
  const mine = rows.filter(([, name, , of]) => name === promise && Number(of) > 0)
  return new Map(mine.map(([month, , hits, of]) => [`${month}-01`, Number(hits) / Number(of)]))
}
