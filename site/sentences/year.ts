/** A share of the last 365 days in a sentence. */
import type { MeasureFile } from '../../data/contract.ts'
import { figureOf } from '../figures.ts'
import { sentenceCase } from '../words/number.ts'
import { items } from '../words/value.ts'
import { figureWords } from './few.ts'
import { isLowerBound } from './lower-bound.ts'

/** `of` follows the items: "that ended in the last 365 days"; `said` is what is so of them. */
export type YearShare = { measure: string; id: string; of: string; said: string }

/** "At least 26 % of the 424 escalations that ended in the last 365 days were chased."; nothing where it is not known. */
export const yearSentence = (
  measures: ReadonlyMap<string, MeasureFile>,
  { measure: id, id: share, of, said }: YearShare,
): string[] => {
  const measure = measures.get(id)
  const figure = measure && figureOf(measure, `${share}_365_days`, 'escalation')
  if (measure === undefined || figure == null || figure.value === null || figure.n === 0) return []
  const { value, n, unit } = figure
  const words = figureWords({ value, n, unit, isWeighted: false })
  const least = isLowerBound(measure, share, 'escalation') ? `at least ${words}` : words
  return [`${sentenceCase(least)} of the ${items(n, 'escalation')} ${of} ${said}.`]
}
