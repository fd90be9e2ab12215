/** The same period a year before, as often as it is asked for. */
import type { Manifest, Series } from '../../data/contract.ts'
import { yearBefore as asked, yearBeforeBy } from '../../data/shared/terms.ts'
import { daysBetween, plusDays } from './days.ts'

/** First day of a period and its kind → first day of the same a year before. */
export type YearBefore = (from: string, period: Series['period']) => string

/** By the terms of the academic years, which are read once. */
export const yearBeforeOf = (terms: Manifest['terms'], firstWeek: string): YearBefore => {
  const weekBefore = yearBeforeBy(terms, firstWeek)
  return (from, period) =>
    period === 'week'
      ? plusDays(firstWeek, weekBefore(daysBetween(firstWeek, from)))
      : asked(from, period, terms)
}
