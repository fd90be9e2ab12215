import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openStretches } from '../../etl/config/calendar.ts'
import { calendarSchema } from '../../etl/config/calendar-schema.ts'
import type { OpenStretch } from '../../etl/config/settings.ts'
import golden from './business-time.json' with { type: 'json' }

const zone = 'Europe/London'
const nineToFive = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, '09:00-17:00']))
const always = Object.fromEntries(
  ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, '00:00-24:00']),
)
const office = {
  hours: nineToFive,
  bank_holidays: 'GB-ENG',
  other_hours: [{ date: '2026-12-23', hours: '09:00-12:00' }],
}

const stretches = (calendar: unknown, from: string, to: string, timezone = zone): OpenStretch[] =>
  openStretches('main', { calendar: calendarSchema.parse(calendar), calendars: {} }, timezone, from, to)

const instant = (wall: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(wall).toZonedDateTime(zone, { disambiguation: 'later' }).toInstant()
const wallTime = (at: Temporal.Instant): string =>
  at.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })
const ms = (text: string): number => Temporal.Instant.from(text).epochMilliseconds

/** Overlap of a span with every stretch, one by one. */
function openMinutes(open: readonly OpenStretch[], from: string, to: string): number {
  const [start, end] = [instant(from).epochMilliseconds, instant(to).epochMilliseconds]
  return open
    .map(({ opens_at, closes_at }) => Math.min(end, ms(closes_at)) - Math.max(start, ms(opens_at)))
    .reduce((sum, overlap) => sum + Math.max(0, overlap) / 60_000, 0)
}

/** The same wall time on the Nth open day after the day on which `from` counts, no later than that day's end. */
function dueAfter(open: readonly OpenStretch[], from: string, days: number): string {
  const received = instant(from).epochMilliseconds
  const first = open.find(({ closes_at }) => received < ms(closes_at))
  const counts = Math.max(received, ms(first?.opens_at ?? ''))
  const time = Temporal.Instant.fromEpochMilliseconds(counts).toZonedDateTimeISO(zone).toPlainTime()
  const due = open.filter(({ open_day }) => open_day === (first?.open_day ?? 0) + days).at(-1)
  const same = instant(
    Temporal.PlainDate.from(due?.day ?? '')
      .toPlainDateTime(time)
      .toString(),
  )
  return wallTime(
    Temporal.Instant.fromEpochMilliseconds(Math.min(same.epochMilliseconds, ms(due?.closes_at ?? ''))),
  )
}

type Span = [string, string, number, number]

test.each(golden.cases as Span[])(
  'from %s to %s the office is open for %i minutes',
  (from, to, business, hours) => {
    expect(openMinutes(stretches(office, '2025-01-01', '2025-12-31'), from, to)).toBe(business)
    expect((instant(to).epochMilliseconds - instant(from).epochMilliseconds) / 3_600_000).toBe(hours)
  },
)

test.each(golden.always_open_cases as Span[])(
  'from %s to %s a desk that never closes is open for %i minutes',
  (from, to, business) => {
    expect(openMinutes(stretches({ hours: always }, '2025-03-01', '2025-11-30'), from, to)).toBe(business)
  },
)

test.each(golden.business_days.cases as [string, number, string][])(
  'what came in at %s is due %i open day later at %s',
  (from, days, due) => {
    expect(dueAfter(stretches(office, '2025-01-01', '2026-12-31'), from, days)).toBe(due)
  },
)

test.each(['2025-04-18', '2025-04-21'])('%s is closed because England has a holiday', (day) => {
  expect(stretches(office, day, day)).toEqual([])
  expect(stretches({ hours: nineToFive }, day, day)).toHaveLength(1)
})

test.each([
  ['2020-05-08', 'the holiday that moved to VE day'],
  ['2021-12-28', 'the day in place of Boxing Day'],
  ['2022-01-03', 'the day in place of New Year’s Day'],
  ['2022-06-03', 'the holiday of one year alone'],
  ['2023-05-08', 'the coronation'],
  ['2026-12-28', 'the day in place of Boxing Day'],
])('%s is closed: %s', (day) => {
  expect(stretches({ ...office, other_hours: [] }, day, day)).toEqual([])
})

