import { businessMinutes, dueAt, type Stretch } from './calendar.ts'
import { dayOf, minute } from './clock.ts'
import { type Basis, type Happening, isDone, isResolved, leftAt } from './happening.ts'
import { doneStretches, type Held, ownersOf, statusesOf } from './stretches.ts'
import { statusAt } from './traces.ts'
import type { Status, World } from './world.ts'

/** What is known of an item before anything is counted. */
export interface Story {
  readonly id: string
  readonly receivedAt: number
  readonly isTimed: boolean
  readonly knownUntil: number
  readonly happenings: readonly Happening[]
}

export interface Moment {
  readonly at: number
  readonly isTimed: boolean
  readonly isBound: boolean
  readonly earliestAt: number
}

/** The facts of an item of either kind; times in milliseconds. */
export interface ItemFacts extends Story {
  readonly acknowledged: (Moment & { readonly basis: Basis }) | null
  readonly firstOwned: Moment | null
  readonly firstResolvedAt: number | null
  readonly resolved: Moment | null
  readonly closedAt: number | null
  /** Since when it has been resolved or closed, else cancelled. */
  readonly doneAt: number | null
  /** The same, with how well it is known. */
  readonly end: Moment | null
  readonly receivedDay: string
  readonly status: Status
  readonly isOpen: boolean
  readonly owner: string | null
  readonly team: string | null
  readonly reopenCount: number
  readonly handoffCount: number
  readonly isUnderWay: boolean
  readonly isDateOnly: boolean
  /** Until when it was under way: its end, or what is known. */
  readonly endAt: number
  readonly statuses: readonly Held<Status>[]
  readonly owners: readonly Held<string>[]
  readonly done: readonly Stretch[]
}

export const momentOf = ({
  at,
  isTimed = true,
  isFirstSight = false,
  earliestAt = at,
}: Happening): Moment => ({
  at,
  earliestAt,
  isTimed,
  isBound: isFirstSight,
})

function acknowledgedBy(happenings: readonly Happening[]): ItemFacts['acknowledged'] {
  const signs = happenings.flatMap((one) => (one.basis ? [{ ...momentOf(one), basis: one.basis }] : []))
  return signs.sort((a, b) => a.at - b.at)[0] ?? null
}

/** The start of the last stretch of the statuses that are meant, where it lasts until now. */
function lastingSince(
  happenings: readonly Happening[],
  isMeant: (status: Status) => boolean,
): Happening | null {
  let since: Happening | null = null
  for (const one of happenings) {
    if (one.status === undefined) continue
    if (!isMeant(one.status)) since = null
    else since ??= one
  }
  return since
}

function handoffs(happenings: readonly Happening[]): number {
  const named = happenings.flatMap(({ owner }) => owner ?? [])
  return named.filter((owner, index) => index > 0 && named[index - 1] !== owner).length
}

/** What a story comes to. */
export function factsOf(world: World, story: Story): ItemFacts {
  const { happenings, receivedAt, knownUntil } = story
  const firstOwned = happenings.find((one) => one.owner)
  const resolved = lastingSince(happenings, isResolved)
  const closed = lastingSince(happenings, (status) => status === 'closed' || status === 'cancelled')
  const status = statusAt(happenings, Number.POSITIVE_INFINITY)
  const statuses = statusesOf(happenings, receivedAt, knownUntil)
  const owners = ownersOf(world, happenings, receivedAt, Number.POSITIVE_INFINITY).filter(
    ({ from, to }) => from < to,
  )
  const doneSince = lastingSince(happenings, isDone)
  const end = resolved ?? doneSince
  const ownedUntil = doneSince?.at ?? knownUntil
  const lastOwner = happenings.findLast(({ owner }) => owner !== undefined)?.owner ?? null
  return {
    ...story,
    acknowledged: acknowledgedBy(happenings),
    firstOwned: firstOwned ? momentOf(firstOwned) : null,
    firstResolvedAt: happenings.find((one) => one.status && isResolved(one.status))?.at ?? null,
    resolved: resolved && momentOf(resolved),
    closedAt: closed?.at ?? null,
    doneAt: end?.at ?? null,
    end: end && momentOf(end),
    receivedDay: dayOf(receivedAt),
    status,
    isOpen: !isDone(status),
    owner: lastOwner !== null && leftAt(world, lastOwner) > ownedUntil ? lastOwner : null,
    team: happenings.findLast((one) => one.team !== undefined)?.team ?? null,
    reopenCount: statuses.filter(({ value }, index) => index > 0 && !isDone(value) && isDone(statuses[index - 1]?.value ?? value)).length, // biome-ignore format: a count
    handoffCount: handoffs(happenings),
    isUnderWay: happenings.some(({ isFirstSight, kind }) => isFirstSight && kind !== 'noted'),
    isDateOnly: !story.isTimed || happenings.some(({ isTimed, status: to, basis }) => isTimed === false && (to !== undefined || basis !== null)), // biome-ignore format: a flag
    endAt: resolved?.at ?? (status === 'cancelled' ? (closed?.at ?? knownUntil) : knownUntil),
    statuses,
    owners,
    done: doneStretches(statuses),
  }
}

/** Minutes from receipt to something, on both clocks; null where one end is only known by its day or as a bound. */
export function minutesTo(
  world: World,
  { receivedAt, isTimed }: Story,
  moment: Moment | null,
): [number | null, number | null] {
  if (!moment || !isTimed || !moment.isTimed || moment.isBound) return [null, null]
  return [
    Math.max(0, moment.at - receivedAt) / minute,
    businessMinutes(world.calendars.main, receivedAt, moment.at),
  ]
}

/** When a number of business days after its receipt is over. */
export const dueAfter = (world: World, { receivedAt }: Story, days: number): number =>
  dueAt(world.calendars.main, receivedAt, { kind: 'business_days', days })
