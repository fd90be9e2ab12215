/** The large number of a page, what it counts, and how sure it is. */
import type { Series } from '../../data/contract.ts'
import { completePoints } from '../figures.ts'
import type { ToldShare } from '../measure/told.ts'
import { period } from '../words/date.ts'
import { sentenceCase } from '../words/number.ts'
import { fromTo } from '../words/range.ts'
import { partOfItems } from '../words/share.ts'
import { items } from '../words/value.ts'
import { figureWords, isFew, tooFewWords } from './few.ts'

export type Headline = { words: string; value: number; label: string; range: string | null }

const rangeOf = (low: number | null, high: number | null, n: number, series: Series): string | null => {
  if (isFew(n)) return `${sentenceCase(tooFewWords)}.`
  if (low === null || high === null) return null
  return `Likely range ${fromTo(low, high, series.unit)}: the fewer the items, the wider.`
}

/** The last complete period of a share; null where none can be told. */
export const headlineOf = ({ label, isWeighted, series }: ToldShare): Headline | null => {
  const last = completePoints(series).at(-1)
  if (last === undefined) return null
  const { value, n, low, high } = last
  const told = { value, n, unit: series.unit, isWeighted }
  return {
    words: figureWords(told),
    value,
    label: partOfItems(label, items(n, series.item_kind), period(last, series.period)),
    range: rangeOf(low, high, n, series),
  }
}
