import type { Stretch } from './calendar.ts'
import { dueAt } from './calendar.ts'
import type { Happening } from './happening.ts'
import { dueAfter, type ItemFacts, type Moment, momentOf } from './item.ts'
import { minutesIn, without } from './stretches.ts'
import type { World } from './world.ts'

export type InvestigatedBasis = 'message' | 'note' | 'handoff' | 'status' | 'resolution'
const investigating: Partial<Record<Happening['kind'], InvestigatedBasis>> = {
  updated: 'message',
  noted: 'note',
  team_changed: 'handoff',
  assigned: 'handoff',
  unassigned: 'handoff',
  status_changed: 'status',
  reopened: 'status',
  resolved: 'resolution',
  closed: 'resolution',
  cancelled: 'resolution',
}

/** The first human action on the matter beyond acknowledging it; `named` are the sources that name who acts. */
export function investigatedOf(
  { acknowledged, happenings }: ItemFacts,
  named: ReadonlySet<string>,
): (Moment & { basis: InvestigatedBasis }) | null {
  if (!acknowledged) return null
  if (acknowledged.basis === 'resolution') return acknowledged as Moment & { basis: 'resolution' }
  const signs = happenings.flatMap((one) => {
    const basis = investigating[one.kind]
    const isHuman = one.actor === 'staff' || (one.actor === 'unknown' && !named.has(one.source))
    const isLater = one.at > acknowledged.at || (one.at === acknowledged.at && basis === 'resolution')
    // an owner of whom only the sight is known, and whom another source is believed over
    const isUntold = one.isFirstSight && one.kind === 'noted' && one.basis === null
    return basis && isHuman && isLater && !isUntold ? [{ ...momentOf(one), basis }] : []
  })
  return signs.sort((a, b) => a.at - b.at)[0] ?? null
}

export interface Owned {
  readonly isAlways: boolean | null
  readonly unownedMinutes: number | null
  /** Whether it should have had an owner by now, and a source tells of owners. */
  readonly hasBegun: boolean
  readonly windowMinutes: number | null
  /** When its window begins or will. */
  readonly windowFrom: number | null
  readonly isUnownedNow: boolean
  /** Since when it has had none, as far as it should have had one. */
  readonly unownedSinceAt: number | null
}

const untold: Owned = { isAlways: null, unownedMinutes: null, hasBegun: false, windowMinutes: null, windowFrom: null, isUnownedNow: false, unownedSinceAt: null } // biome-ignore format: a row

/** Whether somebody named owned it from its acknowledgement on, or a business day after its receipt. */
export function ownedOf(world: World, item: ItemFacts, canBeTold: boolean): Owned {
  const due = dueAfter(world, item, 1)
  const start = Math.min(item.acknowledged?.at ?? due, due)
  if (start > item.endAt) return { ...untold, windowFrom: start }
  if (!canBeTold) return item.isUnderWay ? { ...untold, hasBegun: true, windowFrom: start } : untold
  const isUnownedNow = item.isOpen && item.owner === null
  const isTimed =
    item.isTimed &&
    [item.acknowledged, item.end].every((moment) => !moment || (moment.isTimed && !moment.isBound))
  // what was taken notice of before it was received is to be owned from its receipt on
  const window = without([Math.max(start, item.receivedAt), item.endAt], item.done)
  const owned = item.owners.map(({ from, to }): Stretch => [from, to])
  const unowned = window.flatMap((stretch) => without(stretch, owned))
  const last = unowned.at(-1)
  const reopenedAt = item.happenings.findLast(({ kind }) => kind === 'reopened')?.at ?? start
  const unownedSinceAt = isUnownedNow
    ? Math.max(reopenedAt, last?.[1] === item.endAt ? last[0] : item.endAt)
    : null
  if (item.isUnderWay) {
    return { ...untold, hasBegun: true, windowFrom: start, isUnownedNow, unownedSinceAt: owned.length > 0 ? unownedSinceAt : null }
  } // biome-ignore format: a row
  return {
    isAlways: unowned.length === 0 && !isUnownedNow,
    hasBegun: true,
    windowFrom: start,
    isUnownedNow,
    unownedMinutes: isTimed ? minutesIn(unowned) : null,
    windowMinutes: isTimed ? minutesIn(window) : null,
    unownedSinceAt,
  }
}

export interface Silence {
  /** Null where one end is only known by its day or as a bound. */
  readonly longestMinutes: number | null
  readonly nowMinutes: number | null
  readonly isSilentNow: boolean
  /** The last word to the requester, else the receipt. */
  readonly lastAt: number
  readonly heard: readonly Stretch[]
  readonly open: readonly Stretch[]
}

const cadence = { kind: 'business_days', days: 5 } as const

/** Minutes in which an item was not done. */
const openFor = ({ done }: ItemFacts, from: number, to: number): number =>
  minutesIn(without([from, to], done))

/** How long its requester heard nothing; null where none of its sources tells of messages. */
export function silenceOf(
  world: World,
  item: ItemFacts,
  sources: readonly string[],
  telling: ReadonlySet<string>,
): Silence | null {
  if (!sources.some((source) => telling.has(source))) return null
  const heardAt = item.happenings
    .filter(({ kind, actor }) => kind === 'updated' && (actor === 'staff' || actor === 'unknown'))
    .map(({ at }) => at)
    .filter((at) => at >= item.receivedAt && at <= item.endAt)
  const times = [item.receivedAt, ...heardAt, item.endAt]
  const last = times.at(-2) ?? item.receivedAt
  const open = without([item.receivedAt, item.endAt], item.done)
  const isTimed = item.isTimed && (!item.end || (item.end.isTimed && !item.end.isBound))
  const dues = heardAt.map((at): Stretch => [at, dueAt(world.calendars.main, at, cadence)])
  return {
    longestMinutes: !isTimed
      ? null
      : Math.max(...times.slice(1).map((at, index) => openFor(item, times[index] ?? at, at))),
    nowMinutes:
      item.isOpen && (item.isTimed || heardAt.length > 0) ? openFor(item, last, item.knownUntil) : null,
    lastAt: last,
    isSilentNow: item.isOpen && dueAt(world.calendars.main, last, cadence) < item.knownUntil,
    heard: open.flatMap((stretch) => {
      const silent = without(stretch, dues)
      return without(stretch, silent)
    }),
    open,
  }
}
