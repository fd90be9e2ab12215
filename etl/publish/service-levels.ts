import type { PublishedCalendar, Target } from '../../data/contract.ts'
import { isBankHoliday } from '../config/bank-holidays.ts'
import { mainCalendar } from '../config/calendar.ts'
import { serviceCalendar } from '../config/service-calendar.ts'
import type { Settings } from '../config/settings.ts'
import { targetRows } from '../facts/targets.ts'

/** How far back and how far ahead a published calendar can be looked up in. */
const daysBefore = 400
const daysAfter = 500

type TargetRow = Omit<Target, 'words' | 'from' | 'to'> & {
  target: string
  from_day: string | null
  place: number
}

/** Whether two rows are of one level and measure, and begin on one day: the later is the one that stands. */
const isSame = (one: TargetRow, other: TargetRow): boolean =>
  one.level === other.level && one.measure === other.measure && one.from_day === other.from_day

/** The day on which the next of its level and measure begins; null where none does. */
const endOf = (row: TargetRow, rows: readonly TargetRow[]): string | null =>
  rows
    .filter(({ level, measure }) => level === row.level && measure === row.measure)
    .flatMap(({ from_day }) => (from_day !== null && from_day > (row.from_day ?? '') ? [from_day] : []))
    .sort()[0] ?? null

/** The published targets, each until the next of its level and measure begins: as `dim_targets` has them. */
export function publishedTargets(settings: Pick<Settings, 'targets'>): Target[] {
  const written = targetRows(settings) as unknown as TargetRow[]
  const rows = written.filter((row) => row === written.findLast((other) => isSame(row, other)))
  return rows.map((row) => ({
    level: row.level,
    measure: row.measure,
    words: row.target,
    kind: row.kind,
    amount: row.amount,
    calendar: row.calendar,
    is_paused: row.is_paused,
    from: row.from_day,
    to: endOf(row, rows),
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
