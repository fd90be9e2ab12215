import { pausedDueAt, type Stretch } from './calendar.ts'
import { dayOf } from './clock.ts'
import type { ItemFacts } from './item.ts'
import type { Target, World } from './world.ts'

export type State = 'met' | 'breached' | 'open_in_time' | 'open_breached' | 'no_target' | 'excluded'

export interface Attainment {
  readonly measure: Target['measure']
  readonly state: State
  readonly dueAt: number | null
}

/** The target that was in force for a level on a local day. */
function inForce(
  world: World,
  level: string | null,
  measure: Target['measure'],
  day: string,
): Target | undefined {
  return world.targets
    .filter((target) => target.level === level && target.measure === measure && target.from <= day)
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]
}

const waiting = ({ statuses }: ItemFacts): Stretch[] =>
  statuses.flatMap(({ from, to, value }) => (value === 'waiting' ? [[from, to] as const] : []))

/** A ticket that ended in time without an answer needed none. */
function stateOf(due: number, doneAt: number | null, { knownUntil, doneAt: endedAt }: ItemFacts): State {
  if (doneAt !== null) return doneAt <= due ? 'met' : 'breached'
  if (endedAt !== null) return endedAt <= due ? 'excluded' : 'breached'
  return knownUntil > due ? 'open_breached' : 'open_in_time'
}

/** Whether a ticket kept one of its targets, by the level that it was raised with. */
export function attainmentOf(
  world: World,
  ticket: ItemFacts,
  level: string | null,
  measure: Target['measure'],
): Attainment {
  const target = inForce(world, level, measure, dayOf(ticket.receivedAt))
  const isExcluded = ticket.status === 'cancelled'
  if (!target) return { measure, state: isExcluded ? 'excluded' : 'no_target', dueAt: null }
  const pauses = target.isPaused ? waiting(ticket) : []
  const due = pausedDueAt(world.calendars[target.calendar], ticket.receivedAt, target.duration, pauses)
  const doneAt = (measure === 'response' ? ticket.acknowledged?.at : ticket.resolved?.at) ?? null
  return { measure, state: isExcluded ? 'excluded' : stateOf(due, doneAt, ticket), dueAt: due }
}
