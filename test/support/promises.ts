import fc from 'fast-check'
import type { Calendar } from '../../data/shared/calendar.ts'
import type { Allowance, Pause } from '../../data/shared/deadline.ts'
import type { Database } from '../../etl/db/database.ts'
import { names } from './calendars.ts'

const utc = (text: string): number => Date.parse(`${text}Z`)
const iso = (at: number): string => new Date(at).toISOString()

/** A promise, by its calendar, with the pauses in it. */
export interface PromiseCase {
  readonly calendar: string
  readonly from: number
  readonly within: Allowance
  readonly pauses: readonly Pause[]
}

const minute = 60_000
/** Times at which something happens to a clock or a desk, and some around them. */
const moments = (calendars: ReadonlyMap<string, Calendar>): fc.Arbitrary<number> => {
  const [first, last] = [utc('2025-01-10T00:00'), utc('2025-12-20T00:00')]
  const all = [...calendars.values()]
  const edges = all.flatMap(({ stretches }) => stretches.flatMap(({ opens, closes }) => [opens, closes]))
  const changes = all.flatMap(({ offsets }) => offsets.map(({ from }) => from))
  const near = (list: readonly number[], minutes: number) =>
    fc
      .tuple(
        fc.constantFrom(...list.filter((at) => first < at && at < last)),
        fc.integer({ min: -minutes, max: minutes }),
      )
      .map(([at, apart]) => at + apart * minute)
  const some = fc.integer({ min: first / 1000, max: last / 1000 }).map((second) => second * 1000)
  const turns = changes.some((at) => first < at && at < last) ? [near(changes, 600)] : []
  return fc.oneof(some, near(edges, 0), near(edges, 3), ...turns)
}

const allowance: fc.Arbitrary<Allowance> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('elapsed', 'business'),
    minutes: fc.constantFrom(1, 15, 60, 240, 480, 1440, 2400),
  }),
  fc.record({ kind: fc.constant('business_days'), days: fc.integer({ min: 1, max: 6 }) }),
) as fc.Arbitrary<Allowance>

/** Pauses in order and apart: the times between the first and the second, the third and the fourth, and so on. */
function pausesOf(from: number, apart: readonly number[], edges: readonly number[]): Pause[] {
  const times = [...apart.map((minutes) => from + minutes * minute), ...edges].sort((a, b) => a - b)
  return times.flatMap((at, index) => (index % 2 === 1 ? [{ from: times[index - 1] ?? at, to: at }] : []))
}

/** Promises near whatever may make them hard. */
export const promiseCase = (calendars: ReadonlyMap<string, Calendar>): fc.Arbitrary<PromiseCase> => {
  const moment = moments(calendars)
  const gaps = fc.array(fc.integer({ min: -300, max: 6000 }), { maxLength: 5 })
  return fc
    .tuple(fc.constantFrom(...names), moment, allowance, gaps, fc.nat({ max: 8 }), fc.boolean())
    .map(([calendar, from, within, apart, next, isPaused]) => {
      const known = calendars.get(calendar)?.stretches ?? []
      const opening = known.find(({ opens }) => opens > from + next * 60 * minute)
      const edges = opening ? [opening.opens, opening.closes] : []
      return { calendar, from, within, pauses: isPaused ? pausesOf(from, apart, edges) : [] }
    })
}

/** The cases as tables that the macros read. */
export async function putCases(database: Database, cases: readonly PromiseCase[]): Promise<void> {
  const promises = cases.map(({ calendar, from, within }, id) => ({
    promise: id,
    id,
    from_at: iso(from),
    kind: within.kind,
    amount: within.kind === 'business_days' ? within.days : within.minutes,
    calendar: within.kind === 'elapsed' ? null : calendar,
    counted_in: calendar,
  }))
  const waits = cases.flatMap(({ pauses }, id) =>
    pauses.map(({ from, to }) => ({ id, from_at: iso(from), to_at: iso(to) })),
  )
  await database.run(
    `create or replace table promises as select *, true as is_paused from (select unnest(from_json($rows,
      '[{"promise":"INTEGER","id":"INTEGER","from_at":"TIMESTAMPTZ","kind":"VARCHAR","amount":"DOUBLE","calendar":"VARCHAR","counted_in":"VARCHAR"}]'), recursive := true))`,
    { rows: JSON.stringify(promises) },
  )
  await database.run(
    `create or replace table waits as select unnest(from_json($rows,
      '[{"id":"INTEGER","from_at":"TIMESTAMPTZ","to_at":"TIMESTAMPTZ"}]'), recursive := true)`,
    { rows: JSON.stringify(waits) },
  )
}
