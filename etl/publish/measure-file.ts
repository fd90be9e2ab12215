import {
  type Breakdown,
  type Curve,
  type Figure,
  type MeasureFile,
  measureFile,
  type Series,
} from '../../data/contract.ts'
import type { ToldMeasure } from '../figures/figures.ts'
import type { TidyRow } from '../measures/measure.ts'
import { type ChartSettings, chartOfSeries } from './charts.ts'

type Row = TidyRow
const notRecorded = 'Not recorded'

function groupBy(rows: readonly Row[], keyOf: (row: Row) => string): Row[][] {
  return [...Map.groupBy(rows, keyOf).values()]
}

const days = (row: Row) => (row.from_day && row.to_day ? { from: row.from_day, to: row.to_day } : {})

const figureOf = (row: Row): Figure => ({
  id: row.id,
  item_kind: row.item_kind,
  scope: row.scope ?? 'all',
  clock: row.clock,
  unit: row.unit as Figure['unit'],
  value: row.value,
  n: row.n ?? 0,
  low: row.low,
  high: row.high,
  is_at_least: row.is_at_least ?? false,
  ...days(row),
})

function seriesOf(rows: Row[]): Omit<Series, 'chart'> {
  const first = rows[0] as Row
  return {
    id: first.id,
    item_kind: first.item_kind,
    scope: first.scope ?? 'all',
    clock: first.clock,
    period: first.period ?? 'week',
    unit: first.unit as Series['unit'],
    of: first.of,
    points: rows
      .map((row) => ({
        ...(row.label === null ? {} : { label: row.label }),
        from: row.from_day ?? '',
        to: row.to_day ?? '',
        value: row.value,
        n: row.n ?? 0,
        low: row.low,
        high: row.high,
        is_complete: row.is_complete ?? false,
      }))
      .sort((a, b) => a.from.localeCompare(b.from)),
  }
}

function curveOf(rows: Row[]): Curve {
  const first = rows[0] as Row
  return {
    id: first.id,
    item_kind: first.item_kind,
    clock: first.clock ?? 'elapsed',
    n: first.n ?? 0,
    ...days(first),
    points: rows
      .map((row) => ({ minutes: row.minutes ?? 0, share: row.value ?? 0, low: row.low, high: row.high }))
      .sort((a, b) => a.minutes - b.minutes),
  }
}

function breakdownOf(rows: Row[]): Breakdown {
  const first = rows[0] as Row
  const columns = groupBy(rows, (row) => row.col ?? '').map((cells) => {
    const { col, clock, unit } = cells[0] as Row
    return { id: col ?? '', clock, unit: unit as Figure['unit'] }
  })
  return {
    id: first.id,
    by: first.of ?? '',
    item_kind: first.item_kind,
    ...days(first),
    columns,
    rows: groupBy(rows, (row) => row.key ?? '').map((cells) => {
      const { key, label, n } = cells.find(({ col }) => col === 'items') ?? (cells[0] as Row)
      const values = Object.fromEntries(cells.map((cell) => [cell.col ?? '', cell.words ?? cell.value]))
      const counts = Object.fromEntries(cells.map((cell) => [cell.col ?? '', cell.n ?? 0]))
      return { key: key ?? '', label: label ?? (key || notRecorded), n: n ?? 0, values, counts }
    }),
  }
}

export interface MeasureContext {
  readonly asOf: string
  readonly knownUntil: string
  readonly charts: ChartSettings
  /** The canonical columns that each source has brought, in order of precedence. */
  readonly sources: readonly {
    name: string
    item_kind: 'ticket' | 'escalation'
    columns: readonly string[]
  }[]
}

/** Puts the tidy rows of a measure into the published shape, and checks them against the contract. */
export function measureFileOf(
  { measure, telling }: Pick<ToldMeasure, 'measure' | 'telling'>,
  rows: readonly Row[],
  context: MeasureContext,
): MeasureFile {
  const part = (name: Row['part']) => rows.filter((row) => row.part === name)
  const headline = part('headline')[0]
  const breakdowns = groupBy(part('cell'), (row) => [row.id, row.item_kind].join('|')).map(breakdownOf)
  return measureFile.parse({
    id: measure.id,
    as_of: context.asOf,
    known_until: context.knownUntil,
    can_be_told: telling.measure,
    headline: headline ? figureOf(headline) : null,
    figures: part('figure').map(figureOf),
    series: groupBy(part('point'), (row) =>
      [row.id, row.item_kind, row.scope, row.clock, row.of, row.period].join('|'),
    )
      .map(seriesOf)
      .map((series) => ({
        ...series,
        chart: chartOfSeries({ ...series, chart: null }, measure, breakdowns, context.charts),
      })),
    curves: groupBy(part('step'), (row) => [row.id, row.item_kind, row.clock].join('|')).map(curveOf),
    breakdowns,
    definition: {
      ...measure.definition,
      figures: measure.observes.map(({ id, label, good, isWeighted, needs }, index) => ({
        id,
        label,
        good: good ?? measure.definition.good,
        is_weighted: isWeighted ?? false,
        ...(needs ? { can_be_told: [...(telling.figures[index] ?? [])] } : {}),
      })),
    },
  })
}
