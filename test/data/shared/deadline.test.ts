import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Calendar, instantAt, openMinutesBetween, wallAt } from '../../../data/shared/calendar.ts'
import { type Allowance, dueAt, type Pause } from '../../../data/shared/deadline.ts'
import type { Database } from '../../../etl/db/database.ts'
import golden from '../../config/business-time.json' with { type: 'json' }
import { names, published, settingsIn } from '../../support/calendars.ts'
import { configOf, eventSource } from '../../support/config.ts'
import { makeCalendar, memory, settingsOf } from '../../support/memory.ts'
import { type PromiseCase, promiseCase, putCases } from '../../support/promises.ts'

const utc = (text: string): number => Date.parse(`${text}Z`)
const iso = (at: number): string => new Date(at).toISOString()

describe('of the golden vectors', () => {
  let office: Calendar
  beforeAll(async () => {
    const otherHours = '  other_hours: [{ date: 2026-12-23, hours: "09:00-12:00" }]'
    office = published(await settingsOf(configOf(eventSource, otherHours)), 'main', '2025', '2026')
  })

  test.each(golden.business_days.cases as [string, number, string][])(
    'what came in at %s with %i business day is due at %s',
    (received, days, expected) => {
      const due = dueAt(office, instantAt(office, utc(received)), { kind: 'business_days', days })
      expect(iso(wallAt(office, due ?? 0)).slice(0, 16)).toBe(expected)
    },
  )

  test.each([
    ['2024-12-31T12:00', { kind: 'business', minutes: 60 }],
    ['2026-12-31T12:00', { kind: 'business_days', days: 1 }],
    ['2026-12-31T16:30', { kind: 'business', minutes: 60 }],
  ] as [string, Allowance][])('nothing is said of what came in at %s with %o', (received, within) => {
    expect(dueAt(office, utc(received), within)).toBeNull()
  })
})

const minute = 60_000
const instantOf = (column: string): string => `epoch_ms(${column})::double as ${column}`

/** The same promise by a look at every minute: whether it counts, until enough of them have. */
function countedTo({ from, within, pauses }: PromiseCase, { stretches }: Calendar): number {
  const counts = (at: number): boolean =>
    !pauses.some((pause) => pause.from <= at && at < pause.to) &&
    (within.kind === 'elapsed' || stretches.some(({ opens, closes }) => opens <= at && at < closes))
  let left = within.kind === 'business_days' ? 0 : within.minutes
  let at = from
  for (; left > 0; at += minute) if (counts(at)) left -= 1
  return at
}

describe.each(['Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Asia/Kathmandu'])(
  'in %s SQL and TypeScript agree on hundreds of cases',
  (zone) => {
    let database: Database
    let calendars: ReadonlyMap<string, Calendar>
    let cases: readonly PromiseCase[]
    let told: { promise: number; unpaused_due_at: number; due_at: number }[]
    beforeAll(async () => {
      const settings = await settingsIn(zone)
      calendars = new Map(names.map((name) => [name, published(settings, name, '2024', '2026')]))
      database = await memory()
      await makeCalendar(database, settings, '2025', '2025')
      cases = fc.sample(promiseCase(calendars), { seed: 1, numRuns: 800 })
      await putCases(database, cases)
      told = await database.all(
        `select promise, ${instantOf('unpaused_due_at')}, ${instantOf('due_at')}
         from paused_deadlines(promises, waits, dim_calendar, '${zone}')
         join unpaused_deadlines(promises, dim_calendar, '${zone}') using (promise)
         order by promise`,
      )
    })
    const due = ({ calendar, from, within }: PromiseCase, pauses: readonly Pause[]): number | null =>
      dueAt(calendars.get(calendar) as Calendar, from, within, pauses)
    /** Cases with what SQL and TypeScript say of them, where it differs. */
    const apart = (said: readonly (readonly [sql: number | undefined, typescript: number | null])[]) =>
      said.flatMap(([sql, typescript], index) =>
        sql === typescript ? [] : [{ ...cases[index], sql: iso(sql ?? 0), typescript: iso(typescript ?? 0) }],
      )

    test('on when each is due', () => {
      const said = cases.map((one, id) => [told[id]?.unpaused_due_at, due(one, [])] as const)
      expect(apart(said)).toEqual([])
    })

    test('on when each is due with its pauses', () => {
      const said = cases.map((one, id) => [told[id]?.due_at, due(one, one.pauses)] as const)
      expect(apart(said)).toEqual([])
    })

    test('on what `deadlines` says of one kind of promise', async () => {
      const kinds = await database.all<{ id: number; due_at: number }>(
        `with ours as (select * from promises where kind = 'business_days' and calendar = 'main' and amount = 2),
              hours as (select * from dim_calendar where calendar = 'main')
         select id, ${instantOf('due_at')} from deadlines(ours, hours, 'business_days', 2, '${zone}') join ours using (from_at)`,
      )
      expect(kinds.length).toBeGreaterThan(5)
      expect(kinds.map(({ id, due_at }) => due_at - (due(cases[id] as PromiseCase, []) ?? 0))).toEqual(
        kinds.map(() => 0),
      )
    })

    test('on the open minutes until then', async () => {
      const minutes = await database.all<{ id: number; minutes: number }>(
        `with spans as (select * from unpaused_deadlines(promises, dim_calendar, '${zone}'))
         select id, round(open_minutes_before(unpaused_due_at, t.opens_at, t.closes_at, t.minutes_before)
           - open_minutes_before(from_at, f.opens_at, f.closes_at, f.minutes_before), 6) as minutes
         from spans
         asof left join dim_calendar as f on f.calendar = counted_in and from_at >= f.opens_at
         asof left join dim_calendar as t on t.calendar = counted_in and unpaused_due_at >= t.opens_at
         order by id`,
      )
      const said = cases.map(({ calendar, from }, id) =>
        openMinutesBetween(calendars.get(calendar) as Calendar, from, told[id]?.unpaused_due_at ?? 0),
      )
      expect(minutes.map((row) => row.minutes)).toEqual(said.map((one) => Number(one?.toFixed(6))))
    })

    test('with a count of minutes, one by one', () => {
      const counted = cases
        .filter(({ from, within }) => from % minute === 0 && within.kind !== 'business_days')
        .slice(0, 25)
      expect(counted.map((one) => iso(due(one, one.pauses) ?? 0))).toEqual(
        counted.map((one) => iso(countedTo(one, calendars.get(one.calendar) as Calendar))),
      )
    })

    test('a pause never makes it due earlier, and what lies after the deadline changes nothing', () => {
      const unpaused = cases.map((one) => due(one, []) ?? 0)
      const later = cases.map((one, index) =>
        due(one, [{ from: unpaused[index] ?? 0, to: (unpaused[index] ?? 0) + 9e7 }]),
      )
      expect(later).toEqual(unpaused)
      expect(cases.filter((one, index) => (due(one, one.pauses) ?? 0) < (unpaused[index] ?? 0))).toEqual([])
      expect(cases.filter((one, index) => due(one, one.pauses) !== unpaused[index]).length).toBeGreaterThan(
        100,
      )
    })
  },
)
