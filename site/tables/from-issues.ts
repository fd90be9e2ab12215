/** Recurring issues → a table with what each is called, how many tickets it has, and its last weeks as a small line. */
import type { Breakdown, Series } from '../../data/contract.ts'
import { placed } from '../words/column.ts'
import { trendWords } from '../words/trend.ts'
import { cellOf, headOf, type Linked } from './from-breakdown.ts'
import type { Cell, Row, Table } from './table.ts'

const weeksShown = 52

/** Tickets of the last complete weeks, oldest first. */
const lastWeeks = (series: Series | undefined): number[] =>
  (series?.points ?? [])
    .filter((point) => point.is_complete)
    .slice(-weeksShown)
    .map((point) => point.value ?? 0)

const trendCell = ({ values }: Breakdown['rows'][number]): Cell => {
  const words = trendWords(values.trend, values.direction, values.called_on)
  return { words: words ?? '–', value: words }
}

/** The columns that a list shows; the rest of an issue is told where it stands alone. */
export const tableOfIssues = (
  { columns, rows }: Pick<Breakdown, 'columns' | 'rows'>,
  weekly: ReadonlyMap<string, Series>,
  hrefOf?: Linked,
): Table => {
  const shown = placed(columns)
  const hasTrends = columns.some(({ id }) => id === 'trend')
  const hasLines = rows.some((row) => weekly.has(row.key))
  const cellsOf = (row: Breakdown['rows'][number]): Cell[] => [
    ...(hasTrends ? [trendCell(row)] : []),
    ...shown.map((column): Cell => {
      const { words, value } = cellOf(row.values[column.id] ?? null, column)
      return { words, value }
    }),
    ...(hasLines ? [{ words: '', value: null, line: { values: lastWeeks(weekly.get(row.key)) } }] : []),
  ]
  return {
    head: [
      { label: 'Issue', kind: 'text' },
      ...(hasTrends ? [{ label: 'Trend', kind: 'text' as const }] : []),
      ...shown.map((column) => headOf(column, '')),
      ...(hasLines ? [{ label: `Last ${weeksShown} weeks`, kind: 'line' as const }] : []),
    ],
    rows: rows.map((row): Row => ({ label: row.label, href: hrefOf?.(row) ?? null, cells: cellsOf(row) })),
  }
}
