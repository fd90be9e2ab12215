/** Times are counted by whole months: which ones are in a stretch, and how it is said where they are not quite the stretch. */
import type { ItemKind } from '../../data/contract.ts'
import { shortDay } from '../words/date.ts'
import { noun } from '../words/value.ts'
import { type Days, firstDay, placeFrom, plusDays } from './days.ts'
import type { FilterSpec } from './spec.ts'

type Known = Pick<FilterSpec, 'first' | 'recent'>

/** The places of the months that begin in a stretch, first and last. */
export const monthsIn = ({ first }: Known, { from, to }: Days): [number, number] => [
  Math.max(0, placeFrom('month', first.month, from)),
  placeFrom('month', first.month, plusDays(to, 1)) - 1,
]

/** Whether a stretch is over by the day that the sources know. */
export const hasEnded = ({ recent }: Known, { to }: Days): boolean => to < recent.to

/** On which days items of a stretch that is over were raised; null where its name says it, or it is not over. */
export const wholeMonthsWords = (known: Known, stretch: Days, kind: ItemKind): string | null => {
  const [first, last] = monthsIn(known, stretch)
  if (!hasEnded(known, stretch) || last < first) return null
  const from = firstDay('month', known.first.month, first)
  const to = plusDays(firstDay('month', known.first.month, last + 1), -1)
  if (from === stretch.from && to === stretch.to) return null
  return `By whole months: ${noun(kind, 2)} raised from ${shortDay(from)} to ${shortDay(to)}.`
}
