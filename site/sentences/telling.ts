/** Why a figure is not there, in words. */
import type { CanBeTold, MeasureFile } from '../../data/contract.ts'
import { list, sentenceCase } from '../words/number.ts'

const lacking = ({ by_source }: CanBeTold): string[] => [
  ...new Set(
    by_source
      .filter(({ answer, missing }) => answer !== 'yes' && missing.length > 0)
      .map(({ source, missing }) => `the source “${source}” would need ${list(missing)}`),
  ),
]

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

const answerWords = { yes: 'Yes', bounds: 'Within bounds', no: 'No' } as const

type Own = CanBeTold['by_source'][number]

const bestOf = (own: readonly Own[]): Own | undefined =>
  (['yes', 'bounds', 'no'] as const)
    .map((answer) => own.find((one) => one.answer === answer))
    .find((one) => one !== undefined)

/** "Yes", or "No of escalations, yes of tickets" where a source tells the kinds of items otherwise. */
const wordsOf = (bests: readonly Own[]): string => {
  const [first] = bests
  if (first === undefined) return '–'
  if (bests.every(({ answer }) => answer === first.answer)) return answerWords[first.answer]
  return sentenceCase(
    bests.map(({ answer, item_kind }) => `${answerWords[answer].toLowerCase()} of ${item_kind}s`).join(', '),
  )
}

/** Whether a measure can be told from a source, and which columns would be needed for more; a dash where it has nothing to do with it. */
export const answersOf = (
  measure: MeasureFile,
  source: string,
): { words: string; missing: string | null } => {
  const own = measure.can_be_told.by_source.filter((one) => one.source === source)
  const bests = (['escalation', 'ticket'] as const).flatMap(
    (kind) => bestOf(own.filter(({ item_kind }) => item_kind === kind)) ?? [],
  )
  const missing = bests.filter(({ answer }) => answer !== 'yes').flatMap((one) => one.missing)
  return {
    words: wordsOf(bests),
    missing: missing.length === 0 ? null : `would need ${list([...new Set(missing)])}`,
  }
}
