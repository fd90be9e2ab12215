/** Recurring issues that have a page of their own. */
import type { Breakdown, MeasureFile, Series } from '../data/contract.ts'
import { breakdownOf } from './figures.ts'

/** However many issues there are, a site stays small: those that rise or are active most come first in the release. */
export const mostIssuePages = 60
/** So many are listed. */
export const mostListed = 60

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
