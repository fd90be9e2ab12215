import { lastOf, type TakenRow } from './ledger.ts'
import type { Status } from './truth.ts'
import type { Verdict } from './verdicts.ts'

/** What is known of a ticket or an escalation from all that was delivered. Times in milliseconds. */
export interface Known {
  readonly item: string
  readonly begun: number
  readonly status: Status
  readonly isOpen: boolean
  readonly owner: string
  /** Whether anyone is known to have taken notice. */
  readonly isAcknowledged: boolean
  /** When, where that is known to the minute. */
  readonly acknowledgedAt: number | null
  readonly knownUntil: number
  readonly priority: string | null
  /** Whether a source that says status and owner tells of it; a mailbox says neither. */
  readonly isStated: boolean
}

/** A line of corrections.csv that sets a status. */
export interface Correction {
  readonly item: string
  readonly status: Status
}

const ended: readonly Status[] = ['resolved', 'closed', 'cancelled']
const timeOf = ({ fact, exportedAt }: TakenRow): number => fact.at ?? exportedAt

/** Of rows that speak of the same time the one of the later export speaks last. */
const newest = (rows: readonly TakenRow[]): TakenRow | undefined =>
  rows.toSorted((one, other) => timeOf(one) - timeOf(other) || one.exportedAt - other.exportedAt).at(-1)

interface OpenExport {
  readonly at: number
  readonly held: ReadonlySet<string>
  /** Whether what it lacks is known to be gone: not so where a record of it has no name. */
  readonly isProof: boolean
}

/** The exports of what is open, each with the tickets in it. */
function openExports(rows: readonly TakenRow[], files: readonly TakenRow['landed'][]): OpenExport[] {
  const rowsOf = Map.groupBy(rows, ({ landed }) => landed)
  const exports = files.flatMap((landed) => {
    const held = new Set((rowsOf.get(landed) ?? []).map(({ fact }) => fact.item))
    return landed.times.map((at): OpenExport => ({ at, held, isProof: !held.has('') }))
  })
  return exports.toSorted((one, other) => one.at - other.at)
}

/** The tickets that an export of what is open once held and a later one lacks: now, and ever. */
function vanished(exports: readonly OpenExport[]): { now: Set<string>; ever: Set<string> } {
  const [now, ever, there] = [new Set<string>(), new Set<string>(), new Set<string>()]
  for (const { held, isProof } of exports) {
    for (const item of isProof ? there.difference(held) : []) {
      for (const set of [now, ever]) set.add(item)
      there.delete(item)
    }
    for (const item of held) {
      now.delete(item)
      there.add(item)
    }
  }
  return { now, ever }
}

function acknowledgedAt(rows: readonly TakenRow[], told: ReadonlyMap<TakenRow, Verdict>): number | null {
  const times = rows.flatMap((row) => {
    if (row.fact.isReply) return [row.fact.at as number]
    const stands = told.get(row) === 'kept' && row.fact.acknowledged !== null
    return stands ? [row.fact.acknowledged as number] : []
  })
  return times.length > 0 ? Math.min(...times) : null
}

interface Told {
  readonly rows: readonly TakenRow[]
  readonly files: readonly TakenRow['landed'][]
  readonly verdicts: ReadonlyMap<TakenRow, Verdict>
  readonly corrections: readonly Correction[]
}

/** Every item that any sound record tells of, by its id. */
export function knownOf({ rows, files, verdicts, corrections }: Told, asOf: number): Known[] {
  const isOpenList = (landed: TakenRow['landed']): boolean => landed.source === 'av-open'
  const gone = vanished(
    openExports(
      rows.filter(({ landed }) => isOpenList(landed)),
      files.filter(isOpenList),
    ),
  )
  const newestOf = new Map<string, number>()
  for (const file of files) newestOf.set(file.source, Math.max(newestOf.get(file.source) ?? 0, lastOf(file)))
  const sound = rows.filter(({ fault }) => fault === null)
  return [...Map.groupBy(sound, ({ fact }) => fact.item)].map(([item, own]) => {
    const stated = own.filter(({ fact }) => fact.status !== null)
    const last = newest(stated)
    const corrected = corrections.find((one) => one.item === item)?.status
    const status = corrected ?? (gone.now.has(item) ? 'closed' : (last?.fact.status ?? 'new'))
    const known = own.map(({ landed }) => newestOf.get(landed.source) ?? 0)
    const noticed = own.some(({ fact }) => fact.isReply || (fact.status !== null && fact.status !== 'new'))
    return {
      item,
      begun: Math.min(...own.map(({ fact }) => fact.begun)),
      status,
      isOpen: !ended.includes(status),
      owner: last?.fact.owner ?? '',
      isAcknowledged: noticed || gone.ever.has(item) || ended.includes(status),
      acknowledgedAt: acknowledgedAt(own, verdicts),
      knownUntil: Math.min(asOf, ...[Math.max(...known)]),
      priority: own.find(({ fact }) => fact.priority !== null)?.fact.priority ?? null,
      isStated: stated.length > 0,
    }
  })
}
