import { endOf, instantOf } from './clock.ts'
import {
  descriptionOf,
  type Happening,
  isDone,
  namedBy,
  ownerAt,
  personOf,
  statusKind,
  type Trace,
} from './happening.ts'
import type { FormRow, World } from './world.ts'

interface Moment {
  readonly at: number
  readonly isTimed: boolean
}

/** A cell of the list as a moment: a day alone is its end. */
const momentOf = (cell: string): Moment | null =>
  cell === ''
    ? null
    : cell.includes('T')
      ? { at: instantOf(cell), isTimed: true }
      : { at: endOf(cell), isTimed: false }

/** Status and owner as the row first shows them, where no time column explains them. */
function firstSight(world: World, row: FormRow, seenAt: number): Happening[] {
  const earliestAt = instantOf(row.received.includes('T') ? row.received : `${row.received}T00:00`)
  const seen = { at: seenAt, earliestAt, actor: 'unknown', source: 'forms', isFirstSight: true } as const
  const told: Happening[] = []
  const isExplained =
    row.status === 'new' ||
    (row.status === 'resolved' && row.resolved !== '') ||
    (!isDone(row.status) && row.acknowledged !== '')
  if (!isExplained) {
    const basis = isDone(row.status) ? 'resolution' : 'status'
    told.push({ ...seen, kind: statusKind('new', row.status), basis, status: row.status })
  }
  const owner = namedBy(world, row.owner)
  if (owner) told.push({ ...seen, kind: 'assigned', basis: null, owner: ownerAt(world, owner, seenAt) })
  const team = owner ? personOf(world, owner)?.team : null
  if (team) told.push({ ...seen, kind: 'team_changed', basis: null, team })
  return told
}

/** An escalation as its row in the list tells it; null where it has not begun. */
export function formOf(world: World, row: FormRow): Trace | null {
  const received = momentOf(row.received)
  if (!received || received.at > world.asOf) return null
  const exportedAt = world.exportedAt.forms
  const seenAt = row.updated ? instantOf(row.updated) : exportedAt
  const isSeen = seenAt <= world.asOf
  const columns: Happening[] = []
  const acknowledged = momentOf(row.acknowledged)
  if (acknowledged) {
    columns.push({
      ...acknowledged,
      actor: 'unknown',
      source: 'forms',
      kind: 'acknowledged',
      basis: 'explicit',
    })
    if (isSeen && (row.status === 'in_progress' || row.status === 'waiting')) {
      columns.push({ ...acknowledged, actor: 'unknown', source: 'forms', kind: 'status_changed', basis: null, status: row.status }) // biome-ignore format: a row
    }
  }
  const resolved = momentOf(row.resolved)
  if (resolved) {
    columns.push({ ...resolved, actor: 'unknown', source: 'forms', kind: 'resolved', basis: 'resolution', status: 'resolved' }) // biome-ignore format: a row
  }
  const happenings = [...columns, ...(isSeen ? firstSight(world, row, seenAt) : [])]
    .filter(({ at }) => at <= world.asOf)
    .sort((a, b) => a.at - b.at)
  return {
    source: 'forms',
    id: row.id,
    receivedAt: received.at,
    isTimed: received.isTimed,
    hasDays: [row.received, row.acknowledged, row.resolved].some(
      (cell) => cell !== '' && !cell.includes('T'),
    ),
    happenings,
    quotes: row.ticket,
    parent: '',
    statesStatus: isSeen || happenings.some(({ status }) => status !== undefined),
    statesOwner: isSeen && namedBy(world, row.owner) !== null,
    statesTeam: happenings.some(({ team }) => team),
    describes: descriptionOf((column) => (column === 'route' ? row.route || null : null)),
  }
}
