import { type Calendar, countLeading, instantAt, openBefore, openUntil, wallAt } from './calendar.ts'

/** How long something may take: minutes on their clock, or days that open. */
export type Allowance =
  | { readonly kind: 'elapsed' | 'business'; readonly minutes: number }
  | { readonly kind: 'business_days'; readonly days: number }

/** A stretch in which the clock stands still; milliseconds since 1970. */
export interface Pause {
  readonly from: number
  readonly to: number
}

const minute = 60_000
const day = 1440 * minute

/** The same wall time on the Nth open day after the one on which `from` counts, no later than that day's end. */
function onOpenDay(calendar: Calendar, from: number, count: number): number | null {
  const next = calendar.stretches[countLeading(calendar.stretches, ({ closes }) => closes <= from)]
  const due = next && calendar.days[next.day + count]
  if (!due) return null
  const wall = wallAt(calendar, Math.max(from, next.opens))
  return Math.min(instantAt(calendar, due.midnight + wall - Math.floor(wall / day) * day), due.closes)
}

function unpausedDueAt(calendar: Calendar, from: number, within: Allowance): number | null {
  if (within.kind === 'business_days') return onOpenDay(calendar, from, within.days)
  if (within.kind === 'elapsed') return from + within.minutes * minute
  return openUntil(calendar, openBefore(calendar, from) + within.minutes * minute)
}

/** How long the clock stands still before it has come to `reach`, in its own time. */
function delayOf(
  clock: (at: number) => number,
  from: number,
  reach: number,
  pauses: readonly Pause[],
): number {
  let delay = 0
  for (const pause of pauses) {
    const begins = clock(Math.max(from, pause.from))
    if (begins - delay >= reach) break
    delay += Math.max(0, clock(pause.to) - begins)
  }
  return delay
}

function pausedDueAt(
  calendar: Calendar,
  from: number,
  within: Allowance,
  pauses: readonly Pause[],
): number | null {
  const due = unpausedDueAt(calendar, from, within)
  if (due === null || pauses.length === 0) return due
  if (within.kind === 'elapsed') return due + delayOf((at) => at, from, due, pauses)
  const clock = (at: number): number => openBefore(calendar, at)
  const reach = clock(due)
  const delay = delayOf(clock, from, reach, pauses)
  const moved = delay === 0 ? due : openUntil(calendar, reach + delay)
  return moved === null ? null : Math.max(due, moved)
}

/**
 * When something that came in at `from` (milliseconds since 1970) is due, and as many. `pauses` are in order and do not
 * overlap: the deadline is the first instant at which as much time has passed without them as would have passed by the
 * deadline without any. Null where the calendar does not tell of the time between; elapsed time needs none.
 */
export function dueAt(
  calendar: Calendar,
  from: number,
  within: Allowance,
  pauses: readonly Pause[] = [],
): number | null {
  const due = pausedDueAt(calendar, from, within, pauses)
  if (due === null || within.kind === 'elapsed') return due
  return from >= calendar.from && due <= calendar.to ? due : null
}
