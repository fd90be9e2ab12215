/** Recurring issues that have a page of their own. */
import type { Breakdown, MeasureFile, Series } from '../data/contract.ts'
import { breakdownOf } from './figures.ts'
import { activeGroups, isCalled } from './sentences/recurring.ts'

/** However many issues there are, a site stays small: those that rise or are active most come first in the release. */
export const mostIssuePages = 60
/** So many are listed. */
export const mostListed = 60

/** Issues with a recent ticket as they are listed: those that rise, those that fall, then most tickets first. */
export const listedIssues = (measure: MeasureFile): Breakdown['rows'] => {
  const active = activeGroups(measure)
  const falling = active.filter((row) => isCalled(row, 'down'))
  const rising = active.filter((row) => isCalled(row, 'up'))
  return [...rising, ...falling, ...active.filter((row) => !rising.includes(row) && !falling.includes(row))]
}

/** The weekly tickets of an issue; null where they are not published. */
export const weeksOf = (measure: MeasureFile, key: string): Series | null =>
  measure.series.find(({ id, of }) => id === 'tickets' && of === key) ?? null

/** Rows of the issues with a page, in the order of the release. */
export const issuePages = (measure: MeasureFile): Breakdown['rows'] =>
  (breakdownOf(measure, 'groups', 'ticket')?.rows ?? [])
    .filter(({ key }) => weeksOf(measure, key) !== null)
    .slice(0, mostIssuePages)

/** The page of an issue, null where it has none. */
export const issuePath = (measure: MeasureFile, key: string): string | null =>
  issuePages(measure).some((row) => row.key === key) ? `/recurring/${key}/` : null
