/** A published breakdown → a table of its columns in the order of reading. */
import type { Breakdown } from '../../data/contract.ts'
import { columnLabel, dimensionLabel, inOrder } from '../words/column.ts'
import { inCell } from '../words/value.ts'
import type { Cell, Head, Row, Table } from './table.ts'

type Column = Breakdown['columns'][number]
type From = Pick<Breakdown, 'by' | 'columns' | 'rows'>

export type Linked = (row: Breakdown['rows'][number]) => string | null

/** A column's heading; `within` names the fixed time of a share in time. */
export const headOf = (column: Column, within: string): Head => ({
  label: columnLabel(column, within),
  kind: column.unit === 'text' ? 'text' : 'number',
})

/** One published value; a share may have a bar. */
export const cellOf = (value: number | string | null, { unit, clock }: Column, hasBar = false): Cell => ({
  words: inCell({ value, unit, clock }),
  value,
  ...(hasBar && unit === 'share' && typeof value === 'number' ? { bar: value } : {}),
})

/** How a team stands among the teams is told where they are compared. */
const isListed = ({ id }: Column): boolean => !id.endsWith('_stands')

/** Bars of several shares side by side would be a pattern, not a comparison. */
const haveBars = (columns: readonly Column[]): boolean =>
  columns.filter(({ unit }) => unit === 'share').length === 1

/** All columns and rows of a breakdown. */
export const tableOfBreakdown = ({ by, columns, rows }: From, within = '', hrefOf?: Linked): Table => {
  const shown = inOrder(columns.filter(isListed))
  const hasBars = haveBars(shown)
  return {
    head: [{ label: dimensionLabel(by), kind: 'text' }, ...shown.map((column) => headOf(column, within))],
    rows: rows.map(
      (row): Row => ({
        label: row.label,
        href: hrefOf?.(row) ?? null,
        of: { dimension: by, value: row.key },
        cells: shown.map((column) => cellOf(row.values[column.id] ?? null, column, hasBars)),
      }),
    ),
  }
}
