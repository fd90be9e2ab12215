import { dayOf } from './clock.ts'
import { type Counted, isEscalation, type Share } from './observations.ts'
import { days, isReopened } from './reopened.ts'
import { inside, minutesIn, without } from './stretches.ts'
import type { World } from './world.ts'

/** Whether it went from one owner to another and back. */
function isReturned({ happenings }: Counted): boolean {
  const named = happenings.flatMap(({ owner }) => owner ?? [])
  const turns = named.filter((owner, index) => owner !== named[index - 1])
  return turns.some((owner, index) => index > 1 && owner === turns[index - 2])
}

function whenResolved(world: World, item: Counted): Share[] {
  const { firstResolvedAt, handoffCount } = item
  if (firstResolvedAt === null) return []
  const said = { measure: 'effort', item, day: dayOf(firstResolvedAt), weight: 1, settledAt: null } as const
  const isFirst = handoffCount === 0 && !isReopened(world, item)
  const settledAt = firstResolvedAt + days(world.reopenedWithinDays)
  return [
    { ...said, id: 'handed_on', hits: Number(handoffCount > 0) },
    { ...said, id: 'returned', hits: Number(isReturned(item)) },
    { ...said, id: 'first_contact', hits: Number(isFirst), settledAt },
  ]
}

function whenDone(item: Counted): Share[] {
  const { receivedAt, knownUntil, doneAt, done, statuses, happenings } = item
  if (doneAt === null) return []
  const said = { measure: 'effort', item, day: dayOf(doneAt), weight: 1, settledAt: null } as const
  const open = without([receivedAt, knownUntil], done)
  const waiting = statuses.flatMap(({ from, to, value }) =>
    value === 'waiting' ? [[from, to] as const] : [],
  )
  const hits = minutesIn(open.flatMap((stretch) => inside(stretch, waiting)))
  const weight = minutesIn(open)
  return [
    ...(weight > 0 ? [{ ...said, id: 'waiting_time', hits, weight }] : []),
    ...(item.silence ? [{ ...said, id: 'chased', hits: Number(happenings.some(({ kind }) => kind === 'chased')) }] : []), // biome-ignore format: a row
    ...(isEscalation(item) ? [{ ...said, id: 'avoidable', hits: avoidable(item) }] : []),
  ]
}

const isRedirected = (outcome: string): boolean =>
  ['redirected_emergency', 'redirected_ticket', 'redirected_service'].includes(outcome)

/** An escalation that need not have been; null where nothing of that can be told. */
function avoidable(item: Counted): number | null {
  if (!isEscalation(item)) return null
  const isChased = item.happenings.some(({ kind }) => kind === 'chased')
  if (item.repeatOf !== null || isChased || isRedirected(item.outcome)) return 1
  return item.match === 'missing' && !item.silence && item.outcome === 'unknown' ? null : 0
}

/** What an item says of the effort that it took. */
export function effortOf(world: World, item: Counted): Share[] {
  const said = { measure: 'effort', item, day: dayOf(item.receivedAt), weight: 1, settledAt: null } as const
  return [
    ...whenResolved(world, item),
    ...whenDone(item),
    ...(isEscalation(item) ? [{ ...said, id: 'repeated', hits: Number(item.repeatOf !== null) }] : []),
  ]
}
