import { type CountedPeriod, leastCharted, readCounts } from './counts.ts'
import type { Counted } from './rates.ts'
import { type Good, leastTold, type Verdict } from './verdict.ts'

/** So many items of a period, of which so many were kept. */
export interface KeptPeriod {
  readonly kept: number
  readonly items: number
}

/** An exact comparison of the latest period with all before, where one of the two outcomes is too rare for a chart. */
export interface RareReading extends Pick<Verdict, 'variation'> {
  readonly of: 'kept' | 'not_kept'
  readonly earlier: Counted
  readonly later: Counted
  /** One-sided p-values of the rate of the rarer outcome. */
  readonly higher: number
  readonly lower: number
  readonly isSlipped: boolean
}

/** As seldom as a steady chart of normal data says so on the bad side: that it is worse, and that it slipped. */
const worse = 0.009
const slipped = 0.004

function variationOf(share: { higher: number; lower: number }, good: Good): Verdict['variation'] {
  const [up, down] = [share.higher < worse, share.lower < worse]
  if (!up && !down) return 'usual'
  if (good === 'neutral') return up ? 'changed_up' : 'changed_down'
  return up === (good === 'high') ? 'improving' : 'concerning'
}

/**
 * The comparison for complete periods in the order of time, whose outcomes count against the items of each; null where
 * there are fewer than 13, or both outcomes have a mean of 3 a period and more, so that a chart can be drawn.
 */
export function readRare(periods: readonly KeptPeriod[], good: Good): RareReading | null {
  if (periods.length < leastTold) return null
  const total = (countOf: (period: KeptPeriod) => number): number =>
    periods.reduce((sum, period) => sum + countOf(period), 0)
  const [kept, items] = [total((period) => period.kept), total((period) => period.items)]
  if (Math.min(kept, items - kept) >= leastCharted * periods.length) return null
  const of = kept < items - kept ? 'kept' : 'not_kept'
  const counts: CountedPeriod[] = periods.map((period) => ({
    count: of === 'kept' ? period.kept : period.items - period.kept,
    exposure: period.items,
    is_complete: true,
  }))
  const { earlier, later, higher, lower } = readCounts(counts)
  if (higher === null || lower === null) return null
  const share = of === 'kept' ? { higher, lower } : { higher: lower, lower: higher }
  const isSlipped = good !== 'neutral' && (good === 'high' ? share.lower : share.higher) < slipped
  return { of, earlier, later, higher, lower, variation: variationOf(share, good), isSlipped }
}
