/** Control charts of made-up series. */
import type { Chart, Definition, Series } from '../../data/contract.ts'
import { completePoints } from '../../site/figures.ts'

type Good = Definition['good']
type Segment = Chart['segments'][number]
type Points = ReturnType<typeof completePoints>

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

/** Limits as of an XmR chart: 2.66 mean moving ranges on either side of the mean. */
const segmentOf = (points: Points, most: number, reasons: string[]): Segment => {
  const values = points.map(({ value }) => value)
  const middle = mean(values)
  const reach = 2.66 * mean(values.slice(1).map((value, place) => Math.abs(value - (values[place] ?? value))))
  return {
    from: points[0]?.from ?? '',
    to: points.at(-1)?.to ?? '',
    reasons,
    points: points.length,
    mean: middle,
    lower: Math.max(0, middle - reach),
    upper: Math.min(most, middle + reach),
    is_provisional: points.length < 13,
  }
}

const bad = { high: 'down', low: 'up', neutral: null } as const
type Signal = Chart['signals'][number]

const variationOf = (signal: Signal | undefined, good: Good): Chart['variation'] => {
  if (signal === undefined) return 'usual'
  if (good === 'neutral') return `changed_${signal.side}`
  return signal.side === bad[good] ? 'concerning' : 'improving'
}

const beyond = (points: Points, { lower, upper }: Segment): Signal[] =>
  points.flatMap(({ from, value }) =>
    value >= lower && value <= upper
      ? []
      : [{ from, rule: 'beyond_limit', side: value > upper ? 'up' : 'down' } as const],
  )

type Drawn = {
  good?: Good
  aim?: Chart['aim']
  /** A change from whose day on limits are drawn anew. */
  anew?: { day: string; reason: string }
}

/** The chart of a series; of its last periods since limits were drawn anew it says what is beyond them. */
export const chartOf = (series: Series, { good = 'high', aim = null, anew }: Drawn = {}): Chart => {
  const points = completePoints(series)
  const most = series.unit === 'per_100' ? 100 : 1
  const parts =
    anew === undefined
      ? [points]
      : [points.filter(({ from }) => from < anew.day), points.filter(({ from }) => from >= anew.day)]
  const segments = parts.map((part, place) =>
    segmentOf(part, most, place === 0 || !anew ? [] : [anew.reason]),
  )
  const signals = parts.flatMap((part, place) => beyond(part, segments[place] as Segment))
  const latest = points.at(-1)?.from ?? null
  const last = signals.find(({ from }) => from === latest)
  const isEarly = segments.at(-1)?.is_provisional ?? true
  const variation = isEarly ? 'not_yet' : variationOf(last, good)
  return {
    method: 'limits',
    segments,
    signals,
    comparison: null,
    latest,
    variation,
    rule: variation === 'usual' || variation === 'not_yet' ? null : 'beyond_limit',
    assurance: aim === null || good === 'neutral' ? null : isEarly ? 'not_yet' : 'hit_or_miss',
    aim,
    slipped: variation === 'concerning' ? 'beyond_limit' : null,
    told_from: isEarly ? '2027-03-01' : null,
  }
}

/** A series with its chart. */
export const charted = (series: Series, drawn: Drawn = {}): Series => ({
  ...series,
  chart: chartOf(series, drawn),
})

/** A chart that compares exactly, as where counts are small. */
export const compared = (series: Series, of: 'kept' | 'not_kept', later: number, earlier: number): Series => {
  const points = completePoints(series)
  const exposure = points.at(-1)?.n ?? 0
  const before = points.slice(0, -1).reduce((sum, { n }) => sum + n, 0)
  const comparison = {
    of,
    earlier: { count: earlier, exposure: before },
    later: { count: later, exposure },
    p_higher: 0.5,
    p_lower: 0.5,
  }
  const rest = { segments: [], signals: [], rule: null, assurance: null, slipped: null, told_from: null }
  return {
    ...series,
    chart: { ...chartOf(series), ...rest, method: 'comparison', comparison, variation: 'usual' },
  }
}
