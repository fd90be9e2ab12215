import type { Breakdown, MeasureFile, StaffTable } from '../../../data/contract.ts'
import { canBeMerged, partOf } from './part.ts'
import type { Part } from './share.ts'
import { roughRows, type TrueRow } from './table.ts'

type Measures = ReadonlyMap<string, MeasureFile>
type Row = Breakdown['rows'][number]

/** How a column's part of a row is found. */
interface Column {
  readonly measure: string
  readonly figure: string
  readonly isMergeable: boolean
  readonly partIn: (key: string) => Part | null
}

/** Which breakdown gives the rows and their counts. */
interface Source {
  readonly id: string
  readonly breakdown: Breakdown
  readonly countOf: (row: Row) => number
}

const numberIn = ({ values }: Row, column: string): number | null => {
  const value = values[column]
  return typeof value === 'number' ? value : null
}

function tableOf({ id, breakdown, countOf }: Source, columns: readonly Column[], base: number): StaffTable[] {
  const rows = breakdown.rows.map(
    (row): TrueRow => ({
      label: row.label,
      n: countOf(row),
      parts: columns.map(({ partIn }) => partIn(row.key)),
    }),
  )
  const rough = roughRows(rows, base).map(({ shares, ...row }) => ({
    ...row,
    shares: shares.map((share, place) => (row.label === null && !columns[place]?.isMergeable ? null : share)),
  }))
  if (rough.length === 0) return []
  return [
    {
      id,
      by: breakdown.by,
      item_kind: breakdown.item_kind,
      from: breakdown.from ?? null,
      to: breakdown.to ?? null,
      columns: columns.map(({ measure, figure }) => ({ measure, figure })),
      rows: rough,
    },
  ]
}

const breakdownOf = (measure: MeasureFile | undefined, id: string, kind: Breakdown['item_kind']) =>
  measure?.breakdowns.find((one) => one.id === id && one.item_kind === kind)

/** The promises that are told by service. */
const byService = [
  ['acknowledged', 'within'],
  ['investigated', 'within'],
  ['owned', 'always'],
  ['updated', 'heard'],
  ['resolved', 'within'],
] as const

function serviceColumns(measures: Measures): Column[] {
  return byService.flatMap(([id, figure]) => {
    const measure = measures.get(id)
    const rows = breakdownOf(measure, 'by_service', 'escalation')?.rows
    if (measure === undefined || rows === undefined) return []
    const partIn = (key: string): Part | null => {
      const row = rows.find((one) => one.key === key)
      const value = row === undefined ? null : numberIn(row, figure)
      const n = row?.counts[figure] ?? 0
      return value === null ? null : partOf({ value, n, unit: 'share' }, measure, figure)
    }
    return [{ measure: id, figure, isMergeable: canBeMerged(measure, figure), partIn }]
  })
}

/** Escalations by service, with how each promise was kept. */
function serviceTable(measures: Measures, base: number): StaffTable[] {
  const measure = byService.map(([id]) => measures.get(id)).find((one) => one !== undefined)
  const breakdown = breakdownOf(measure, 'by_service', 'escalation')
  if (breakdown === undefined) return []
  const countOf = (row: Row): number => numberIn(row, 'items') ?? row.n
  return tableOf({ id: 'services', breakdown, countOf }, serviceColumns(measures), base)
}

/** Tickets by level, with how many were answered and resolved within its targets; those still due are in neither. */
function levelTable(measures: Measures, base: number): StaffTable[] {
  const breakdown = breakdownOf(measures.get('service-levels'), 'by_level', 'ticket')
  if (breakdown === undefined) return []
  const columns = ['response', 'resolution'].map((figure): Column => {
    const partIn = (key: string): Part | null => {
      const row = breakdown.rows.find((one) => one.key === key)
      const [met, missed] = [`${figure}_met`, `${figure}_missed`].map((column) =>
        row === undefined ? null : numberIn(row, column),
      )
      return met == null || missed == null || met + missed === 0 ? null : { hits: met, n: met + missed }
    }
    return { measure: 'service-levels', figure, isMergeable: true, partIn }
  })
  const countOf = (row: Row): number => numberIn(row, 'tickets') ?? row.n
  return tableOf({ id: 'levels', breakdown, countOf }, columns, base)
}

/** Why escalations were raised, what they stopped, and what came of them. */
const countTables = (measures: Measures, base: number): StaffTable[] =>
  ['reasons', 'impacts', 'outcomes'].flatMap((id) => {
    const breakdown = breakdownOf(measures.get('escalation-rate'), id, 'escalation')
    if (breakdown === undefined) return []
    const countOf = (row: Row): number => numberIn(row, 'items') ?? row.n
    return tableOf({ id, breakdown, countOf }, [], base)
  })

/** The tables that a member of staff would want, each of one dimension; those that cannot be made are left out. */
export const staffTables = (measures: Measures, base: number): StaffTable[] => [
  ...serviceTable(measures, base),
  ...countTables(measures, base),
  ...levelTable(measures, base),
]
