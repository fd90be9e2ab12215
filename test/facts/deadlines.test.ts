import { beforeAll, expect, test } from 'vitest'
import type { Database } from '../../etl/db/database.ts'
import golden from '../config/business-time.json' with { type: 'json' }
import { configOf, eventSource } from '../support/config.ts'
import { makeCalendar, memory, settingsOf } from '../support/memory.ts'

const otherHours = '  other_hours: [{ date: 2026-12-23, hours: "09:00-12:00" }]'
let database: Database
beforeAll(async () => {
  database = await memory()
  const settings = await settingsOf(configOf(eventSource, otherHours))
  await makeCalendar(database, settings, '2025', '2026')
})

/** When something received at a London wall time is due, as London wall time. */
async function due(received: string, kind: string, amount: number): Promise<unknown> {
  await database.run(
    "create or replace table instants as select timezone('Europe/London', $received::timestamp) as from_at",
    { received },
  )
  const rows = await database.all<{ due: string }>(
    `select strftime(timezone('Europe/London', due_at), '%Y-%m-%dT%H:%M') as due
     from deadlines(instants, dim_calendar, '${kind}', ${amount}, 'Europe/London')`,
  )
  return rows.map((row) => row.due).join(' and ')
}

test.each(golden.business_days.cases as [string, number, string][])(
  'what came in at %s with %i business day is due at %s',
  async (received, days, expected) => {
    expect(await due(received, 'business_days', days)).toBe(expected)
  },
)

const others: [string, string, number, string][] = [
  ['2025-06-06T16:00', 'business_days', 3, '2025-06-11T16:00'],
  // the clocks go forward in between, and the wall time stays
  ['2025-03-28T16:00', 'business_days', 1, '2025-03-31T16:00'],
  ['2025-06-06T16:00', 'elapsed', 120, '2025-06-06T18:00'],
  ['2025-06-07T10:00', 'elapsed', 15, '2025-06-07T10:15'],
  ['2025-06-06T16:30', 'business', 30, '2025-06-06T17:00'],
  ['2025-06-06T16:30', 'business', 31, '2025-06-09T09:01'],
  ['2025-06-06T16:30', 'business', 60, '2025-06-09T09:30'],
  ['2025-06-07T10:00', 'business', 60, '2025-06-09T10:00'],
  ['2025-04-17T16:30', 'business', 60, '2025-04-22T09:30'],
  ['2025-06-06T09:00', 'business', 960, '2025-06-09T17:00'],
]
test.each(others)(
  'what came in at %s with %s of %i is due at %s',
  async (received, kind, amount, expected) => {
    expect(await due(received, kind, amount)).toBe(expected)
  },
)
