import { type Chart, chartOf, type Period, type Reading } from './chart.ts'
import { type RareReading, readRare } from './rare.ts'
import type { Verdict } from './verdict.ts'

/** A share of so many items. */
export interface SharePeriod extends Period {
  readonly n: number
}

export interface ShareChart {
  readonly chart: Chart
  /** Where one of the outcomes is too rare for a chart: what is said is then said by this. */
  readonly rare: RareReading | null
  readonly variation: Verdict['variation']
  readonly isSlipped: boolean
}

/**
 * The control chart of shares of items in the order of time or, where kept or not kept is too rare for one since limits
 * were last drawn anew, an exact comparison. `whole` is what all of the items are: 1, or 100 of rates per 100.
 */
export function chartOfShares(
  periods: readonly SharePeriod[],
  reading: Reading,
  whole: 1 | 100 = 1,
): ShareChart {
  const chart = chartOf(periods, reading)
  const counts = periods
    .slice(chart.segments.at(-1)?.first ?? 0)
    .flatMap(({ value, n, is_complete }) =>
      is_complete && value !== null ? [{ kept: Math.round((value / whole) * n), items: n }] : [],
    )
  const rare = readRare(counts, reading.good)
  const { variation } = rare ?? chart
  return { chart, rare, variation, isSlipped: rare ? rare.isSlipped : chart.slipped !== null }
}
