import { businessMinutes, type Calendar, type Stretch } from './calendar.ts'
import { minute } from './clock.ts'
import { type Happening, isDone, leftAt } from './happening.ts'
import type { Status, World } from './world.ts'

export interface Held<T> {
  readonly from: number
  readonly to: number
  readonly value: T
}

/** What held from when until when, from `start` on, by changes in order of time. */
function heldBy<T>(
  changes: readonly { at: number; value: T }[],
  start: number,
  first: T,
  end: number,
): Held<T>[] {
  const held: Held<T>[] = []
  let before = { at: start, value: first }
  for (const change of changes) {
    held.push({ from: before.at, to: change.at, value: before.value })
    before = change
  }
  return [...held, { from: before.at, to: Math.max(end, before.at), value: before.value }]
}

export const statusesOf = (happenings: readonly Happening[], received: number, end: number): Held<Status>[] =>
  heldBy(
    happenings.flatMap(({ at, status }) => (status === undefined ? [] : [{ at, value: status }])),
    received,
    'new',
    end,
  )

/** Stretches of owners; who leaves owns nothing from then on. */
export function ownersOf(
  world: World,
  happenings: readonly Happening[],
  received: number,
  end: number,
): Held<string>[] {
  const changes = happenings.flatMap(({ at, owner }) => (owner === undefined ? [] : [{ at, value: owner }]))
  return heldBy<string | null>(changes, received, null, end).flatMap(({ from, to, value }) =>
    value === null ? [] : [{ from, to: Math.min(to, leftAt(world, value)), value }],
  )
}

const clipped = ([from, to]: Stretch, [start, end]: Stretch): Stretch[] =>
  Math.max(from, start) < Math.min(to, end) ? [[Math.max(from, start), Math.min(to, end)]] : []

/** What is left of a stretch when others are taken out of it. */
export function without(whole: Stretch, taken: readonly Stretch[]): Stretch[] {
  let left: Stretch[] = [whole]
  for (const [from, to] of taken) {
    left = left.flatMap((one) => [
      ...clipped(one, [Number.NEGATIVE_INFINITY, from]),
      ...clipped(one, [to, Number.POSITIVE_INFINITY]),
    ])
  }
  return left.filter(([from, to]) => from < to)
}

/** The parts of some stretches that lie within another. */
export const inside = (whole: Stretch, parts: readonly Stretch[]): Stretch[] =>
  parts.flatMap((part) => clipped(part, whole))

export const doneStretches = (statuses: readonly Held<Status>[]): Stretch[] =>
  statuses.flatMap(({ from, to, value }) => (isDone(value) && to > from ? [[from, to] as const] : []))

export const minutesIn = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, [from, to]) => sum + (to - from) / minute, 0)

export const businessMinutesIn = (calendar: Calendar, stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, [from, to]) => sum + businessMinutes(calendar, from, to), 0)
