import type { PublishedCalendar, Target } from '../../data/contract.ts'
import { isBankHoliday } from '../config/bank-holidays.ts'
import { mainCalendar } from '../config/calendar.ts'
import { serviceCalendar } from '../config/service-calendar.ts'
import type { Settings } from '../config/settings.ts'
import { targetRows } from '../facts/targets.ts'

/** How far back and how far ahead a published calendar can be looked up in. */
const daysBefore = 400
const daysAfter = 500

/** The published targets, each until the next of its level and measure begins. */
export function publishedTargets(settings: Pick<Settings, 'targets'>): Target[] {
  const rows = targetRows(settings) as (Omit<Target, 'words' | 'from' | 'to'> & {
    target: string
    from_day: string | null
    place: number
  })[]
  const laterThan = (one: (typeof rows)[number]): string | null =>
    rows
      .filter(({ level, measure }) => level === one.level && measure === one.measure)
      .flatMap(({ from_day }) => (from_day !== null && from_day > (one.from_day ?? '') ? [from_day] : []))
      .sort()[0] ?? null
  return rows.map((row) => ({
    level: row.level,
    measure: row.measure,
    words: row.target,
    kind: row.kind,
    amount: row.amount,
    calendar: row.calendar,
    is_paused: row.is_paused,
    from: row.from_day,
    to: laterThan(row),
    source: row.source,
  }))
}

function publishedCalendar(
  name: string,
  settings: Settings,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): PublishedCalendar {
  const calendar = name === mainCalendar ? settings.calendar : settings.calendars[name]
  if (!calendar) throw new RangeError(`there is no calendar "${name}"`)
  const published = serviceCalendar(
    name,
    settings,
    settings.institution.timezone,
    from.toString(),
    to.toString(),
  )
  const days = Array.from({ length: from.until(to).days + 1 }, (_, index) =>
    from.add({ days: index }).toString(),
  )
  const region = calendar.bank_holidays
  return {
    ...published,
    stretches: published.stretches.map(([opens, closes]) => [opens, closes]),
    offsets: published.offsets.map(([since, ahead]) => [since, ahead]),
    hours: Object.fromEntries(
      Object.entries(calendar.hours).map(([day, hours]) => [day, [...(hours ?? [])]]),
    ),
    bank_holidays: region === undefined ? [] : days.filter((day) => isBankHoliday(region, day)),
    closures: calendar.closures.map(({ from: first, to: last, note }) => ({
      from: first,
      to: last,
      note: note ?? null,
    })),
    other_hours: calendar.other_hours.map(({ date, hours }) => ({ date, hours: [...hours] })),
  }
}

/** The calendar that figures are measured by, and those that targets name; around the as-of time (an ISO instant). */
export function publishedCalendars(settings: Settings, asOf: string): PublishedCalendar[] {
  const day = Temporal.Instant.from(asOf).toZonedDateTimeISO(settings.institution.timezone).toPlainDate()
  const named = publishedTargets(settings).flatMap(({ calendar }) => calendar ?? [])
  return [...new Set([mainCalendar, ...named])].map((name) =>
    publishedCalendar(name, settings, day.subtract({ days: daysBefore }), day.add({ days: daysAfter })),
  )
}
