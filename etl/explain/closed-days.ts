import { isBankHoliday } from '../config/bank-holidays.ts'
import { type CalendarSettings, weekdays } from '../config/calendar-schema.ts'
import type { LocalTime } from './local-time.ts'
import type { Span } from './spans.ts'

/** Days that follow one another and were closed for the same reason. */
interface Closed {
  readonly first: Temporal.PlainDate
  last: Temporal.PlainDate
  readonly why: string
}

const mostListed = 4

function whyClosed(calendar: CalendarSettings, day: Temporal.PlainDate): string {
  const date = day.toString()
  const closure = calendar.closures.find(({ from, to }) => from <= date && date <= to)
  if (closure) return closure.note ?? 'closed'
  if (calendar.bank_holidays !== undefined && isBankHoliday(calendar.bank_holidays, date))
    return 'bank holiday'
  const weekday = weekdays[day.dayOfWeek - 1]
  if (weekday !== undefined && calendar.hours[weekday]) return 'closed'
  return day.dayOfWeek > 5 ? 'weekend' : 'no service on that day'
}

function closedBetween(
  from: number,
  to: number,
  hours: readonly Span[],
  calendar: CalendarSettings,
  time: LocalTime,
): Closed[] {
  const openDays = new Set(hours.map(({ from_at }) => time.dayOf(from_at).toString()))
  const found: Closed[] = []
  const last = time.dayOf(to)
  for (let day = time.dayOf(from); Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    if (openDays.has(day.toString())) continue
    const why = whyClosed(calendar, day)
    const before = found.at(-1)
    if (before?.why === why && before.last.add({ days: 1 }).equals(day)) before.last = day
    else found.push({ first: day, last: day, why })
  }
  return found
}

/**
 * The local days between two times on which no service hour lay, with the reason, as one text: `Sat 7 Mar 2026 to Sun 8
 * Mar 2026 (weekend)`. Null where there are none. The hours are those of the facts; only the reasons are the settings'.
 */
export function closedDays(
  from: number,
  to: number,
  hours: readonly Span[],
  calendar: CalendarSettings,
  time: LocalTime,
): string | null {
  const reasons = Map.groupBy(closedBetween(from, to, hours, calendar, time), ({ why }) => why)
  const told = [...reasons].map(([why, stretches]) => {
    if (stretches.length > mostListed) {
      const days = stretches.reduce((sum, { first, last }) => sum + first.until(last).days + 1, 0)
      return `${days} days (${why})`
    }
    const list = stretches.map(({ first, last }) =>
      first.equals(last) ? time.day(first) : `${time.day(first)} to ${time.day(last)}`,
    )
    return `${list.join(', ')} (${why})`
  })
  return told.length === 0 ? null : told.join('; ')
}
