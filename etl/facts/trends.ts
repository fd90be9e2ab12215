import { type Term, yearBeforeBy } from '../../data/shared/terms.ts'
import type { Bindings, Database, Row } from '../db/database.ts'
import { type History, trendsOver } from '../trends/calls.ts'
import { leastDays, type YearBefore } from '../trends/windows.ts'

/** A subject's tickets by the day since the first, of sources that count from the same night on. */
type Daily = {
  readonly of: string
  readonly key: string
  readonly counts_from: number
  readonly since: number
  readonly days: readonly number[]
  readonly counts: readonly number[]
}

/** The days that are looked at. */
type Span = { readonly first_day: string; readonly day_count: number }

const spanQuery = `
  select first_day::varchar as first_day, (known_day - first_day)::integer as day_count from fct_trend_days limit 1`

const dailyQuery = `
  select of, key, (counts_from - first_day)::integer as counts_from, coalesce(since_day - first_day, -1)::integer as since,
    list((day - first_day)::integer order by day) as days, list(tickets order by day) as counts
  from fct_trend_days
  group by all
  order by of, key, counts_from`

/** Tickets of each day of some of a subject's rows. */
function everyDay(rows: readonly Daily[], count: number): Int32Array {
  const all = new Int32Array(count)
  for (const { days, counts } of rows)
    days.forEach((day, place) => {
      all[day] = (all[day] as number) + (counts[place] as number)
    })
  return all
}

/** The nights from one on, before another. */
const nights = (from: number, before: number): number[] =>
  Array.from({ length: Math.max(0, before - from) }, (_, place) => from + place)

/** The history in parts, each with the sources that count in it, and the subject that a key stands for. */
function erasOf(daily: readonly Daily[], dayCount: number, yearBefore: YearBefore) {
  const bySubject = Map.groupBy(daily, ({ of, key }) => `${of} ${key}`)
  const all = bySubject.get('all ') ?? []
  bySubject.delete('all ')
  const subjects = [...bySubject.values()]
  const starts = [...new Set([0, ...daily.map(({ counts_from }) => counts_from)])].sort((a, b) => a - b)
  const eras = starts.map((start, place): History => {
    const counted = (rows: readonly Daily[]) => rows.filter(({ counts_from }) => counts_from <= start)
    return {
      subjects: subjects.map((rows, key) => ({
        key: String(key),
        counts: everyDay(counted(rows), dayCount),
        since: Math.max(...rows.map(({ since }) => since)),
      })),
      all: everyDay(counted(all), dayCount),
      ends: nights(Math.max(leastDays, start), Math.min(dayCount + 1, starts[place + 1] ?? dayCount + 1)),
      yearBefore,
    }
  })
  const nameOf = (key: string) => {
    const [first] = subjects[Number(key)] as [Daily]
    const { of, key: name } = first
    return { of, key: name }
  }
  return { eras, nameOf }
}

/** What `fct_trends` and `fct_calls` are made of: what rises and falls, by `trends/calls.ts`, as of each night. Reads `fct_trend_days`. */
export async function trendBindings(database: Database): Promise<Bindings> {
  const [span] = await database.all<Span>(spanQuery)
  if (span === undefined) return { trends: '[]', calls: '[]' }
  const { first_day, day_count } = span
  const daily = await database.all<Daily>(dailyQuery)
  const terms = await database.all<Term & Row>(
    'select name, from_day::varchar as "from", to_day::varchar as "to" from dim_terms',
  )
  const { eras, nameOf: named } = erasOf(daily, day_count, yearBeforeBy(terms, first_day))
  const { evaluations, calls } = trendsOver(eras)
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
