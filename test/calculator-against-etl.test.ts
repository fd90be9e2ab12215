/** Acceptance: what the calculator says of 10,000 tickets is what a whole night says of them, to the millisecond. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { manifest as manifestSchema } from '../data/contract.ts'
import { minutesOf } from '../site/calculator/counted.ts'
import { type Desk, deskOf, judge } from '../site/calculator/judge.ts'
import { specOf } from '../site/calculator/make-spec.ts'
import { raisedAt } from '../site/calculator/raised.ts'
import { faultsOf, wallOf } from '../site/calculator/typed.ts'
import { priorityItems } from './support/attainment.ts'
import { configOf, csv } from './support/config.ts'
import { goodNight } from './support/installation.ts'

const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const daily = (hours: string): string => `{ ${week.map((day) => `${day}: ${hours}`).join(', ')} }`

/** Every kind of target, by calendars with breaks, nights and closures; some change in the middle, one pauses. */
const more = `  closures: [{ from: 2025-12-24, to: 2026-01-01, note: Christmas }, { from: 2026-08-04, to: 2026-08-06 }]
  other_hours: [{ date: 2026-03-30, hours: "11:00-12:00" }, { date: 2026-04-06, hours: ["10:00-10:30", "22:00-24:00"] }]
calendars:
  split: { hours: ${daily('["08:30-12:00", "13:00-17:15", "17:45-18:00"]')}, closures: [{ from: 2026-10-27, to: 2026-10-29 }] }
  nights: { hours: ${daily('["00:00-06:00", "22:00-24:00"]')}, other_hours: [{ date: 2026-11-01, hours: "01:30-03:00" }] }
targets:
  - { level: P1, measure: response, target: "15 min" }
  - { level: P1, measure: resolution, target: "4 h" }
  - { level: P1, measure: resolution, target: "1 week", from: 2026-03-29 }
  - { level: P2, measure: response, target: "2 hours", clock: business }
  - { level: P2, measure: response, target: "30 min", clock: business, from: 2026-04-05 }
  - { level: P2, measure: resolution, target: "1 business day" }
  - { level: P3, measure: response, target: "10 hours", clock: business, calendar: split, pauses: true }
  - { level: P3, measure: resolution, target: "3 business days", calendar: split, from: 2026-01-01 }
  - { level: P4, measure: response, target: "90 min", clock: business, calendar: nights }
  - { level: P4, measure: resolution, target: "2 business days", calendar: nights }
  - { level: P5, measure: resolution, target: "10 business days", from: 2025-11-01 }
`
const levels = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6']

type Ticket = { level: string; year: string; month: string; day: string; time: string }

const [first, last] = [Date.parse('2025-11-01T00:00Z'), Date.parse('2026-11-19T23:59Z')]
/** Days on which clocks are changed somewhere, or a desk has other hours. */
const oddDays = [
  '2025-12-23',
  '2026-01-02',
  '2026-03-08',
  '2026-03-29',
  '2026-04-02',
  '2026-04-05',
  '2026-04-06',
  '2026-10-04',
  '2026-10-25',
  '2026-10-26',
  '2026-11-01',
]
const minute = 60_000
const wall = fc.oneof(
  fc.integer({ min: first / minute, max: last / minute }),
  fc
    .tuple(fc.constantFrom(...oddDays), fc.integer({ min: -60, max: 1500 }))
    .map(([day, apart]) => Date.parse(day) / minute + apart),
  // around the hours at which clocks are changed
  fc
    .tuple(fc.constantFrom(...oddDays), fc.integer({ min: 0, max: 240 }))
    .map(([day, apart]) => Date.parse(day) / minute + apart),
)
const ticket = fc.tuple(wall, fc.constantFrom(...levels)).map(([at, level]): Ticket => {
  const [date = '', time = ''] = new Date(at * minute).toISOString().slice(0, 16).split('T')
  const [year = '', month = '', day = ''] = date.split('-')
  return { level, year, month, day, time }
})

