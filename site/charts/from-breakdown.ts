/** Published breakdowns → the input of a chart with a row for each of their rows. */
import type { Breakdown } from '../../data/contract.ts'
import { numberIn } from '../figures.ts'
import { dimensionLabel } from '../words/column.ts'
import type { BarsInput, DotsInput, StackedInput } from './input.ts'

type Named = { column: string; label: string }

const besideOf = ({ columns, rows }: Breakdown, beside: Named | undefined): Pick<BarsInput, 'beside'> =>
  beside === undefined || columns.every(({ id }) => id !== beside.column)
    ? {}
    : { beside: { label: beside.label, values: rows.map((row) => numberIn(row, beside.column)) } }

/** One column of a breakdown as bars, with another beside it; null where it has no row or not the column. */
export const barsInput = (from: Breakdown | null, columnId: string, beside?: Named): BarsInput | null => {
  const column = from?.columns.find((candidate) => candidate.id === columnId)
  if (from === null || column === undefined || from.rows.length === 0) return null
  return {
    kind: 'bars',
    by: dimensionLabel(from.by),
    unit: column.unit,
    item_kind: from.item_kind,
    bars: from.rows.map((row) => ({ label: row.label, value: numberIn(row, columnId) })),
    ...besideOf(from, beside),
  }
}

/** Columns of one unit as the parts of a bar, in the order in which they are named; null where a column is missing or there is no row. */
export const stackedInput = (from: Breakdown | null, parts: Named[]): StackedInput | null => {
  const columns = parts.map((part) => from?.columns.find(({ id }) => id === part.column))
  const [first] = columns
  if (from === null || first === undefined || columns.includes(undefined) || from.rows.length === 0)
    return null
  return {
    kind: 'stacked',
    by: dimensionLabel(from.by),
    unit: first.unit,
    item_kind: from.item_kind,
    parts: parts.map(({ label }) => label),
    bars: from.rows.map((row) => ({
      label: row.label,
      values: parts.map(({ column }) => numberIn(row, column)),
    })),
  }
}

/** A column with the columns of its likely range, one dot a row that has a value; ratios on a scale on which half and twice lie equally far from 1. */
export const dotsInput = (
  from: Breakdown | null,
  { value, low, high }: { value: string; low: string; high: string },
  reference: DotsInput['reference'] = null,
): DotsInput | null => {
  const column = from?.columns.find(({ id }) => id === value)
  const rows = from?.rows.filter((row) => numberIn(row, value) !== null) ?? []
  if (from === null || column === undefined || rows.length === 0) return null
  return {
    kind: 'dots',
    by: dimensionLabel(from.by),
    unit: column.unit,
    item_kind: from.item_kind,
    scale: column.unit === 'ratio' ? 'log' : 'linear',
    reference,
    dots: rows.map((row) => ({
      label: row.label,
      value: numberIn(row, value),
      low: numberIn(row, low),
      high: numberIn(row, high),
    })),
  }
}
