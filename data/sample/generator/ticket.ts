import type { Service, Topic } from './catalogue/index.ts'
import type { Minute } from './london.ts'
import type { Requester } from './places.ts'
import type { Answer } from './satisfaction.ts'

export type State =
  | 'New'
  | 'Active'
  | 'Awaiting User Info'
  | 'Awaiting Vendor'
  | 'Awaiting Problem'
  | 'Awaiting Evidence'
  | 'Resolved'
  | 'Closed'
  | 'Canceled'

export type Channel = 'Phone' | 'Email' | 'Self-service' | 'Chat' | 'Walk-in'
export type Priority = 1 | 2 | 3 | 4

/** What holds from a time on: one line of the log. */
export interface Row {
  at: Minute
  modCount: number
  state: State
  team: string
  owner: string | null
  priority: Priority
  problem: string | null
  updatedBy: string
}

/** A ticket as it was asked for, before anyone worked on it. */
export interface Request {
  openedAt: Minute
  firstRowAt: Minute
  service: Service
  topic: Topic
  requester: Requester
  building: string
  channel: Channel
  priority: Priority
  subject: string
  problem: string | null
}

/** A ticket with all that happened to it up to the as-of time. */
export interface Ticket extends Request {
  number: string
  rows: readonly Row[]
  isOrphan: boolean
  /** How the requester found it, once it was closed. */
  answer: Answer | null
}

const DONE: ReadonlySet<State> = new Set(['Resolved', 'Closed', 'Canceled'])

export const isDone = (state: State): boolean => DONE.has(state)

/** What holds now. */
export function lastRow(rows: readonly Row[]): Row {
  const row = rows.at(-1)
  if (!row) throw new RangeError('a ticket without rows')
  return row
}

/** The first time at which the state was no longer New, or null. */
export const acknowledgedAt = (rows: readonly Row[]): Minute | null =>
  rows.find(({ state }) => state !== 'New')?.at ?? null

/** The start of the stretch of Resolved or Closed that lasts until now, or null. */
export function resolvedAt(rows: readonly Row[]): Minute | null {
  let since: Minute | null = null
  for (const { at, state } of rows) {
    if (state !== 'Resolved' && state !== 'Closed') since = null
    else since ??= at
  }
  return since
}

/** When the ticket was last done, cancelled or not, or null while it is open. */
export function doneAt(rows: readonly Row[]): Minute | null {
  let since: Minute | null = null
  for (const { at, state } of rows) since = isDone(state) ? (since ?? at) : null
  return since
}
