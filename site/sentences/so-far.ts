/** The period that still runs, in words: it is told apart, for nothing of it is settled. */
import type { Series } from '../../data/contract.ts'
import { period } from '../words/date.ts'
import { number } from '../words/number.ts'
import { inCell, noun } from '../words/value.ts'

const fewest = 5

/** "November 2026 so far: 81 %, of 21 escalations that can be told already."; null where there is none, or of too few. */
export const soFar = (series: Series): string | null => {
  const last = series.points.at(-1)
  if (last === undefined || last.is_complete || last.value === null || last.n < fewest) return null
  const when = period(last, series.period)
  const words = inCell({ value: last.value, unit: series.unit, clock: null })
  return `${series.period === 'week' ? `The ${when}` : when} so far: ${words}, of ${number(last.n)} ${noun(series.item_kind, last.n)} that can be told already.`
}
