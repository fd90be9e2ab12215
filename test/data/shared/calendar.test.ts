import { beforeAll, describe, expect, test } from 'vitest'
import { type Calendar, instantAt, openMinutesBetween, wallAt } from '../../../data/shared/calendar.ts'
import golden from '../../config/business-time.json' with { type: 'json' }
import { published, settingsIn } from '../../support/calendars.ts'
import { configOf, eventSource } from '../../support/config.ts'
import { settingsOf } from '../../support/memory.ts'

const utc = (text: string): number => Date.parse(`${text}Z`)
const shown = (at: number): string => new Date(at).toISOString().slice(0, 16)
let office: Calendar
let always: Calendar
beforeAll(async () => {
  office = published(await settingsOf(configOf(eventSource)), 'main', '2025', '2026')
  always = published(await settingsIn('Europe/London'), 'always', '2025', '2026')
})

type Span = [from: string, to: string, business: number, hours: number]

test.each(golden.cases as Span[])(
  'from %s to %s the office is open for %i minutes',
  (from, to, minutes, hours) => {
    const [start, end] = [instantAt(office, utc(from)), instantAt(office, utc(to))]
    expect(openMinutesBetween(office, start, end)).toBe(minutes)
    expect((end - start) / 3_600_000).toBe(hours)
  },
)

test.each(golden.always_open_cases as Span[])(
  'from %s to %s a desk that never closes is open for %i minutes',
  (from, to, minutes) => {
    expect(openMinutesBetween(always, instantAt(always, utc(from)), instantAt(always, utc(to)))).toBe(minutes)
  },
)

test.each(Object.entries(golden.ambiguous_wall_times))('the wall time %s is %s', (wall, told) => {
  expect(told.startsWith(shown(instantAt(office, utc(wall))))).toBe(true)
})

describe.each(['Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Asia/Kathmandu'])(
  'in %s',
  (zone) => {
    let calendar: Calendar
    beforeAll(async () => {
      calendar = published(await settingsIn(zone), 'always', '2025', '2025')
    })
    const everyQuarter = Array.from(
      { length: 365 * 96 },
      (_, index) => utc('2025-01-01T12:00') + index * 900_000,
    )

    test('the local clock shows what the zone says', () => {
      const wrong = everyQuarter.filter((at) => {
        const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime()
        return shown(wallAt(calendar, at)) !== wall.toString({ smallestUnit: 'minute' })
      })
      expect(wrong.map(shown)).toEqual([])
    })

    test('a wall time is the instant that the zone says, the later where there are two or none', () => {
      const wrong = everyQuarter.filter((wall) => {
        const told = Temporal.PlainDateTime.from(shown(wall)).toZonedDateTime(zone, {
          disambiguation: 'later',
        })
        return instantAt(calendar, wall) !== told.epochMilliseconds
      })
      expect(wrong.map(shown)).toEqual([])
    })
  },
)

test.each([
  ['before it begins', '2024-12-31T23:59', '2025-01-02T12:00'],
  ['after it ends', '2026-12-31T12:00', '2027-01-01T00:01'],
])('nothing is said of a time %s', (_, from, to) => {
  expect(openMinutesBetween(office, utc(from), utc(to))).toBeNull()
  expect(openMinutesBetween(office, utc(to), utc(from))).toBeNull()
})
