/** A service calendar as it is published. Times are whole minutes since 1970 began in UTC. */
export interface ServiceCalendar {
  readonly name: string
  readonly timezone: string
  /** What it tells of: nothing is known before `from` and from `to` on. */
  readonly from: number
  readonly to: number
  /** The open stretches in order, none longer than a local day: it opens, it closes. */
  readonly stretches: readonly (readonly [opens: number, closes: number])[]
  /** How far the local clock is ahead of UTC, in minutes, from a time on; the first holds before it too. */
  readonly offsets: readonly (readonly [from: number, ahead: number])[]
}

interface Stretch {
  readonly opens: number
  readonly closes: number
  /** Open milliseconds of all earlier stretches. */
  readonly before: number
  /** Its place among the days that open at all. */
  readonly day: number
}

/** A service calendar made ready to be looked up in. Times are milliseconds since 1970. */
export interface Calendar {
  readonly from: number
  readonly to: number
  readonly stretches: readonly Stretch[]
  /** The local midnight that begins each open day, as if its clock were UTC, and when the day closes. */
  readonly days: readonly { readonly midnight: number; readonly closes: number }[]
  readonly offsets: readonly { readonly from: number; readonly ahead: number }[]
}

const minute = 60_000
const day = 1440 * minute

/** How many of a list hold that stand at its beginning; after the first that does not hold, none may. */
export function countLeading<T>(list: readonly T[], holds: (one: T) => boolean): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(list[middle] as T)) low = middle + 1
    else high = middle
  }
  return low
}

/** Wall time at an instant, as if the local clock were UTC. */
export function wallAt({ offsets }: Pick<Calendar, 'offsets'>, at: number): number {
  const past = countLeading(offsets, ({ from }) => from <= at)
  return at + (offsets[Math.max(0, past - 1)]?.ahead ?? 0)
}

/** The instant of a wall time (given as if it were UTC); one that a clock change repeats or skips is the later. */
export function instantAt({ offsets }: Pick<Calendar, 'offsets'>, wall: number): number {
  const past = countLeading(offsets, ({ from, ahead }) => from + ahead <= wall)
  return wall - (offsets[Math.max(0, past - 1)]?.ahead ?? 0)
}

/** Makes a published calendar ready to be looked up in. */
export function readCalendar(published: ServiceCalendar): Calendar {
  const offsets = published.offsets.map(([from, ahead]) => ({ from: from * minute, ahead: ahead * minute }))
  const stretches: Stretch[] = []
  const days: { midnight: number; closes: number }[] = []
  let before = 0
  for (const ends of published.stretches) {
    const [opens, closes] = [ends[0] * minute, ends[1] * minute]
    const midnight = Math.floor(wallAt({ offsets }, opens) / day) * day
    if (days.at(-1)?.midnight === midnight) days.pop()
    days.push({ midnight, closes })
    stretches.push({ opens, closes, before, day: days.length - 1 })
    before += closes - opens
  }
  return { from: published.from * minute, to: published.to * minute, stretches, days, offsets }
}

/** Open milliseconds from the first stretch on until an instant. */
export function openBefore({ stretches }: Calendar, at: number): number {
  const last = stretches[countLeading(stretches, ({ opens }) => opens <= at) - 1]
  return last ? last.before + Math.min(at, last.closes) - last.opens : 0
}

/** The first instant until which as many milliseconds have been open; null where the calendar ends before. */
export function openUntil({ stretches }: Calendar, open: number): number | null {
  const last = stretches[countLeading(stretches, ({ before }) => before < open) - 1]
  if (!last) return null
  const at = last.opens + open - last.before
  return at <= last.closes ? at : null
}

/**
 * Open minutes between two instants (milliseconds since 1970), 0 where they are reversed.
 * Null where the calendar does not tell of both.
 */
export function openMinutesBetween(calendar: Calendar, from: number, to: number): number | null {
  const [first, last] = [Math.min(from, to), Math.max(from, to)]
  if (first < calendar.from || last > calendar.to) return null
  return Math.max(0, openBefore(calendar, to) - openBefore(calendar, from)) / minute
}
