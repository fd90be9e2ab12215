/** A share of very few items: told as a count, for nothing can be read into it. */
import type { Unit } from '../../data/contract.ts'
import { number } from '../words/number.ts'
import { inCell } from '../words/value.ts'

/** Of fewer items nothing is read into a share. */
const leastRead = 5

export const isFew = (n: number): boolean => n < leastRead

export const tooFewWords = 'too few to read anything into'

/** Weighted shares, as those of time, are no counts of items. */
type Told = { value: number; n: number; unit: Unit; isWeighted: boolean }

const isCounted = ({ n, unit, isWeighted }: Told): boolean =>
  isFew(n) && !isWeighted && (unit === 'share' || unit === 'per_100')

/** "92 %" or, of very few items, how many they were: "2", to stand before "of 3 escalations". */
export const figureWords = (told: Told): string => {
  const { value, n, unit } = told
  if (!isCounted(told)) return inCell({ value, unit, clock: null })
  return number(unit === 'per_100' ? (value / 100) * n : value * n)
}
