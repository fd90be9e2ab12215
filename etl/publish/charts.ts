import type { Breakdown, Chart, Series } from '../../data/contract.ts'
import type { Changes } from '../config/changes.ts'
import type { Settings } from '../config/settings.ts'
import type { Measure } from '../measures/measure.ts'
import { type Chart as Charted, chartOf, type Reading } from '../trends/chart.ts'
import { chartOfShares } from '../trends/share-chart.ts'
import { aimOn } from './aims.ts'

/** What charts are read by besides their points. */
export interface ChartSettings {
  readonly aims: Settings['aims']
  readonly within: Settings['within']
  readonly changes: Changes['changes']
}

interface SeriesReading extends Reading {
  readonly setBy: string | null
  readonly isWeighted: boolean
}

const wholeOf = ({ unit }: Series): 1 | 100 => (unit === 'per_100' ? 100 : 1)

/** Shares over all items together are charted, of tickets by week and of escalations by month. */
const isOfAll = ({ of, period, item_kind }: Series): boolean =>
  of === null && period === (item_kind === 'ticket' ? 'week' : 'month')

/** How a share that the measure observes is read: by its aim in force when the latest period began. */
function observedReading(series: Series, measure: Measure, settings: ChartSettings): SeriesReading | null {
  const observed = measure.observes.find(({ part, id }) => part === 'share' && id === series.id)
  if (observed === undefined || !isOfAll(series)) return null
  const latest = series.points.findLast(({ is_complete }) => is_complete)?.from ?? ''
  // aims are for escalations: for tickets there are targets
  const isAimed = series.id === measure.headline && series.item_kind === 'escalation'
  const aim = isAimed ? aimOn(settings, measure.id, latest) : null
  return {
    good: observed.good ?? measure.definition.good,
    aim: aim === null ? null : aim.share * wholeOf(series),
    setBy: aim?.set_by ?? null,
    isWeighted: observed.isWeighted ?? false,
    rebasedAt: settings.changes
      .filter(({ rebase }) => rebase.includes(measure.id))
      .map(({ date, title }) => ({ day: date, reason: title })),
  }
}

/** How the rate of a change is read: from its day on anew. */
function changeReading({ of }: Series, breakdowns: readonly Breakdown[]): SeriesReading | null {
  const changes = breakdowns.find(({ by }) => by === 'change')?.rows ?? []
  const change = changes.find(({ key }) => key === of)
  if (change === undefined) return null
  const rebasedAt = [{ day: String(change.values.day), reason: change.label }]
  return { good: 'neutral', aim: null, setBy: null, isWeighted: false, rebasedAt }
}

const segmentsOf = (charted: Charted, whole: number): Chart['segments'] =>
  charted.segments.flatMap(({ first, last, reasons, count, limits, is_provisional }) => {
    const [from, to] = [charted.points[first]?.from, charted.points[last]?.to]
    if (limits === null || from === undefined || to === undefined) return []
    const { mean, lower, upper } = limits
    const inRange = { lower: Math.max(0, lower), upper: Math.min(whole, upper) }
    return [{ from, to, reasons: [...reasons], points: count, mean, ...inRange, is_provisional }]
  })

const signalsOf = ({ points }: Charted): Chart['signals'] =>
  points.flatMap(({ from, signals }) => signals.map((signal) => ({ from, ...signal })))

/** What both a control chart and a comparison say. */
const saidOfBoth = (charted: Charted, { aim, setBy }: SeriesReading) => ({
  aim: aim === null || setBy === null ? null : { value: aim, set_by: setBy },
  assurance: charted.assurance,
  latest: charted.latest === null ? null : (charted.points[charted.latest]?.from ?? null),
  told_from: charted.icons_from,
})

/** The chart of a series of a measure with these breakdowns; null where it is none that is charted. */
export function chartOfSeries(
  series: Series,
  measure: Measure,
  breakdowns: readonly Breakdown[],
  settings: ChartSettings,
): Chart | null {
  if ((series.unit !== 'share' && series.unit !== 'per_100') || series.scope !== 'all') return null
  const reading = observedReading(series, measure, settings) ?? changeReading(series, breakdowns)
  if (reading === null) return null
  const whole = wholeOf(series)
  const { chart, rare } = reading.isWeighted
    ? { chart: chartOf(series.points, reading), rare: null }
    : chartOfShares(series.points, reading, whole)
  const both = saidOfBoth(chart, reading)
  if (rare === null) {
    const { variation, rule, slipped } = chart
    const limits = { segments: segmentsOf(chart, whole), signals: signalsOf(chart), comparison: null }
    return { method: 'limits', ...limits, ...both, variation, rule, slipped }
  }
  const { of, earlier, later, higher, lower, variation, isSlipped } = rare
  return {
    method: 'comparison',
    segments: [],
    signals: [],
    comparison: { of, earlier: { ...earlier }, later: { ...later }, p_higher: higher, p_lower: lower },
    ...both,
    assurance: null,
    variation,
    rule: null,
    slipped: isSlipped ? 'comparison' : null,
  }
}
