import { businessMinutes } from './calendar.ts'
import { minute } from './clock.ts'
import type { Facts } from './facts.ts'
import { type Moment, minutesTo } from './item.ts'
import { type Counted, canBeTold, counted, isEscalation, type Said } from './observations.ts'
import type { Waited } from './statistics.ts'
import type { World } from './world.ts'

export interface Time extends Said {
  readonly clock: 'elapsed' | 'business'
  /** Null where it is not known how long. */
  readonly waited: Waited | null
}

const untimed = (measure: string, id: string, item: Counted): Time[] =>
  (['elapsed', 'business'] as const).map((clock) => ({ measure, id, item, clock, waited: null }))

/** What never happened to an item has not until its end, where it has one, else until now. */
function timesTo(world: World, measure: string, id: string, item: Counted, moment: Moment | null): Time[] {
  const now = { at: item.knownUntil, earliestAt: item.knownUntil, isTimed: true, isBound: false }
  const reached = moment ?? item.end ?? now
  if (!item.isTimed || reached.isBound || !reached.isTimed) return untimed(measure, id, item)
  const [elapsed, business] = minutesTo(world, item, reached)
  const isDone = moment !== null
  return [
    { measure, id, item, clock: 'elapsed', waited: { minutes: elapsed ?? 0, isDone } },
    { measure, id, item, clock: 'business', waited: { minutes: business ?? 0, isDone } },
  ]
}

/** From the first known ticket that it names, where that was opened before, to the escalation. */
function leadOf(world: World, { tickets }: Facts, item: Counted): Time[] {
  if (!isEscalation(item)) return []
  const named = item.tickets.flatMap((id) => tickets.find((ticket) => ticket.id === id) ?? [])[0]
  if (!named || named.receivedAt >= item.receivedAt) return []
  const opened = { receivedAt: named.receivedAt, isTimed: named.isTimed }
  const came = { at: item.receivedAt, earliestAt: item.receivedAt, isTimed: item.isTimed, isBound: false }
  const said = { measure: 'escalation-rate', id: 'lead', item } as const
  if (!opened.isTimed || !came.isTimed) return untimed(said.measure, said.id, item)
  const minutes = {
    elapsed: (came.at - opened.receivedAt) / minute,
    business: businessMinutes(world.calendars.main, opened.receivedAt, came.at),
  }
  return (['elapsed', 'business'] as const).map((clock) => ({
    ...said,
    clock,
    waited: { minutes: minutes[clock], isDone: true },
  }))
}

/** How long everything took, or has taken until now. */
export const timesOf = (world: World, facts: Facts): Time[] =>
  counted(facts)
    .flatMap((item) => [
      ...timesTo(world, 'acknowledged', 'done', item, item.acknowledged),
      ...timesTo(world, 'first-owned', 'done', item, item.firstOwned),
      ...timesTo(world, 'resolved', 'done', item, item.resolved),
      ...leadOf(world, facts, item),
      ...(isEscalation(item) ? timesTo(world, 'investigated', 'done', item, item.investigated) : []),
      ...(isEscalation(item) && item.outcome === 'redirected_emergency'
        ? item.isUnderWay || item.isDateOnly
          ? untimed('right-route', 'redirect', item)
          : timesTo(world, 'right-route', 'redirect', item, item.end)
        : []),
    ])
    .filter(canBeTold)

export interface Waits extends Said {
  /** Null where only that it waits is known. */
  readonly sinceAt: number | null
}

/** What waits now, and since when. */
export const waitingOf = (facts: Facts): Waits[] =>
  counted(facts).flatMap((item): Waits[] => {
    if (!item.isOpen) return []
    const said = { item, sinceAt: item.receivedAt }
    const { isUnownedNow, unownedSinceAt } = item.owned
    const late = isEscalation(item)
      ? []
      : item.attainment.flatMap(({ measure, state, dueAt }) => (measure === 'resolution' && state === 'open_breached' && dueAt !== null ? [dueAt] : []))
    return [
      { ...said, measure: 'resolved', id: 'open' },
      ...(item.acknowledged ? [] : [{ ...said, measure: 'acknowledged', id: 'waiting' }]),
      ...(item.firstOwned ? [] : [{ ...said, measure: 'first-owned', id: 'waiting' }]),
      ...(isEscalation(item) && !item.investigated ? [{ ...said, measure: 'investigated', id: 'waiting' }] : []),
      ...(isUnownedNow ? [{ item, measure: 'owned', id: 'unowned', sinceAt: unownedSinceAt }] : []),
      ...(item.silence?.isSilentNow ? [{ item, measure: 'updated', id: 'silent', sinceAt: item.silence.lastAt }] : []),
      ...(late.length > 0 ? [{ item, measure: 'service-levels', id: 'late', sinceAt: Math.min(...late) }] : []),
    ].filter(canBeTold)
  }) // biome-ignore format: a list

/** For how long something has waited, on both clocks, where that is known. */
export const waitedOf = ({ calendars }: World, { item, sinceAt }: Waits) =>
  sinceAt === null
    ? []
    : [{ elapsed: (item.knownUntil - sinceAt) / minute, business: businessMinutes(calendars.main, sinceAt, item.knownUntil) }] // biome-ignore format: a row
