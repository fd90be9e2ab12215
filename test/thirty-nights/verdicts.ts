import type { TakenRow } from './ledger.ts'

export interface Counts {
  readonly records: number
  readonly kept: number
  readonly superseded: number
  readonly duplicate: number
  readonly quarantined: number
}
export type Verdict = 'kept' | 'superseded' | 'duplicate' | 'quarantined'

const isItem = ({ fact }: TakenRow): boolean => fact.thing === fact.item
const textOf = (one: string, other: string): number => (one < other ? -1 : Number(one > other))

/** Of an event all versions are of its time; of an item the one that says a later time is the later one. */
const inTurn = (one: TakenRow, other: TakenRow): number =>
  (isItem(one) ? (one.fact.at ?? 0) - (other.fact.at ?? 0) : 0) ||
  one.exportedAt - other.exportedAt ||
  textOf(one.landed.delivery.sha256, other.landed.delivery.sha256) ||
  one.record - other.record

/** What becomes of the versions of one thing: of those that do not repeat the one before, the last stands. */
function verdictsOf(versions: readonly TakenRow[]): Map<TakenRow, Verdict> {
  const told = new Map<TakenRow, Verdict>()
  let standing: TakenRow | null = null
  let before = ''
  for (const row of versions.toSorted(inTurn)) {
    const says = JSON.stringify(row.cells)
    if (standing !== null && says === before) told.set(row, 'duplicate')
    else {
      if (standing !== null) told.set(standing, 'superseded')
      told.set(row, 'kept')
      standing = row
    }
    before = says
  }
  return told
}

/** What should become of every record. */
export function verdicts(rows: readonly TakenRow[]): Map<TakenRow, Verdict> {
  const sound = rows.filter(({ fault }) => fault === null)
  const things = Map.groupBy(sound, ({ landed, fact }) => `${landed.source} ${fact.thing}`)
  const told = new Map<TakenRow, Verdict>(
    rows.filter(({ fault }) => fault !== null).map((row) => [row, 'quarantined']),
  )
  for (const versions of things.values())
    for (const [row, verdict] of verdictsOf(versions)) told.set(row, verdict)
  return told
}

/** The verdicts counted, by what a row is counted under. */
export function countsBy(
  told: ReadonlyMap<TakenRow, Verdict>,
  key: (row: TakenRow) => string,
): Record<string, Counts> {
  const groups = Map.groupBy([...told], ([row]) => key(row))
  const counted = [...groups].map(([name, group]): [string, Counts] => {
    const of = (verdict: Verdict): number => group.filter(([, found]) => found === verdict).length
    const counts = { kept: of('kept'), superseded: of('superseded'), duplicate: of('duplicate') }
    return [name, { records: group.length, ...counts, quarantined: of('quarantined') }]
  })
  return Object.fromEntries(counted.sort(([one], [other]) => textOf(one, other)))
}
