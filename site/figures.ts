/** Looking things up in a measure file by the ids that the ETL writes. */
import type {
  Breakdown,
  Clock,
  Curve,
  Figure,
  ItemKind,
  MeasureFile,
  Point,
  Series,
} from '../data/contract.ts'

/** The figure of an id and kind; on the named clock, or whichever there is. Null where there is none. */
export const figureOf = (from: MeasureFile, id: string, kind: ItemKind, clock?: Clock): Figure | null =>
  from.figures.find(
    (figure) =>
      figure.id === id &&
      figure.item_kind === kind &&
      figure.scope === 'all' &&
      (clock === undefined || figure.clock === clock),
  ) ?? null

/** The value of a figure, null where it is missing or cannot be told. */
export const numberOf = (from: MeasureFile, id: string, kind: ItemKind, clock?: Clock): number | null =>
  figureOf(from, id, kind, clock)?.value ?? null

/** Tickets are many enough to be shown by week; escalations are shown by month. */
const chartPeriod = (kind: ItemKind): Series['period'] => (kind === 'ticket' ? 'week' : 'month')

/** The series of an id and kind over all items together, by the period that its kind is charted by if there is one. */
export const seriesOf = (from: MeasureFile, id: string, kind: ItemKind): Series | null => {
  const all = from.series.filter(
    (series) => series.id === id && series.item_kind === kind && series.scope === 'all' && series.of === null,
  )
  return all.find(({ period }) => period === chartPeriod(kind)) ?? all[0] ?? null
}

/** The share-by-time curve of an id, kind and clock. */
export const curveOf = (from: MeasureFile, id: string, kind: ItemKind, clock: Clock): Curve | null =>
  from.curves.find((curve) => curve.id === id && curve.item_kind === kind && curve.clock === clock) ?? null

/** The breakdown of an id and kind. */
export const breakdownOf = (from: MeasureFile, id: string, kind: ItemKind): Breakdown | null =>
  from.breakdowns.find((breakdown) => breakdown.id === id && breakdown.item_kind === kind) ?? null

type Row = Breakdown['rows'][number]

/** What a row has in a column that holds numbers; null where it has none. */
export const numberIn = ({ values }: Row, column: string): number | null => {
  const value = values[column]
  return typeof value === 'number' ? value : null
}

/** What a row has in a column that holds words; null where it has none, or an empty one. */
export const textIn = ({ values }: Row, column: string): string | null => {
  const value = values[column]
  return typeof value === 'string' && value !== '' ? value : null
}

/** The complete periods that have a value, oldest first. */
export const completePoints = (series: Series | null): (Point & { value: number })[] =>
  (series?.points ?? []).filter(
    (point): point is Point & { value: number } => point.is_complete && point.value !== null,
  )
