/** A department's figures in words. */
import type { DepartmentRow } from '../brief/department.ts'
import { list } from '../words/number.ts'
import { inCell } from '../words/value.ts'

const told = ({ title, value, overall, unit }: DepartmentRow): string =>
  `${title} (${inCell({ value, unit, clock: null })}, everybody ${inCell({ value: overall, unit, clock: null })})`

const isJudged = ({ stands }: DepartmentRow): boolean => stands !== 'too_few' && stands !== 'not_judged'

/** What is clearly otherwise for it than for everybody. */
export const departmentSentence = (rows: readonly DepartmentRow[]): string => {
  if (!rows.some(isJudged)) return 'Too few tickets and escalations in the last year to tell.'
  const worse = rows.filter(({ isWorse }) => isWorse === true)
  const better = rows.filter(({ isWorse }) => isWorse === false)
  const other = rows.filter(
    ({ isWorse, stands }) => isWorse === null && (stands === 'higher' || stands === 'lower'),
  )
  const said = [
    ...(worse.length > 0 ? [`Worse than for everybody: ${list(worse.map(told))}.`] : []),
    ...(better.length > 0 ? [`Better than for everybody: ${list(better.map(told))}.`] : []),
    ...(other.length > 0 ? [`Otherwise, and neither good nor bad in itself: ${list(other.map(told))}.`] : []),
  ]
  return said.length === 0 ? 'No figure is clearly better or worse than for everybody.' : said.join(' ')
}

/** Where a row stands, in words. */
export const standsWords = ({ stands, isWorse }: DepartmentRow): string => {
  if (stands === 'too_few') return 'Too few to tell'
  if (stands === 'not_judged') return 'Not judged'
  if (stands === 'as_others') return 'As for everybody'
  if (isWorse === null) return stands === 'higher' ? 'Higher' : 'Lower'
  return isWorse ? 'Worse' : 'Better'
}

/** Printed under the table: when something is said, and how seldom by chance. */
export const departmentNote =
  '“Worse”, “better”, “higher” and “lower” are said only where the likely range does not reach the figure of everybody. The range is wide on purpose: were a department exactly as everybody, a page like this would still say so of some figure about once in 25 pages. Shares of time are shown and not judged.'
