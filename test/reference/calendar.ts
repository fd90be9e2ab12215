import { dayAfter, dayOf, instantOf, minute, timeOf, weekdayOf } from './clock.ts'

/** Service hours: stretches such as `09:00-17:00` by weekday (Monday first), and the days that have others or none. */
export interface Calendar {
  readonly hours: readonly (readonly string[])[]
  readonly closed: readonly string[]
  readonly otherHours: Readonly<Record<string, readonly string[]>>
}

export type Duration =
  | { readonly kind: 'elapsed' | 'business'; readonly minutes: number }
  | { readonly kind: 'business_days'; readonly days: number }

export type Stretch = readonly [from: number, to: number]

/** Bank holidays in England and Wales in the years of the worlds, as gov.uk lists them. */
export const bankHolidays: readonly string[] = [
  ...['2025-08-25', '2025-12-25', '2025-12-26', '2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04'],
  ...['2026-05-25', '2026-08-31', '2026-12-25', '2026-12-28', '2027-01-01', '2027-03-26', '2027-03-29'],
]

/** The open stretches of a local day, in order. */
export function openOn({ hours, closed, otherHours }: Calendar, day: string): Stretch[] {
  const told = otherHours[day] ?? (closed.includes(day) ? [] : (hours[weekdayOf(day) - 1] ?? []))
  return told.map((words) => {
    const [from = '', to = ''] = words.split('-')
    return [instantOf(`${day}T${from}`), instantOf(`${day}T${to}`)]
  })
}

const overlap = (a: Stretch, b: Stretch): number => Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]))

/** Open minutes between two instants; 0 where they are reversed. */
export function businessMinutes(calendar: Calendar, from: number, to: number): number {
  let sum = 0
  for (let day = dayOf(from); from < to && day <= dayOf(to); day = dayAfter(day)) {
    for (const open of openOn(calendar, day)) sum += overlap(open, [from, to])
  }
  return sum / minute
}

const longest = 500

/** The open stretch that an instant is in or, where it is in none, the next one; closing time is outside. */
function openFrom(calendar: Calendar, at: number): Stretch & { 0: number } {
  let day = dayOf(at)
  for (let tries = 0; tries < longest; tries++, day = dayAfter(day)) {
    const found = openOn(calendar, day).find(([, to]) => to > at)
    if (found) return found
  }
  throw new Error('a calendar that does not open again')
}

function afterBusinessDays(calendar: Calendar, from: number, days: number): number {
  const start = Math.max(from, openFrom(calendar, from)[0])
  let day = dayOf(start)
  for (let left = days; left > 0; ) {
    day = dayAfter(day)
    if (openOn(calendar, day).length > 0) left--
  }
  const close = Math.max(...openOn(calendar, day).map(([, to]) => to))
  return Math.min(instantOf(`${day}T${timeOf(start)}`), close)
}

function afterBusinessMinutes(calendar: Calendar, from: number, minutes: number): number {
  let at = from
  let left = minutes * minute
  for (;;) {
    const [opens, closes] = openFrom(calendar, at)
    const start = Math.max(at, opens)
    if (left <= closes - start) return start + left
    left -= closes - start
    at = closes
  }
}

/** When a duration that begins at an instant is over. */
export function dueAt(calendar: Calendar, from: number, duration: Duration): number {
  if (duration.kind === 'business_days') return afterBusinessDays(calendar, from, duration.days)
  if (duration.kind === 'business') return afterBusinessMinutes(calendar, from, duration.minutes)
  return from + duration.minutes * minute
}

/** Minutes between two instants that a target's clock counts, pauses left out. */
function counted(
  calendar: Calendar,
  duration: Duration,
  [from, to]: Stretch,
  pauses: readonly Stretch[],
): number {
  const minutesOf = (start: number, end: number): number =>
    duration.kind === 'elapsed' ? Math.max(0, end - start) / minute : businessMinutes(calendar, start, end)
  const paused = pauses.map(([start, end]) => minutesOf(Math.max(start, from), Math.min(end, to)))
  return minutesOf(from, to) - paused.reduce((sum, one) => sum + one, 0)
}

/** When a duration is over whose clock stands still in some stretches that do not overlap. */
export function pausedDueAt(
  calendar: Calendar,
  from: number,
  duration: Duration,
  pauses: readonly Stretch[],
): number {
  const unpaused = dueAt(calendar, from, duration)
  const allowed = counted(calendar, duration, [from, unpaused], [])
  let at = unpaused
  for (;;) {
    const missing = allowed - counted(calendar, duration, [from, at], pauses)
    if (missing <= 1e-9) return at
    const kind = duration.kind === 'elapsed' ? 'elapsed' : 'business'
    at = dueAt(calendar, at, { kind, minutes: missing })
  }
}
