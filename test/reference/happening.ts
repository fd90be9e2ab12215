import { dayAfter, midnightOf } from './clock.ts'
import type { Person, SourceName, Status, World } from './world.ts'

export type Actor = 'requester' | 'staff' | 'system' | 'unknown'
export type Basis = 'explicit' | 'reply' | 'status' | 'owner' | 'resolution'
export type Kind =
  | 'acknowledged'
  | 'auto_acknowledged'
  | 'assigned'
  | 'unassigned'
  | 'team_changed'
  | 'status_changed'
  | 'updated'
  | 'noted'
  | 'chased'
  | 'resolved'
  | 'reopened'
  | 'closed'
  | 'cancelled'

/** Something that happened to an item, as one source tells it. */
export interface Happening {
  readonly at: number
  readonly kind: Kind
  readonly actor: Actor
  readonly source: SourceName
  /** How it acknowledges, where it does. */
  readonly basis: Basis | null
  /** What holds from then on; absent where this says nothing of it. */
  readonly status?: Status
  readonly owner?: string | null
  readonly team?: string | null
  /** Seen in a state that no time column explains: it happened by then. */
  readonly isFirstSight?: boolean
  /** Since when it can have happened, where that is known as a bound. */
  readonly earliestAt?: number
  /** False where only the day is known. */
  readonly isTimed?: boolean
}

/** What a source says of an item, besides what happened to it. */
export type Described = 'priority' | 'service' | 'outcome' | 'reason' | 'route' | 'satisfaction'

/** One source's telling of one item. */
export interface Trace {
  readonly source: SourceName
  readonly id: string
  readonly receivedAt: number
  readonly isTimed: boolean
  /** Whether some time of it is a day alone. */
  readonly hasDays?: boolean
  readonly happenings: readonly Happening[]
  /** Words in which tickets and other escalations are quoted. */
  readonly quotes: string
  readonly parent: string
  readonly statesStatus: boolean
  readonly statesOwner: boolean
  readonly statesTeam: boolean
  readonly describes: Readonly<Record<Described, string | null>>
}

export const isDone = (status: Status): boolean => ['resolved', 'closed', 'cancelled'].includes(status)
export const isResolved = (status: Status): boolean => status === 'resolved' || status === 'closed'

const plain = (words: string): string => words.trim().toLowerCase().replaceAll(/\s+/g, ' ')

export const personOf = ({ people }: World, words: string): Person | undefined =>
  people.find(({ name, aliases }) => [name, ...aliases].some((one) => plain(one) === plain(words)))

/** When a person is an owner no more; never is infinity. */
export function leftAt({ people }: World, name: string): number {
  const to = people.find((person) => person.name === name)?.to
  return to ? midnightOf(dayAfter(to)) : Number.POSITIVE_INFINITY
}

/** The person whom a cell names; nobody where it is empty, shared or a machine. */
export function namedBy(world: World, words: string): string | null {
  if (words === '') return null
  const person = personOf(world, words)
  if (!person) return words
  return person.is === 'person' ? person.name : null
}

/** The owner that a named person makes at a time: who has left is none. */
export const ownerAt = (world: World, name: string | null, at: number): string | null =>
  name !== null && at < leftAt(world, name) ? name : null

/** Who acts: nobody named is unknown. */
export function actorOf(world: World, words: string, requester: string): Actor {
  if (words === '') return 'unknown'
  if (personOf(world, words)?.is === 'system') return 'system'
  return words === requester ? 'requester' : 'staff'
}

/** The kind of a change from one status to another. */
export function statusKind(before: Status, after: Status): Kind {
  if (after === 'resolved' || after === 'closed' || after === 'cancelled') return after
  return isDone(before) ? 'reopened' : 'status_changed'
}

/** Everything that is said of an item, column by column. */
export const descriptionOf = (says: (column: Described) => string | null): Trace['describes'] => ({
  priority: says('priority'),
  service: says('service'),
  outcome: says('outcome'),
  reason: says('reason'),
  route: says('route'),
  satisfaction: says('satisfaction'),
})
