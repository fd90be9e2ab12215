/** The shares of a measure as cells count them: a series each, and the cells that it is made of. */
import type { Point, Series } from '../../data/contract.ts'
import { mergeShares, type ShareCell, shareCells, shareOf } from '../../data/shared/shares.ts'
import type { ToldShare } from '../measure/told.ts'
import { type Days, periodsFrom } from './days.ts'
import type { CellPeriod, Cells, FilterSpec, Span, SpecShare } from './spec.ts'

export type CountedShare = {
  told: ToldShare
  /** One a point of the series. */
  cells: ShareCell[]
  /** The periods that everything has, of which the series has all or some. */
  span: Span
  /** Place of the first point within the span. */
  start: number
}

/** By what a share is told: pairs are counted by month alone. */
const periodOf = ({ item_kind }: SpecShare, isPair: boolean): CellPeriod =>
  isPair || item_kind === 'escalation' ? 'month' : 'week'

export const scaleOf = ({ unit }: Pick<Series, 'unit'>): number => (unit === 'per_100' ? 100 : 1)

const times = (value: number | null, scale: number): number | null => (value === null ? null : value * scale)

/** What cells say, in the unit of the series. */
export const estimateOf = (
  cell: ShareCell,
  scale: number,
): Pick<Point, 'value' | 'n' | 'low' | 'high'> & { isAtLeast: boolean } => {
  const { value, n, low, high, is_n_at_least } = shareOf(cell)
  return {
    value: times(value, scale),
    n,
    low: times(low, scale),
    high: times(high, scale),
    isAtLeast: is_n_at_least,
  }
}

const empty: ShareCell = mergeShares([])

/** The cells of a span, also where there is none. */
const cellsIn = (cells: Cells, series: number | null, { from, count }: Span): ShareCell[] => {
  const own = cells.shares.find((one) => one.series === series)
  const told = own === undefined ? [] : shareCells(own)
  const first = own?.from ?? 0
  return Array.from({ length: count }, (_, place) => told[from + place - first] ?? empty)
}

const pointOf = (cell: ShareCell, scale: number, days: Days, isOver: boolean): Point => {
  const { value, n, low, high } = estimateOf(cell, scale)
  return { ...days, value, n, low, high, is_complete: isOver && cell.unsettled === 0 }
}

const seriesOf = (share: SpecShare, period: CellPeriod, points: Point[]): Series => ({
  id: share.id,
  item_kind: share.item_kind,
  scope: 'all',
  clock: null,
  period,
  unit: share.unit,
  of: null,
  points,
  chart: null,
})

const countShare = (share: SpecShare, spec: FilterSpec, cells: Cells): CountedShare[] => {
  const period = periodOf(share, cells.filter.length > 1)
  const span = share.spans[period]
  if (span === undefined) return []
  const own = cellsIn(cells, share.series, span)
  const incomplete = new Set(span.incomplete)
  const scale = scaleOf(share)
  const days = periodsFrom(period, spec.first[period], span.from, span.count)
  const points = own.map((cell, place) => pointOf(cell, scale, days[place] as Days, !incomplete.has(place)))
  const { label, good, isWeighted } = share
  return [
    {
      told: { label, good, isWeighted, series: seriesOf(share, period, points) },
      cells: own,
      span,
      start: 0,
    },
  ]
}

/** Every share of a page, over all periods. */
export const countShares = (spec: FilterSpec, cells: Cells): CountedShare[] =>
  spec.shares.flatMap((share) => countShare(share, spec, cells))

/** The periods that begin in a stretch; none where no period has a value. */
export const within = (counted: CountedShare, stretch: Days | null): CountedShare => {
  const { told, cells } = counted
  const { points } = told.series
  const isIn = points.map(({ from }) => stretch === null || (from >= stretch.from && from <= stretch.to))
  const inside = points.filter((_, place) => isIn[place])
  const kept = inside.some(({ value }) => value !== null) ? inside : []
  const series = { ...told.series, points: kept }
  const start = Math.max(0, isIn.indexOf(true))
  return {
    ...counted,
    told: { ...told, series },
    cells: kept.length === 0 ? [] : cells.filter((_, place) => isIn[place]),
    start,
  }
}
