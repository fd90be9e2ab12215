/** How well a promise is kept, in one line: what was done, how often, and of what. */
import type { RoughShare, StaffPromise } from '../../data/contract.ts'
import { number, sentenceCase } from '../words/number.ts'
import { aboutNumber, inRoughCell } from '../words/rough.ts'
import { standingOf, standsOut } from './standing.ts'
import { type Everybody, subjectOf, titleOf, whenOf, wordsOf } from './told.ts'
import { whyUntold } from './untold.ts'

export type Line = {
  /** "Acknowledged within 1 business day" */
  what: string
  /** "4 in 10", or why that cannot be told. */
  told: string
  /** "escalations in October 2026"; empty where it is of nothing. */
  of: string
  /** Where more of it stands; null where nowhere. */
  link: string | null
  isPartial: boolean
}

const ofShare = (share: RoughShare, promise: StaffPromise, all: Everybody): Line => {
  const words = promise.figure === null ? null : wordsOf(promise.measure, promise.figure, all)
  const [, answered, whose] = words?.match(/^(.+), of (those .+)$/) ?? []
  const when = promise.period === null ? '' : ` ${whenOf(promise)}`
  return {
    what: sentenceCase(answered ?? words ?? titleOf(promise, all) ?? promise.id),
    told: inRoughCell(share),
    of: `${whose === undefined ? subjectOf(promise) : `of ${whose}`}${when}`,
    link: null,
    isPartial: promise.can_be_told === 'bounds',
  }
}

/** Of issues that come back; so many or, of too few, fewer than what is told. */
const ofCount = ({ count }: StaffPromise, { staff, manifest }: Everybody): Line => ({
  what: 'Problems that keep coming back',
  told: count === null ? `fewer than ${number(staff.rounded_to)}` : aboutNumber(count, staff.rounded_to),
  of: `had a ticket in the last ${manifest.window_days} days`,
  link: null,
  isPartial: false,
})

const notTold = (promise: StaffPromise, all: Everybody): Line | null => {
  const why = whyUntold(promise, all.staff)
  if (why === null) return null
  const words = promise.figure === null ? null : wordsOf(promise.measure, promise.figure, all)
  const what = words?.replace(/, of those .+$/, '') ?? titleOf(promise, all) ?? promise.id
  return { what: sentenceCase(what), told: why.words, of: why.of, link: why.link, isPartial: false }
}

/** The line of a promise in its parts, as a phone shows fewer of them. */
export const lineOf = (promise: StaffPromise, all: Everybody): Line =>
  notTold(promise, all) ??
  (promise.share === null ? ofCount(promise, all) : ofShare(promise.share, promise, all))

/** "Acknowledged within 1 business day: 4 in 10 escalations in October 2026. Worse than usual." */
export const saidOfLine = (promise: StaffPromise, all: Everybody): string => {
  const { what, told, of, isPartial } = lineOf(promise, all)
  return [
    `${what}: ${[told, of].filter((words) => words !== '').join(' ')}`,
    ...(standsOut(promise) ? [standingOf(promise).words] : []),
    ...(isPartial ? ['Our records show only part of it'] : []),
  ]
    .map((sentence) => (sentence.endsWith('.') ? sentence : `${sentence}.`))
    .join(' ')
}
