/** The figure of a promise, and what it is of. */
import type { MeasureFile, Series } from '../../data/contract.ts'
import type { completePoints } from '../figures.ts'
import { period } from '../words/date.ts'
import { items } from '../words/value.ts'
import { figureWords, isFew, tooFewWords } from './few.ts'

export type Now = {
  words: string
  label: string
  of: string
  figure: string
  value: number
  /** As a sentence says it: "October 2026", "the week of 9 Nov 2026"; null for what is counted now. */
  period: string | null
}

type Last = ReturnType<typeof completePoints>[number]

/** What stands beside a figure that is known within bounds only. */
export const boundsOf = ({ can_be_told }: MeasureFile): string[] =>
  can_be_told.answer === 'bounds' ? ['known within bounds only'] : []

/** The figure of the last complete period, in the words of the measure. */
export const nowOf = (measure: MeasureFile, series: Series, last: Last, label: string): Now => {
  const isWeighted = measure.definition.figures.find(({ id }) => id === series.id)?.is_weighted ?? false
  const told = { value: last.value, n: last.n, unit: series.unit, isWeighted }
  const when = `${series.period === 'week' ? 'the ' : ''}${period(last, series.period)}`
  const notes = [
    `of ${items(last.n, series.item_kind)}, ${period(last, series.period)}`,
    ...(isFew(last.n) ? [tooFewWords] : []),
    ...boundsOf(measure),
  ]
  return {
    words: figureWords(told),
    label,
    of: notes.join('; '),
    figure: series.id,
    value: last.value,
    period: when,
  }
}
