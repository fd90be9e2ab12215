import { type Counted, compareRates } from './rates.ts'

/** Counts of a smaller mean are too few for a chart: its limits take them for normally distributed. */
export const leastCharted = 3

export interface CountedPeriod {
  readonly count: number
  /** What the count is out of, such as all tickets; periods as such, 1 each, where it is left out. */
  readonly exposure?: number
  readonly is_complete: boolean
}

export interface CountReading {
  readonly method: 'chart' | 'comparison'
  /** Of a complete period; null where there is none. */
  readonly mean: number | null
  readonly earlier: Counted
  readonly later: Counted
  /** One-sided p-values of the later periods' rate; null with a chart, or where there is nothing to compare with. */
  readonly higher: number | null
  readonly lower: number | null
}

const totalOf = (periods: readonly CountedPeriod[]): Counted => ({
  count: periods.reduce((sum, { count }) => sum + count, 0),
  exposure: periods.reduce((sum, { exposure }) => sum + (exposure ?? 1), 0),
})

/**
 * Whether counts in the order of time go on a chart or, with a mean below 3 a period, into an exact comparison of the
 * latest `size` complete periods with all complete ones before. The mean is that of all of them: the comparison is one
 * given their total, so that choosing by it leaves the p-values exact. Error: a size that is no whole number from 1 on.
 */
export function readCounts(periods: readonly CountedPeriod[], size = 1): CountReading {
  if (!Number.isInteger(size) || size < 1) throw new RangeError(`the latest ${size} periods`)
  const complete = periods.filter(({ is_complete }) => is_complete)
  const [earlier, later] = [totalOf(complete.slice(0, -size)), totalOf(complete.slice(-size))]
  const mean = complete.length > 0 ? (earlier.count + later.count) / complete.length : null
  const method = mean !== null && mean >= leastCharted ? 'chart' : 'comparison'
  const compared = method === 'comparison' ? compareRates(earlier, later) : null
  return { method, mean, earlier, later, higher: compared?.higher ?? null, lower: compared?.lower ?? null }
}
