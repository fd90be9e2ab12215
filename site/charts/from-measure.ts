/** Published series, curves and breakdowns → the input of a chart. */
import type { Breakdown, Curve, Manifest, Series } from '../../data/contract.ts'
import { dimensionLabel } from '../words/column.ts'
import { allStops, firstMinute } from './axis.ts'
import type { BarsInput, LineInput, StepInput } from './input.ts'

type Named<Thing> = { label: string; of: Thing }

const spanOf = (lines: Named<Series>[]): { from: string; to: string } => {
  const points = lines[0]?.of.points ?? []
  return { from: points[0]?.from ?? '', to: points.at(-1)?.to ?? '' }
}

/** A series without all but its last points. */
export const latest = (series: Series, count: number): Series => ({
  ...series,
  points: series.points.slice(-count),
})

/** Lines over time with the known changes and terms of their span; null where no series has a point. */
export const lineInput = (lines: Named<Series>[], manifest: Manifest): LineInput | null => {
  const first = lines[0]?.of
  if (first === undefined || first.points.length === 0) return null
  const span = spanOf(lines)
  return {
    kind: 'line',
    item_kind: first.item_kind,
    unit: first.unit,
    period: first.period,
    lines: lines.map(({ label, of }) => ({ label, points: of.points })),
    marks: manifest.changes
      .filter((change) => change.date >= span.from && change.date <= span.to)
      .map(({ date, title }) => ({ date, title })),
    terms: manifest.terms
      .filter((term) => term.to >= span.from && term.from <= span.to)
      .map(({ from, to }) => ({ from, to })),
  }
}

const mostSteps = 160

const lastBefore = (points: Curve['points'], minutes: number): number =>
  points.findLastIndex((point) => point.minutes <= minutes)

/** At most 160 steps by equal parts of the share, and every step that a round time is read from. */
const thinned = (points: Curve['points']): { minutes: number; share: number }[] => {
  const bare = points.map(({ minutes, share }) => ({ minutes, share }))
  if (bare.length <= mostSteps) return bare
  const needed = new Set([firstMinute, ...allStops].map((stop) => lastBefore(points, stop)))
  let next = 0
  return bare.filter((point, index) => {
    const isKept = index === bare.length - 1 || needed.has(index) || point.share >= next
    if (point.share >= next) next = point.share + 1 / mostSteps
    return isKept
  })
}

/** Share done by time on a curve's clock; null where there is no curve. */
export const stepInput = (curve: Curve | null, done: string): StepInput | null =>
  curve === null || curve.points.length === 0
    ? null
    : { kind: 'step', item_kind: curve.item_kind, clock: curve.clock, done, points: thinned(curve.points) }

/** One column of a breakdown as bars; null where it has no row or not the column. */
export const barsInput = (from: Breakdown | null, columnId: string, most = 20): BarsInput | null => {
  const column = from?.columns.find((candidate) => candidate.id === columnId)
  if (from === null || column === undefined || from.rows.length === 0) return null
  return {
    kind: 'bars',
    by: dimensionLabel(from.by),
    unit: column.unit,
    item_kind: from.item_kind,
    bars: from.rows.slice(0, most).map((row) => {
      const value = row.values[columnId] ?? null
      return { label: row.label, value: typeof value === 'number' ? value : null }
    }),
  }
}
