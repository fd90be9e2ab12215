import { isBankHoliday } from './bank-holidays.ts'
import { type CalendarSettings, weekdays } from './schema.ts'
import type { OpenStretch, Settings } from './settings.ts'

/** The calendar of `calendar:`; those of `calendars:` go by their own names. */
export const mainCalendar = 'main'

/** The names of all calendars of an installation, the main one first. */
export const calendarNames = (settings: Pick<Settings, 'calendars'>): string[] => [
  mainCalendar,
  ...Object.keys(settings.calendars),
]

/** A stretch of a local day in minutes of its wall clock. */
export interface Hours {
  readonly opens: number
  readonly closes: number
}

/** `HH:MM` in minutes since midnight. */
export const clockMinutes = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5))

export const parseHours = (text: string): Hours => {
  const [opens = '', closes = ''] = text.split('-')
  return { opens: clockMinutes(opens), closes: clockMinutes(closes) }
}

/** The stretches in order of the clock; those that touch become one. */
export function joinHours(texts: readonly string[]): Hours[] {
  const joined: Hours[] = []
  for (const next of texts.map(parseHours).sort((a, b) => a.opens - b.opens)) {
    const last = joined.at(-1)
    if (last && last.closes === next.opens) joined.splice(-1, 1, { opens: last.opens, closes: next.closes })
    else joined.push(next)
  }
  return joined
}

/** The opening hours of one local day: other hours before closures before bank holidays before the week. */
export function hoursOf(calendar: CalendarSettings, date: Temporal.PlainDate): Hours[] {
  const day = date.toString()
  const other = calendar.other_hours.find((entry) => entry.date === day)
  if (other) return joinHours(other.hours)
  if (calendar.closures.some(({ from, to }) => from <= day && day <= to)) return []
  if (calendar.bank_holidays !== undefined && isBankHoliday(calendar.bank_holidays, day)) return []
  const weekday = weekdays[date.dayOfWeek - 1]
  return joinHours((weekday && calendar.hours[weekday]) ?? [])
}

/** A wall time, in minutes since midnight, as an instant; one that the clock change repeats or skips is the later. */
export function instantOf(date: Temporal.PlainDate, minutes: number, timezone: string): Temporal.Instant {
  const day = date.add({ days: Math.floor(minutes / 1440) })
  const time = Temporal.PlainTime.from({ hour: Math.floor((minutes % 1440) / 60), minute: minutes % 60 })
  return day.toPlainDateTime(time).toZonedDateTime(timezone, { disambiguation: 'later' }).toInstant()
}

const minutesBetween = (from: Temporal.Instant, to: Temporal.Instant): number =>
  (to.epochMilliseconds - from.epochMilliseconds) / 60_000

/**
 * The open stretches of a calendar on each local day from `fromDay` to `toDay`, both included, in order.
 * A stretch ends at midnight at the latest, so that each belongs to one day; a day without a break is one stretch.
 * `minutes_before` counts from `fromDay` on; `open_day` numbers the days that open at all, from 1.
 */
export function openStretches(
  name: string,
  settings: Pick<Settings, 'calendar' | 'calendars'>,
  timezone: string,
  fromDay: string,
  toDay: string,
): OpenStretch[] {
  const calendar = name === mainCalendar ? settings.calendar : settings.calendars[name]
  if (!calendar) throw new RangeError(`there is no calendar "${name}"`)
  const stretches: OpenStretch[] = []
  const last = Temporal.PlainDate.from(toDay)
  let minutes_before = 0
  let open_day = 0
  for (
    let date = Temporal.PlainDate.from(fromDay);
    Temporal.PlainDate.compare(date, last) <= 0;
    date = date.add({ days: 1 })
  ) {
    const open = hoursOf(calendar, date)
      .map(({ opens, closes }) => ({
        opens: instantOf(date, opens, timezone),
        closes: instantOf(date, closes, timezone),
      }))
      .filter(({ opens, closes }) => minutesBetween(opens, closes) > 0)
    if (open.length > 0) open_day += 1
    for (const { opens, closes } of open) {
      stretches.push({
        calendar: name,
        day: date.toString(),
        opens_at: opens.toString(),
        closes_at: closes.toString(),
        minutes_before,
        open_day,
      })
      minutes_before += minutesBetween(opens, closes)
    }
  }
  return stretches
}
