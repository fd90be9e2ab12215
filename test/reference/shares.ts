import { dayOf } from './clock.ts'
import { effortOf } from './effort.ts'
import type { Facts } from './facts.ts'
import { heardOf } from './heard.ts'
import { dueAfter, type Moment } from './item.ts'
import { type Counted, canBeTold, counted, isEscalation, type Share } from './observations.ts'
import { days, isReopened } from './reopened.ts'
import { ofEscalation } from './shares-of-escalations.ts'
import type { Ticket } from './ticket.ts'
import type { World } from './world.ts'

/** Done within so many business days; it cannot be told where it was done by a time later than that. */
function withinDays(world: World, measure: string, item: Counted, moment: Moment | null): Share {
  const due = dueAfter(
    world,
    item,
    measure === 'first-owned' ? 1 : world.within[measure as keyof World['within']],
  )
  const hits =
    moment?.isBound && moment.at > due && moment.earliestAt <= due
      ? null
      : Number(moment !== null && moment.at <= due)
  return { measure, id: 'within', item, day: dayOf(item.receivedAt), hits, weight: 1, settledAt: due }
}

function ownedOf(item: Counted): Share[] {
  const { isAlways, hasBegun, unownedMinutes, windowMinutes, windowFrom } = item.owned
  const said = { measure: 'owned', item, day: dayOf(item.receivedAt), settledAt: windowFrom } as const
  if (!hasBegun)
    return item.isOpen && windowFrom !== null ? [{ ...said, id: 'always', hits: null, weight: 1 }] : []
  const always = { ...said, id: 'always', hits: isAlways === null ? null : Number(isAlways), weight: 1 }
  if (item.isUnderWay) return [always, { ...said, id: 'unowned_time', hits: null, weight: 1 }]
  if (unownedMinutes === null || !windowMinutes) return [always]
  return [always, { ...said, id: 'unowned_time', hits: unownedMinutes, weight: windowMinutes }]
}

function ofService(ticket: Ticket): Share[] {
  const said = { measure: 'service-levels', item: ticket, day: dayOf(ticket.receivedAt), weight: 1 } as const
  const hasTarget = ticket.attainment.some(({ dueAt }) => dueAt !== null)
  return [
    { ...said, id: 'has_target', hits: Number(hasTarget), settledAt: null },
    ...ticket.attainment.flatMap(({ measure: id, state, dueAt }): Share[] =>
      dueAt === null || state === 'excluded'
        ? []
        : [{ ...said, id, hits: Number(state === 'met'), isCounted: state !== 'open_in_time', settledAt: state.startsWith('open') ? dueAt : null }],
    ),
  ] // biome-ignore format: a list
}

function reopenedOf(world: World, item: Counted): Share[] {
  const { firstResolvedAt } = item
  if (firstResolvedAt === null) return []
  const settledAt = firstResolvedAt + days(world.reopenedWithinDays)
  return [{ measure: 'resolved', id: 'reopened', item, day: dayOf(firstResolvedAt), hits: Number(isReopened(world, item)), weight: 1, settledAt }] // biome-ignore format: a row
}

function satisfactionOf(item: Counted): Share[] {
  if (item.doneAt === null) return []
  const { satisfaction, doneAt } = item
  const said = {
    measure: 'satisfaction',
    item,
    day: dayOf(doneAt),
    weight: 1,
    settledAt: doneAt + days(14),
  } as const
  const responded = { ...said, id: 'responded', hits: Number(satisfaction !== null) }
  if (satisfaction === null) return [responded]
  return [responded, { ...said, id: 'satisfied', hits: Number(satisfaction === 'good') }]
}

/** Up to when it would be known that something was escalated; null where nothing tells of escalations. */
function escalationsKnownUntil(
  { desk, forms, hasFlag, exportedAt }: World,
  { escalations }: Facts,
): number | null {
  const told = [
    ...(desk.length > 0 ? [exportedAt.desk] : []),
    ...(forms.length > 0 ? [exportedAt.forms] : []),
    ...(hasFlag ? [exportedAt.log] : []),
  ]
  if (told.length === 0) return null
  return Math.max(...(escalations.length > 0 ? escalations.map(({ knownUntil }) => knownUntil) : told))
}

function rateOf(world: World, facts: Facts, ticket: Ticket): Share[] {
  const { escalations } = facts
  const knownUntil = escalationsKnownUntil(world, facts)
  if (knownUntil === null) return []
  const due = ticket.receivedAt + days(world.escalatedWithinDays)
  const settledAt = due <= knownUntil ? due : Number.POSITIVE_INFINITY
  const isEscalated = escalations.some(
    ({ tickets, receivedAt, isLeftOut }) => !isLeftOut && tickets.includes(ticket.id) && receivedAt <= due,
  )
  return [
    {
      measure: 'escalation-rate',
      id: 'rate',
      item: ticket,
      day: dayOf(ticket.receivedAt),
      hits: Number(isEscalated),
      weight: 1,
      settledAt,
    },
  ]
}

/** Every share that the items of a world bear on. */
export const sharesOf = (world: World, facts: Facts): Share[] =>
  counted(facts)
    .flatMap((item): Share[] => [
      withinDays(world, 'acknowledged', item, item.acknowledged),
      withinDays(world, 'first-owned', item, item.firstOwned),
      withinDays(world, 'resolved', item, item.resolved),
      ...ownedOf(item),
      ...heardOf(world, item),
      ...reopenedOf(world, item),
      ...effortOf(world, item),
      ...satisfactionOf(item),
      ...(isEscalation(item)
        ? [withinDays(world, 'investigated', item, item.investigated), ...ofEscalation(facts, item)]
        : [...ofService(item), ...rateOf(world, facts, item)]),
    ])
    .filter(canBeTold)
