import type { Minute } from './london.ts'
import { people } from './people.ts'
import type { Random } from './random.ts'
import { stories } from './stories.ts'
import { isDone, type Row } from './ticket.ts'
import { someoneOf } from './timeline.ts'

const leaving = new Map(people.flatMap(({ name, to }) => (to === null ? [] : [[name, to] as const])))

/** What becomes of a ticket whose owner leaves: handed to a colleague, or left behind and never touched again. */
export function afterLeavers(random: Random, rows: readonly Row[]): { rows: Row[]; isOrphan: boolean } {
  const kept: Row[] = []
  const heirs = new Map<string, string>()
  for (const [i, row] of rows.entries()) {
    kept.push(withHeir(random, row, heirs))
    const held = kept.at(-1)
    const to = held?.owner ? leaving.get(held.owner) : undefined
    if (
      !held?.owner ||
      to === undefined ||
      isDone(held.state) ||
      (rows[i + 1]?.at ?? Number.POSITIVE_INFINITY) <= to
    )
      continue
    if (held.owner === stories.leaver.owner && random.chance(stories.leaver.orphaned_share)) {
      return { rows: kept, isOrphan: true }
    }
    const handedAt: Minute = Math.max(held.at, to - random.int(20, 90))
    const heir = someoneOf(random, held.team, to, held.owner)
    heirs.set(held.owner, heir)
    kept.push({ ...held, at: handedAt, modCount: held.modCount + 1, owner: heir, updatedBy: held.owner })
  }
  return { rows: renumbered(kept), isOrphan: false }
}

function withHeir(random: Random, row: Row, heirs: Map<string, string>): Row {
  const to = row.owner ? leaving.get(row.owner) : undefined
  if (!row.owner || to === undefined) return row
  const heir = heirs.get(row.owner)
  if (heir === undefined && (row.at < to || isDone(row.state))) return row
  const owner = heir ?? someoneOf(random, row.team, row.at, row.owner)
  heirs.set(row.owner, owner)
  return { ...row, owner, updatedBy: row.updatedBy === row.owner ? owner : row.updatedBy }
}

function renumbered(rows: readonly Row[]): Row[] {
  let last = -1
  return rows.map((row) => {
    last = Math.max(row.modCount, last + 1)
    return { ...row, modCount: last }
  })
}
