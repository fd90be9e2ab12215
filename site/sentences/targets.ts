/** For how many tickets a target is published at all: attainment is told of these alone. */
import type { MeasureFile } from '../../data/contract.ts'
import { completePoints, seriesOf } from '../figures.ts'
import { period } from '../words/date.ts'
import { share } from '../words/number.ts'
import { items } from '../words/value.ts'

/** "7 % of the 379 tickets of the week of 9 Nov 2026 have a published target; …"; null for a measure without targets. */
export const withTarget = (measure: MeasureFile): string | null => {
  const series = seriesOf(measure, 'has_target', 'ticket')
  const last = completePoints(series).at(-1)
  if (series === null || last === undefined) return null
  const of = `the ${items(last.n, 'ticket')} of the ${period(last, series.period)}`
  if (last.value === 1) return `All ${of} have a published target.`
  if (last.value === 0) return `None of ${of} has a published target, so there is nothing to be in time for.`
  return `${share(last.value)} of ${of} have a published target; for the others nothing is promised, and nothing is told here.`
}
