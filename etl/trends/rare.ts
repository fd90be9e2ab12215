import { type Counted, compareRates } from './rates.ts'
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

/** Below such a mean a period an outcome is too rare for limits, which take it for normally distributed. */
const leastCharted = 3
/** As seldom as a steady chart of normal data says so on the bad side: that it is worse, and that it slipped. */
const worse = 0.009
const slipped = 0.004

const totalOf = (periods: readonly KeptPeriod[]): KeptPeriod => ({
  kept: periods.reduce((sum, { kept }) => sum + kept, 0),
  items: periods.reduce((sum, { items }) => sum + items, 0),
})

function variationOf(share: { higher: number; lower: number }, good: Good): Verdict['variation'] {
  const [up, down] = [share.higher < worse, share.lower < worse]
  if (!up && !down) return 'usual'
  if (good === 'neutral') return up ? 'changed_up' : 'changed_down'
  return up === (good === 'high') ? 'improving' : 'concerning'
}

/**
 * The comparison for complete periods in the order of time, whose outcomes count against the items of each; null where
 * there are fewer than 13, or both outcomes have a mean of 3 a period and more, so that a chart can be drawn. The means are
 * those of all periods: the comparison is one given their total, so that choosing by it leaves the p-values exact.
 */
export function readRare(periods: readonly KeptPeriod[], good: Good): RareReading | null {
  if (periods.length < leastTold) return null
  const { kept, items } = totalOf(periods)
  if (Math.min(kept, items - kept) >= leastCharted * periods.length) return null
  const of = kept < items - kept ? 'kept' : 'not_kept'
  const counted = (some: readonly KeptPeriod[]): Counted => {
    const total = totalOf(some)
    return { count: of === 'kept' ? total.kept : total.items - total.kept, exposure: total.items }
  }
  const [earlier, later] = [counted(periods.slice(0, -1)), counted(periods.slice(-1))]
  const compared = compareRates(earlier, later)
  if (compared === null) return null
  const { higher, lower } = compared
  const share = of === 'kept' ? { higher, lower } : { higher: lower, lower: higher }
  const isSlipped = good !== 'neutral' && (good === 'high' ? share.lower : share.higher) < slipped
  return { of, earlier, later, higher, lower, variation: variationOf(share, good), isSlipped }
}
