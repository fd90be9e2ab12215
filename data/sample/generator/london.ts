/** Times are whole minutes since 1970 in UTC; this file alone knows London's wall clock. */
export type Minute = number
/** A local day as the number of days since 1970-01-01. */
export type Day = number

const MINUTES_A_DAY = 1440
const changes = new Map<number, readonly [Minute, Minute]>()

/** The minute of an ISO instant such as `2026-11-20T17:00Z`. */
export const minuteOf = (iso: string): Minute => Date.parse(iso) / 60_000

/** The day of an ISO date such as `2026-11-20`. */
export const dayOf = (iso: string): Day => Date.parse(`${iso}T00:00Z`) / 86_400_000

/** An instant at minute precision, as ISO in UTC. */
export const isoOf = (minute: Minute): string => `${new Date(minute * 60_000).toISOString().slice(0, 16)}:00Z`

/** A local day as an ISO date. */
export const isoDayOf = (day: Day): string => new Date(day * 86_400_000).toISOString().slice(0, 10)

/** 0 is Sunday. */
export const weekdayOf = (day: Day): number => (day + 4) % 7

/** The local day a minute falls on. */
export const localDayOf = (minute: Minute): Day => Math.floor(wallOf(minute) / MINUTES_A_DAY)

/** The UTC minute of a wall time on a local day; only for hours that no clock change touches. */
export function minuteAt(day: Day, minuteOfDay: number): Minute {
  const wall = day * MINUTES_A_DAY + minuteOfDay
  return isSummer(wall - 60) ? wall - 60 : wall
}

/** Moves a time out of the hours that London's clock skips or repeats. Order is kept. */
export function settle(minute: number): Minute {
  const whole = Math.round(minute)
  const [spring, autumn] = changesOf(whole)
  if (whole >= spring && whole < spring + 60) return spring + 60
  if (whole >= autumn - 60 && whole < autumn + 60) return autumn + 60
  return whole
}

/** `d/m/yyyy HH:MM`, not padded, as the incident log writes. */
export function logTime(minute: Minute): string {
  const { day, month, year, clock } = parts(minute)
  return `${day}/${month}/${year} ${clock}`
}

/** `dd/mm/yyyy HH:MM`, as the log kept by hand writes. */
export function handTime(minute: Minute): string {
  const { day, month, year, clock } = parts(minute)
  return `${two(day)}/${two(month)}/${year} ${clock}`
}

/** The wall clock, in minutes. In the hour that spring skips it is a clock that was not put forward. */
function wallOf(minute: Minute): number {
  return isSummer(minute) && !(minute < changesOf(minute)[0] + 60) ? minute + 60 : minute
}

function parts(minute: Minute) {
  const wall = wallOf(minute)
  const date = new Date(wall * 60_000)
  const rest = wall % MINUTES_A_DAY
  return {
    day: date.getUTCDate(),
    month: date.getUTCMonth() + 1,
    year: date.getUTCFullYear(),
    clock: `${two(Math.floor(rest / 60))}:${two(rest % 60)}`,
  }
}

function isSummer(minute: Minute): boolean {
  const [spring, autumn] = changesOf(minute)
  return minute >= spring && minute < autumn
}

function changesOf(minute: Minute): readonly [Minute, Minute] {
  const year = new Date(minute * 60_000).getUTCFullYear()
  const known = changes.get(year)
  if (known) return known
  const found = [lastSunday(year, 3), lastSunday(year, 10)] as const
  changes.set(year, found)
  return found
}

/** 01:00 UTC on the last Sunday of a month of 31 days. */
function lastSunday(year: number, month: number): Minute {
  const last = dayOf(`${year}-${two(month)}-31`)
  return (last - weekdayOf(last)) * MINUTES_A_DAY + 60
}

const two = (n: number) => String(n).padStart(2, '0')
