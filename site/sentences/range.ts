/** A share and its usual range in running text. */
import type { Chart, Series } from '../../data/contract.ts'
import { perHundred, share } from '../words/number.ts'

/** "48 %", "1.7 in 100" */
export const valueWords = (value: number, { unit }: Pick<Series, 'unit'>): string =>
  unit === 'per_100' ? perHundred(value) : share(value)

/** "48 % to 100 %", "1.2 to 6.5 in 100" */
export const rangeWords = (low: number, high: number, series: Pick<Series, 'unit'>): string => {
  const from = series.unit === 'per_100' ? low.toFixed(1) : valueWords(low, series)
  return `${from} to ${valueWords(high, series)}`
}

/** The usual range in force in the latest period: "48 % to 100 %"; null where there is none yet. */
export const usualRange = (series: Pick<Series, 'unit'> & { chart: Chart | null }): string | null => {
  const segment = series.chart?.segments.at(-1)
  if (segment === undefined || segment.is_provisional) return null
  return rangeWords(segment.lower, segment.upper, series)
}
