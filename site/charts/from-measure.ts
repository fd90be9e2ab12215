/** Published series and curves → the input of a chart. */
import type { Curve, Manifest, Point, Series } from '../../data/contract.ts'
import { allStops, firstMinute } from './axis.ts'
import type { ChartPoint, ControlInput, LineInput, Mark, StepInput, Stretch } from './input.ts'

type Named<Thing> = { label: string; of: Thing }
type Line = Pick<Series, 'item_kind' | 'unit' | 'period'> & { points: (ChartPoint & Pick<Point, 'to'>)[] }
type Step = Pick<Curve['points'][number], 'minutes' | 'share'>
type Drawn = Pick<Curve, 'item_kind' | 'clock'> & { points: readonly Step[] }

const spanOf = (lines: Named<Pick<Line, 'points'>>[]): Stretch => {
  const points = lines[0]?.of.points ?? []
  return { from: points[0]?.from ?? '', to: points.at(-1)?.to ?? '' }
}

type Known = Pick<Manifest, 'changes' | 'terms'>
type Segments = ControlInput['segments']

const marksIn = (span: Stretch, { changes }: Known): Mark[] =>
  changes
    .filter((change) => change.date >= span.from && change.date <= span.to)
    .map(({ date, title }) => ({ date, title }))

const termsIn = (span: Stretch, { terms }: Known): Stretch[] =>
  terms.filter((term) => term.to >= span.from && term.from <= span.to).map(({ from, to }) => ({ from, to }))

/** A series without all but its last points. */
export const latest = (series: Series, count: number): Series => ({
  ...series,
  points: series.points.slice(-count),
})

/** Lines over time with the known changes and terms of their span; null where no series has a point. */
export const lineInput = (lines: Named<Line>[], known: Known): LineInput | null => {
  const first = lines[0]?.of
  if (first === undefined || first.points.length === 0) return null
  const span = spanOf(lines)
  return {
    kind: 'line',
    item_kind: first.item_kind,
    unit: first.unit,
    period: first.period,
    lines: lines.map(({ label, of }) => ({ label, points: of.points })),
    marks: marksIn(span, known),
    terms: termsIn(span, known),
  }
}

/** A re-basing is the mark of its change, or one of its own where no change of that name stands on the axis. */
const withRebasing = (marks: Mark[], segments: Segments): Mark[] => {
  const reasons = segments.flatMap(({ from, reasons: why }) => why.map((title) => ({ date: from, title })))
  const isNamed = (title: string): boolean => reasons.some((reason) => reason.title === title)
  const own = reasons.filter(({ title }) => marks.every((mark) => mark.title !== title))
  return [...marks, ...own]
    .map(({ date, title }) => ({
      date,
      title: isNamed(title) ? `${title} (what is usual begins anew)` : title,
    }))
    .sort((a, b) => a.date.localeCompare(b.date))
}

type More = { good?: ControlInput['good']; beside?: ControlInput['beside'] }

/** A series with what is usual for it; null without a point. `beside` stands on the days of the series. */
export const controlInput = (
  series: Series,
  known: Known,
  label: string,
  { good = 'neutral', beside = null }: More = {},
): ControlInput | null => {
  const { item_kind, unit, period, points, chart } = series
  if (points.length === 0) return null
  const span = spanOf([{ label, of: series }])
  const hasLimits = chart?.method === 'limits'
  const segments = hasLimits ? chart.segments : []
  const signals = hasLimits ? chart.signals : []
  const marks = withRebasing(marksIn(span, known), segments)
  const aim = chart?.aim ?? null
  const terms = termsIn(span, known)
  return {
    kind: 'control',
    item_kind,
    unit,
    period,
    label,
    points,
    segments,
    signals,
    aim,
    good,
    beside,
    marks,
    terms,
  }
}

const mostSteps = 160

const lastBefore = (points: readonly Step[], minutes: number): number =>
  points.findLastIndex((point) => point.minutes <= minutes)

/** At most 160 steps by equal parts of the share, and every step that a round time is read from. */
const thinned = (points: readonly Step[]): Step[] => {
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
export const stepInput = (curve: Drawn | null, done: string): StepInput | null =>
  curve === null || curve.points.length === 0
    ? null
    : { kind: 'step', item_kind: curve.item_kind, clock: curve.clock, done, points: thinned(curve.points) }
