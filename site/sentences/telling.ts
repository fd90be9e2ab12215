/** Why a figure is not there, in words. */
import type { CanBeTold, MeasureFile } from '../../data/contract.ts'
import { list, sentenceCase } from '../words/number.ts'

const lacking = ({ by_source }: CanBeTold): string[] =>
  by_source
    .filter((source) => source.answer !== 'yes' && source.missing.length > 0)
    .map((source) => `the source “${source.source}” would need ${list(source.missing)}`)

/** What would make a measure tellable, or null where nothing is missing. */
export const wouldNeed = (told: CanBeTold): string | null => {
  const needs = lacking(told)
  return needs.length === 0 ? null : `${sentenceCase(list(needs))}.`
}

/** A headline that is missing: not to be told from these sources, or nothing to tell yet. */
export const whyNoHeadline = (measure: MeasureFile): string =>
  measure.can_be_told.answer === 'no'
    ? ['This cannot be told from the sources.', wouldNeed(measure.can_be_told)].filter(Boolean).join(' ')
    : 'There is nothing to tell yet: no complete period holds enough items.'

/** The caveat of a figure known within bounds only, or null. */
export const boundsOnly = (measure: MeasureFile): string | null =>
  measure.can_be_told.answer === 'bounds'
    ? ['Known within bounds only.', wouldNeed(measure.can_be_told)].filter(Boolean).join(' ')
    : null

/** Which direction is better, said once for each. */
export const betterWords = {
  high: 'Higher is better.',
  low: 'Lower is better.',
  neutral: 'Neither higher nor lower is better in itself.',
} as const
