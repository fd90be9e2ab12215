/** Wall times of a zone as instants, by the browser's own knowledge of zones. Times are milliseconds. */

const minute = 60_000
const day = 86_400_000

const clockOf = (zone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })

const whole = (parts: readonly Intl.DateTimeFormatPart[], type: Intl.DateTimeFormatPartTypes): number =>
  Number(parts.find((part) => part.type === type)?.value ?? 0)

/** A zone. A wall time is given as if it were UTC: `Date.UTC` of what the clock shows. */
export class WallClock {
  readonly #clock: Intl.DateTimeFormat
  /** Offsets at the start of a UTC day: nearly no day changes them, and to ask is slow. */
  readonly #offsets = new Map<number, number>()

  constructor(zone: string) {
    this.#clock = clockOf(zone)
  }

  /** How far the clock is ahead of UTC at an instant. */
  offsetAt(instant: number): number {
    const second = Math.floor(instant / 1000) * 1000
    const parts = this.#clock.formatToParts(second)
    const [year, month] = [whole(parts, 'year'), whole(parts, 'month')]
    const shown = new Date(0)
    shown.setUTCFullYear(year, month - 1, whole(parts, 'day'))
    shown.setUTCHours(whole(parts, 'hour'), whole(parts, 'minute'), whole(parts, 'second'))
    return shown.getTime() - second
  }

  #offsetOn(dayNumber: number): number {
    const known = this.#offsets.get(dayNumber)
    if (known !== undefined) return known
    const found = this.offsetAt(dayNumber * day)
    this.#offsets.set(dayNumber, found)
    return found
  }

  /** What the clock shows at an instant. */
  wallAt(instant: number): number {
    const dayNumber = Math.floor(instant / day)
    const [before, after] = [this.#offsetOn(dayNumber), this.#offsetOn(dayNumber + 1)]
    return instant + (before === after ? before : this.offsetAt(instant))
  }

  /**
   * The instant at which the clock shows a wall time. Where it shows it twice, the later one unless asked for the other;
   * where it leaves it out, as long after the change as the wall time is after the hour that is left out: as ICU and
   * Temporal's `later` have it.
   */
  instantOf(wall: number, twice: 'later' | 'earlier' = 'later'): number {
    const dayNumber = Math.floor(wall / day)
    const [before, after] = [this.#offsetOn(dayNumber - 1), this.#offsetOn(dayNumber + 2)]
    if (before === after && this.#offsetOn(dayNumber) === before) return wall - before
    const readings = [wall - before, wall - after].filter(
      (instant) => this.offsetAt(instant) === wall - instant,
    )
    if (readings.length === 0) return wall - before
    return twice === 'later' ? Math.max(...readings) : Math.min(...readings)
  }
}

/** Whether a wall time is one of the years that tickets are written in: from 1970 to 9999. */
export const isOfTickets = (time: number): boolean => time >= 0 && time < 253_402_300_800_000

/** Milliseconds of a date and a time of day; null where there is no such date. A day may end at 24:00. */
export function timeOf(
  [year, month, date]: readonly [number, number, number],
  millisecondsOfDay: number,
): number | null {
  const at = new Date(0)
  at.setUTCFullYear(year, month - 1, date)
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== date) return null
  return at.getTime() + millisecondsOfDay
}

export const millisecondsOf = (hour: number, minutes: number, seconds: number): number =>
  hour * 60 * minute + minutes * minute + seconds * 1000

export const dayInMilliseconds = day
