import { judge, leastTold, type Standard, type Verdict, verdictOf } from './verdict.ts'
import type { Limits, Signal } from './xmr.ts'

/** First and last local day; no value where there were no items. */
export interface Period {
  readonly from: string
  readonly to: string
  readonly value: number | null
  readonly is_complete: boolean
}

export interface Reading extends Standard {
  /** Configured changes from which limits are drawn anew. */
  readonly rebasedAt: readonly { readonly day: string; readonly reason: string }[]
}

/** Periods with limits of their own. */
export interface Segment {
  /** First and last period, as places in the series. */
  readonly first: number
  readonly last: number
  /** Why limits were drawn anew; none for the first segment. */
  readonly reasons: readonly string[]
  /** How many points the limits are of. */
  readonly count: number
  /** Not clipped; null below two points. */
  readonly limits: Limits | null
  readonly is_provisional: boolean
}

export interface Chart extends Verdict {
  readonly points: readonly (Period & { readonly signals: readonly Signal[] })[]
  readonly segments: readonly Segment[]
  /** The latest complete period with a value, which the verdict is on, as a place in the series. */
  readonly latest: number | null
  /** First day of the period that, at the earliest, brings the last segment to 13 points; null once it is, or if not known. */
  readonly icons_from: string | null
}

const isJudged = ({ value, is_complete }: Period): boolean => is_complete && value !== null

/** First day of the period so many after the last; null where periods are not of one length, as terms are. */
function dayAhead(periods: readonly Period[], more: number): string | null {
  const steps = periods.map(({ from, to }) => {
    const end = Temporal.PlainDate.from(to).add({ days: 1 })
    return Temporal.PlainDate.from(from).until(end, { largestUnit: 'month' })
  })
  const [step, last] = [steps[0], periods.at(-1)]
  if (!step || !last || steps.some((other) => `${other}` !== `${step}`)) return null
  const ahead = { months: step.months * more, days: step.days * more }
  return Temporal.PlainDate.from(last.from).add(ahead).toString()
}

function iconsFrom(periods: readonly Period[], { first, count }: Segment): string | null {
  const missing = leastTold - count
  if (missing <= 0) return null
  const coming = periods.slice(first).filter(({ is_complete }) => !is_complete)
  return coming[missing - 1]?.from ?? dayAhead(periods, missing - coming.length)
}

/** Why limits are drawn anew, by the first period on or after each day of re-basing; a series begins without a reason. */
function reasonsOf(periods: readonly Period[], { rebasedAt }: Reading): [number, string[]][] {
  const reasons = new Map<number, string[]>(periods.length > 0 ? [[0, []]] : [])
  for (const { day, reason } of rebasedAt) {
    const at = periods.findIndex(({ from }) => from >= day)
    if (at > 0) reasons.set(at, [...(reasons.get(at) ?? []), reason])
  }
  return [...reasons].sort(([a], [b]) => a - b)
}

/**
 * The control chart of periods in the order of time, by `xmr.ts`, with icons as in NHS England's "Making Data Count":
 *
 * - What is incomplete or has no value enters no limits and no rule. The points beside such a gap are neighbours, so
 *   that it breaks no run.
 * - Days of re-basing before the first period or after the last change nothing. Each segment is judged alone, and what is
 *   said is said of the last: nothing, until it has points enough.
 * - Of rules on both sides of the latest point the bad side is told; where neither is bad, the first in the order of rules.
 * - A limit at the aim meets it.
 * - Slipped: the latest point is beyond the limit on the bad side, or some rule marks it there and one marked the point
 *   before it when that was the latest, by the limits of then.
 */
export function chartOf(periods: readonly Period[], reading: Reading): Chart {
  const starts = reasonsOf(periods, reading)
  const parts = starts.map(([first, reasons], place) => {
    const last = (starts[place + 1]?.[0] ?? periods.length) - 1
    const own = periods.slice(first, last + 1)
    const judged = judge(own.filter(isJudged).map(({ value }) => value as number))
    return { first, last, reasons, own, judged }
  })
  const segments = parts.map(({ first, last, reasons, judged: { values, limits } }) => {
    const is_provisional = values.length < leastTold
    return { first, last, reasons, count: values.length, limits, is_provisional }
  })
  const points = parts.flatMap(({ own, judged }) => {
    const signals = judged.signals.values()
    return own.map((period) => ({ ...period, signals: isJudged(period) ? (signals.next().value ?? []) : [] }))
  })
  const [latest, current] = [periods.findLastIndex(isJudged), segments.at(-1)]
  return {
    ...verdictOf(parts.at(-1)?.judged ?? judge([]), reading),
    points,
    segments,
    latest: latest < 0 ? null : latest,
    icons_from: current ? iconsFrom(periods, current) : null,
  }
}