/** As a source writes it: its wall time, and nothing of a zone. */
const lineOf = ({ level, year, month, day, time }: Ticket, index: number): string => {
  const opened = `${year}-${month}-${day}T${time}`
  return `T${index},${opened},${opened},,,new,${level}`
}

type Due = { place: number; measure: string; due_at: number | null; open_minutes: number | null }

/** When each target is due, and the open minutes of its calendar until then. */
const sql = `
  with due as (
    select a.*, t.opened_at, row_number() over (order by a.ticket_id, a.measure) as n
    from fct_attainment as a join fct_tickets as t using (ticket_id)
  )
  select substr(ticket_id, 2)::int as place, measure, epoch_ms(due_at)::double as due_at,
    case when d.calendar is not null then round(
      coalesce(t.minutes_before + epoch(least(due_at, t.closes_at) - t.opens_at) / 60, 0)
      - coalesce(f.minutes_before + epoch(least(opened_at, f.closes_at) - f.opens_at) / 60, 0), 6) end as open_minutes
  from due as d
  asof left join dim_calendar as f on f.calendar = d.calendar and d.opened_at >= f.opens_at
  asof left join dim_calendar as t on t.calendar = d.calendar and d.due_at >= t.opens_at
  order by place, measure`

async function nightIn(zone: string, tickets: readonly Ticket[]): Promise<{ due: Due[]; desk: Desk }> {
  const config = configOf(priorityItems, more).replace('timezone: Europe/London', `timezone: ${zone}`)
  const header = 'id,opened,updated,acknowledged,resolved,status,priority'
  const content = csv(header, ...tickets.map(lineOf))
  const night = await goodNight({
    config,
    files: { 'inbox/tickets.csv': { content, at: '2026-11-20T17:00:00Z' } },
  })
  const text = await readFile(join(night.dir, 'current', 'manifest.json'), 'utf8')
  // as a page carries it
  const spec = JSON.parse(JSON.stringify(specOf(manifestSchema.parse(JSON.parse(text)))))
  return { due: await night.query<Due>(sql), desk: deskOf(spec) }
}

/** What the calculator says, from what a reader types. */
function calculated(desk: Desk, { level, ...typed }: Ticket, measure: string) {
  expect(faultsOf({ ...typed, level })).toEqual([])
  const at = raisedAt(desk.main, wallOf({ ...typed, level }) ?? Number.NaN).at
  return judge(desk, level, at, at).find((judged) => judged.measure === measure)
}

describe.each([
  ['Europe/London', 5000],
  ['Australia/Lord_Howe', 5000],
])('in %s, on %i tickets,', (zone, count) => {
  const tickets = fc.sample(ticket, { seed: 7, numRuns: count })
  let due: Due[]
  let desk: Desk
  beforeAll(async () => {
    const night = await nightIn(zone, tickets)
    due = night.due
    desk = night.desk
  })
  const ofEach = <T>(look: (row: Due, said: ReturnType<typeof calculated>) => T | null): T[] =>
    due.flatMap((row) => look(row, calculated(desk, tickets[row.place] as Ticket, row.measure)) ?? [])

  test('both say something of every ticket', () => {
    expect(due).toHaveLength(2 * count)
    const told = due.filter(({ due_at }) => due_at !== null).length
    expect(told).toBeGreaterThan(1.3 * count)
    expect(told).toBeLessThan(1.7 * count)
  })

  test('the targets fall at the same millisecond', () => {
    expect(
      ofEach((row, said) =>
        row.due_at === said?.due_at ? null : { ticket: tickets[row.place], sql: row, said: said?.due_at },
      ),
    ).toEqual([])
  })

  test('the hours that it shows are the hours that the night counts', () => {
    const counted = ofEach((row, said) =>
      said?.days ? { sql: row.open_minutes, shown: minutesOf(said.days) } : null,
    )
    expect(counted.length).toBeGreaterThan(count / 2)
    expect(counted.filter(({ sql, shown }) => sql !== Number(shown.toFixed(6)))).toEqual([])
  })
})
