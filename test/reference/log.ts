import { earlierOf, instantOf } from './clock.ts'
import {
  actorOf,
  type Basis,
  type Described,
  descriptionOf,
  type Happening,
  isDone,
  namedBy,
  ownerAt,
  personOf,
  statusKind,
  type Trace,
} from './happening.ts'
import type { SourceName, StateRow, Status, World } from './world.ts'

/** What an item is at a time, and what a row then made of it. */
export interface Step {
  readonly row: StateRow
  readonly at: number
  readonly owner: string | null
  readonly team: string | null
  readonly happenings: readonly Happening[]
}

/**
 * When the rows of an item, given as the log has them, were written. One of the hour that comes twice is of the first of
 * the two where the next row, by the order column or the file, would be before it otherwise.
 */
function timesOf(rows: readonly StateRow[]): Map<StateRow, number> {
  const times = new Map<StateRow, number>()
  let next = Number.POSITIVE_INFINITY
  for (const row of rows.toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0)).reverse()) {
    const [later, earlier] = [instantOf(row.at), earlierOf(row.at)]
    next = later > next && earlier <= next ? earlier : later
    times.set(row, next)
  }
  return times
}

/** The rows of each item, in order of time, order column and file. */
export function rowsOf(rows: readonly StateRow[]): Map<string, StateRow[]> {
  const all = new Map<string, StateRow[]>()
  for (const row of rows) {
    const list = all.get(row.id) ?? []
    all.set(row.id, [...list, row])
  }
  for (const list of all.values()) {
    const times = timesOf(list)
    const at = (row: StateRow): number => times.get(row) ?? 0
    list.sort((a, b) => at(a) - at(b) || (a.order ?? 0) - (b.order ?? 0))
  }
  return all
}

function leavesNewBy(before: Status, after: Status, actor: string): Basis | null {
  if (after === 'new' || after === before || actor === 'system') return null
  return isDone(after) ? 'resolution' : 'status'
}

function saidBy(row: StateRow, actor: string): Basis | null {
  if (row.event === 'acknowledged' && actor !== 'system') return 'explicit'
  return row.event === 'updated' && (actor === 'staff' || actor === 'unknown') ? 'reply' : null
}

/** The team that a row names, else the one of the owner whom it names. */
const teamOf = (world: World, row: StateRow, owner: string | null): string | null =>
  row.team || (owner ? (personOf(world, owner)?.team ?? null) : null)

/** What the rows of one item say, step by step, from new and unowned on. */
export function stepsOf(world: World, source: SourceName, rows: readonly StateRow[]): Step[] {
  let status: Status = 'new'
  let owner: string | null = null
  let team: string | null = null
  const times = timesOf(rows)
  return rows
    .map((row): Step => {
      const at = times.get(row) ?? 0
      const actor = actorOf(world, row.actor, row.requester)
      const happenings: Happening[] = []
      const tell = (one: Omit<Happening, 'at' | 'actor' | 'source'>): void => {
        happenings.push({ at, actor, source, ...one })
      }
      if (row.event) tell({ kind: row.event, basis: saidBy(row, actor) })
      if (row.status !== status) {
        tell({
          kind: statusKind(status, row.status),
          basis: leavesNewBy(status, row.status, actor),
          status: row.status,
        })
      }
      const named = namedBy(world, row.owner)
      if (named !== owner)
        tell({ kind: named ? 'assigned' : 'unassigned', basis: null, owner: ownerAt(world, named, at) })
      const within = teamOf(world, row, named)
      if (within !== team) tell({ kind: 'team_changed', basis: null, team: within })
      if (happenings.length === 0) tell({ kind: 'noted', basis: null })
      ;[status, owner, team] = [row.status, named, within]
      return { row, at, owner, team, happenings }
    })
    .filter(({ at }) => at <= world.asOf)
}

const newest = (rows: readonly StateRow[], column: Described): string | null =>
  rows.findLast((row) => row[column] !== '')?.[column] || null

/** One item of a log as the log tells it; null where it has not begun. */
export function traceOf(world: World, source: SourceName, rows: readonly StateRow[]): Trace | null {
  const [first] = rows
  if (!first) return null
  const receivedAt = first.began ? instantOf(first.began) : (timesOf(rows).get(first) ?? 0)
  if (receivedAt > world.asOf) return null
  const steps = stepsOf(world, source, rows)
  const counted = steps.map(({ row }) => row)
  return {
    source,
    id: first.id,
    receivedAt,
    isTimed: true,
    happenings: steps.flatMap(({ happenings }) => happenings),
    quotes: counted[0]?.ticket ?? '',
    parent: counted[0]?.parent ?? '',
    statesStatus: true,
    statesOwner: steps.some(({ owner }) => owner !== null),
    statesTeam: steps.some((step) => step.team !== null),
    describes: descriptionOf((column) => newest(counted, column)),
  }
}
