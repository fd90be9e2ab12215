import {
  type Basis,
  descriptionOf,
  type Happening,
  isDone,
  ownerAt,
  statusKind,
  type Trace,
} from './happening.ts'
import { type Step, stepsOf } from './log.ts'
import type { StateRow, World } from './world.ts'

/** How a thing that happens to the ticket acknowledges its escalation. */
function basisOf({ kind, actor, basis, status }: Happening): Basis | null {
  if (actor === 'system') return null
  if (kind === 'assigned' || kind === 'unassigned') return 'owner'
  if (status === undefined) return basis
  return isDone(status) ? 'resolution' : 'status'
}

interface Begun {
  readonly first: Step
  readonly later: Step[]
  hasBeenDone: boolean
  hasBeenFalse: boolean
}

function begins(world: World, first: Step): Happening[] {
  const { at } = first
  const source = 'log'
  const told: Happening[] = []
  if (first.owner)
    told.push({
      at,
      source,
      actor: 'unknown',
      kind: 'assigned',
      basis: null,
      owner: ownerAt(world, first.owner, at),
    })
  if (first.team)
    told.push({ at, source, actor: 'unknown', kind: 'team_changed', basis: null, team: first.team })
  const { status } = first.row
  if (isDone(status))
    told.push({ at, source, actor: 'unknown', kind: statusKind('new', status), basis: 'resolution', status })
  return told
}

/** The escalations that the flag on a ticket tells of. */
export function flaggedOf(world: World, rows: readonly StateRow[]): Trace[] {
  if (!world.hasFlag) return []
  const found: Begun[] = []
  for (const step of stepsOf(world, 'log', rows)) {
    const last = found.at(-1)
    const { isFlagged, status } = step.row
    const isNew = isFlagged && (!last || (last.hasBeenDone && last.hasBeenFalse && !isDone(status)))
    if (isNew) found.push({ first: step, later: [], hasBeenDone: isDone(status), hasBeenFalse: false })
    else if (last) {
      last.later.push(step)
      last.hasBeenFalse ||= !isFlagged
      last.hasBeenDone ||= step.happenings.some(({ status }) => status !== undefined && isDone(status))
    }
  }
  return found.map(({ first, later }, index): Trace => {
    const { id } = first.row
    return {
      source: 'log',
      id: `${id}#${index + 1}`,
      receivedAt: first.at,
      isTimed: true,
      happenings: [
        ...begins(world, first),
        ...later.flatMap(({ happenings }) => happenings.map((one) => ({ ...one, basis: basisOf(one) }))),
      ],
      quotes: id,
      parent: '',
      statesStatus: true,
      statesOwner: [first, ...later].some(({ owner }) => owner !== null),
      statesTeam: [first, ...later].some(({ team }) => team !== null),
      describes: descriptionOf(() => null),
    }
  })
}
