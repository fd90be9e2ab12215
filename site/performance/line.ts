/** How well a promise is kept, in one line. */
import type { RoughShare, StaffPromise } from '../../data/contract.ts'
import { number, sentenceCase } from '../words/number.ts'
import { aboutNumber, roughly } from '../words/rough.ts'
import { standingOf, standsOut } from './standing.ts'
import { type Everybody, subjectOf, whenOf, wordsOf } from './told.ts'
import { whyUntold } from './untold.ts'

/** Words of a measure that begin with what was done say it by themselves. */
const isVerb = (words: string): boolean => /^(have|had|has|quote|came|repeat)\b/.test(words)

/** "about 4 in 10 escalations were acknowledged within 1 business day"; of time, so many hours of it. */
const shareWords = (share: RoughShare, promise: StaffPromise, words: string): string => {
  const said = roughly(share)
  const before = said.endsWith('half') ? `${said} of the` : said
  const [, what, whose] = words.match(/^(.+), of (those .+)$/) ?? []
  if (what !== undefined) return `${said} of ${whose} were ${what}`
  const [, time, how] = words.match(/^of (the .*?time) (.+)$/) ?? []
  if (time !== undefined) return `${before} hours of ${time} of ${subjectOf(promise)} were ${how}`
  return `${before} ${subjectOf(promise)} ${isVerb(words) ? '' : `${promise.period === null ? 'are' : 'were'} `}${words}`
}

const ofShare = (share: RoughShare, promise: StaffPromise, all: Everybody): string => {
  const words = promise.figure === null ? null : wordsOf(promise.measure, promise.figure, all)
  const said = words === null ? roughly(share) : shareWords(share, promise, words)
  return promise.period === null ? `${sentenceCase(said)}.` : `${sentenceCase(whenOf(promise))}, ${said}.`
}

/** Of issues that come back; so many or, of too few, fewer than what is told. */
const ofCount = ({ count }: StaffPromise, { staff, manifest }: Everybody): string => {
  const many =
    count === null ? `fewer than ${number(staff.rounded_to)}` : aboutNumber(count, staff.rounded_to)
  return `${sentenceCase(many)} recurring issues had a ticket in the last ${manifest.window_days} days.`
}

/** The line of a promise, with what stands out against what is usual. */
export const lineOf = (promise: StaffPromise, all: Everybody): string => {
  const why = whyUntold(promise, all.staff)
  if (why !== null) return why
  const said = promise.share === null ? ofCount(promise, all) : ofShare(promise.share, promise, all)
  const parts = [
    said,
    ...(standsOut(promise) ? [`That is ${standingOf(promise).words.toLowerCase()}.`] : []),
    ...(promise.can_be_told === 'bounds' ? ['Our records show only part of it.'] : []),
  ]
  return parts.join(' ')
}
