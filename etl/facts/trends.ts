import type { Bindings, Database, Row } from '../db/database.ts'
import { trendsOf } from '../trends/calls.ts'
import { type Term, yearBeforeBy } from '../trends/terms.ts'
import { leastDays } from '../trends/windows.ts'

/** A subject's tickets, by the day since the first. */
type Daily = {
  readonly of: string
  readonly key: string
  readonly days: readonly number[]
  readonly counts: readonly number[]
}

/** The days that are looked at: from the first ticket's to the last that is known whole. */
type Span = { readonly first_day: string; readonly day_count: number }

const spanQuery = `
  select first_day::varchar as first_day, (known_day - first_day)::integer as day_count
  from (
    select min(timezone($timezone, opened_at))::date as first_day, timezone($timezone, max(known_until))::date as known_day
    from fct_tickets
  )
  where known_day > first_day`

/** Children of a major incident count once, with it. */
const ticketsQuery = `
  select t.ticket_id, t.category, t.subcategory, (timezone($timezone, t.opened_at)::date - $first_day::date)::integer as day
  from fct_tickets as t
  join fct_all_items as i on i.item_kind = 'ticket' and i.item_id = t.ticket_id
  where not i.is_major_child`

/** A subcategory that is an issue itself, for want of text, is not asked for twice. */
const subjectsQuery = `
  with tickets as (${ticketsQuery}),
  subjects as (
    select 'all' as of, '' as key, day from tickets
    union all
    select 'issue', m.group_id, t.day from tickets as t join fct_recurring_members as m on m.ticket_id = t.ticket_id
    union all
    select 'category', category, day from tickets where category is not null
    union all
    select 'subcategory', category || ' · ' || subcategory, day from tickets
    where category is not null and subcategory is not null and (category, subcategory) in (
      select (n.category, n.subcategory) from tickets as n join fct_issues as s on s.ticket_id = n.ticket_id where s.is_by_text)
  ),
  daily as (
    select of, key, day, count(*)::integer as tickets from subjects where day < $day_count::integer group by of, key, day
  )
  select of, key, list(day order by day) as days, list(tickets order by day) as counts
  from daily
  group by of, key
  having of = 'all' or sum(tickets) >= 10
  order by of, key`

function everyDay({ days, counts }: Daily, count: number): Int32Array {
  const all = new Int32Array(count)
  days.forEach((day, place) => {
    all[day] = counts[place] as number
  })
  return all
}

/** What `fct_trends` and `fct_calls` are made of: what rises and falls, by `trends/calls.ts`, as of each night. */
export async function trendBindings(database: Database, bindings: Bindings): Promise<Bindings> {
  const [span] = await database.all<Span>(spanQuery, bindings)
  if (span === undefined) return { trends: '[]', calls: '[]' }
  const { first_day, day_count } = span
  const daily = await database.all<Daily>(subjectsQuery, { ...bindings, ...span })
  const terms = await database.all<Term & Row>(
    'select name, from_day::varchar as "from", to_day::varchar as "to" from dim_terms',
  )
  const all = daily.find(({ of }) => of === 'all')
  const subjects = daily.filter((one) => one !== all)
  const { evaluations, calls } = trendsOf({
    subjects: subjects.map((subject, place) => ({
      key: String(place),
      counts: everyDay(subject, day_count),
    })),
    all: all ? everyDay(all, day_count) : new Int32Array(day_count),
    ends: Array.from({ length: Math.max(0, day_count - leastDays + 1) }, (_, place) => leastDays + place),
    yearBefore: yearBeforeBy(terms, first_day),
  })
  const named = (key: string) => {
    const { of, key: name } = subjects[Number(key)] as Daily
    return { of, key: name }
  }
  /** The last day before an end. */
  const dateOf = (end: number): string =>
    Temporal.PlainDate.from(first_day)
      .add({ days: end - 1 })
      .toString()
  return {
    trends: JSON.stringify(
      evaluations.map(({ key, state, direction, c1, c0, e1, e0, ratio, p, p_last_year }) => ({
        ...named(key),
        trend: state,
        direction,
        judged_on: dateOf(day_count),
        recent: c1,
        before: c0,
        all_recent: e1,
        all_before: e0,
        ratio,
        p,
        p_last_year,
      })),
    ),
    calls: JSON.stringify(
      calls.map(({ key, direction, called_on, ended_on }) => ({
        ...named(key),
        direction,
        called_on: dateOf(called_on),
        ended_on: ended_on === null ? null : dateOf(ended_on),
      })),
    ),
  }
}
