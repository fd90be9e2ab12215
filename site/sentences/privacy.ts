/** What is held, and how long, in words. */
import type { Manifest } from '../../data/contract.ts'
import { number } from '../words/number.ts'

type Privacy = Manifest['privacy']

/** `1095` → "3 years", `90` → "90 days" */
export const keptFor = (days: number): string => {
  const years = days / 365
  if (years < 1 || !Number.isInteger(years)) return days === 1 ? '1 day' : `${number(days)} days`
  return years === 1 ? '1 year' : `${number(years)} years`
}

/** A page may be reading what was published the night before: it is always kept. */
const fewestNights = 2

/** `30` → "the last 30 nights" */
export const nightsKept = (releases: number): string =>
  `the last ${number(Math.max(fewestNights, releases))} nights`

/** How those who own tickets are shown to leaders, and to those who run escalations. */
export const ownersShown = (owners: Privacy['leadership_owners']): string =>
  ({
    hidden: 'They do not see who owns what.',
    coded: 'They see owners as codes, not as names.',
    named: 'They see owners by name.',
  })[owners]

/** Below how many the staff site shows no number; one means that nothing is too small. */
export const smallNumbers = (threshold: number): string =>
  threshold <= 1
    ? 'They are rounded.'
    : `They are rounded, and no number below ${number(threshold)} is shown.`