test.each([
  ['GB-ENG', '2025-12-01', 1],
  ['GB-SCT', '2025-12-01', 0],
  ['GB-ENG', '2025-04-21', 0],
  ['GB-SCT', '2025-04-21', 1],
])('in %s there are on %s %i stretches', (bank_holidays, day, count) => {
  expect(stretches({ ...office, bank_holidays }, day, day)).toHaveLength(count)
})

test.each([
  [
    'other hours go before a closure',
    { closures: [{ from: '2026-12-20', to: '2026-12-31' }] },
    '2026-12-23',
    180,
  ],
  [
    'a closure goes before the week',
    { closures: [{ from: '2026-12-21', to: '2026-12-22' }] },
    '2026-12-22',
    0,
  ],
  [
    'other hours open a Sunday',
    { other_hours: [{ date: '2026-12-20', hours: '10:00-11:00' }] },
    '2026-12-20',
    60,
  ],
  [
    'other hours open a bank holiday',
    { other_hours: [{ date: '2026-12-25', hours: '10:00-11:00' }] },
    '2026-12-25',
    60,
  ],
])('%s', (_, change, day, minutes) => {
  expect(openMinutes(stretches({ ...office, ...change }, day, day), `${day}T00:00`, `${day}T23:59`)).toBe(
    minutes,
  )
})

test('minutes add up from stretch to stretch, and a day counts once however often it opens', () => {
  const split = { hours: { mon: ['13:00-17:00', '09:00-12:00'], wed: '10:00-11:30' } }
  const rows = stretches(split, '2025-06-02', '2025-06-09').map(({ day, minutes_before, open_day }) => [
    day,
    minutes_before,
    open_day,
  ])
  expect(rows).toEqual([
    ['2025-06-02', 0, 1],
    ['2025-06-02', 180, 1],
    ['2025-06-04', 420, 2],
    ['2025-06-09', 510, 3],
    ['2025-06-09', 690, 3],
  ])
})

test('stretches that touch are one', () => {
  const [only, ...others] = stretches(
    { hours: { mon: ['12:00-17:00', '09:00-12:00'] } },
    '2025-06-02',
    '2025-06-02',
  )
  expect(others).toEqual([])
  expect(only).toMatchObject({ opens_at: '2025-06-02T08:00:00Z', closes_at: '2025-06-02T16:00:00Z' })
})

test('a desk that never closes has no gap at midnight, nor at a clock change', () => {
  const open = stretches({ hours: always }, '2025-03-28', '2025-11-02')
  const gaps = open.slice(1).filter(({ opens_at }, index) => opens_at !== open[index]?.closes_at)
  expect(gaps).toEqual([])
  expect(open.find(({ day }) => day === '2025-03-30')).toMatchObject({ closes_at: '2025-03-30T23:00:00Z' })
})

test('hours that the clock change skips are no hours', () => {
  expect(stretches({ hours: { sun: '01:00-02:00' } }, '2025-03-30', '2025-03-30')).toEqual([])
})

test.each(Object.entries(golden.ambiguous_wall_times))('opening at %s is at %s', (wall, told) => {
  const [day = '', time = ''] = wall.split('T')
  const [first] = stretches({ hours: { sun: `${time}-12:00` } }, day, day)
  expect(told.startsWith(first?.opens_at ?? '?')).toBe(true)
})

test('a calendar by its name', () => {
  const calendars = { evening: calendarSchema.parse({ hours: { mon: '18:00-20:00' } }) }
  const settings = { calendar: calendarSchema.parse(office), calendars }
  expect(openStretches('evening', settings, zone, '2025-06-02', '2025-06-08')).toEqual([
    {
      calendar: 'evening',
      day: '2025-06-02',
      opens_at: '2025-06-02T17:00:00Z',
      closes_at: '2025-06-02T19:00:00Z',
      minutes_before: 0,
      open_day: 1,
    },
  ])
  expect(() => openStretches('night', settings, zone, '2025-06-02', '2025-06-08')).toThrow(
    'no calendar "night"',
  )
})

const shared = '../shared/golden/business-time.json'
test.skipIf(!existsSync(shared))('the figures are those that were handed over', () => {
  const given = JSON.parse(readFileSync(shared, 'utf8'))
  expect(golden).toMatchObject({
    cases: given.cases,
    always_open_cases: given.always_open_cases,
    ambiguous_wall_times: given.ambiguous_wall_times,
  })
  expect(golden.business_days.cases).toEqual(given.business_days.cases)
})
