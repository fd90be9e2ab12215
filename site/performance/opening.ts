/** The sentence that the page opens with: how many promises are kept otherwise than usual, and which. */
import type { StaffPromise } from '../../data/contract.ts'
import { inWords, list, sentenceCase } from '../words/number.ts'
import { promisesOf } from './kind.ts'
import { type Everybody, titleOf, whenOf } from './told.ts'

const names = (promises: readonly StaffPromise[], all: Everybody): string =>
  list([...new Set(promises.map((promise) => titleOf(promise, all) ?? promise.id))])

/** "two of the nine", "both", "neither of the two", "all three" */
const whichOf = (some: number, judged: number): string => {
  if (judged === 2 && some !== 1) return some === 2 ? 'both' : 'neither of the two'
  return some === judged ? `all ${inWords(judged)}` : `${inWords(some)} of the ${inWords(judged)}`
}

/** "two of the nine promises that can be judged were", "the one promise that can be judged was" */
const howMany = (some: number, judged: number): string => {
  if (judged === 1) return `the one promise that can be judged was${some === 0 ? ' not' : ''}`
  return `${whichOf(some, judged)} promises that can be judged ${some < 2 ? 'was' : 'were'}`
}

/** " in October 2026" where all of them are of the same period, else nothing. */
const whenAll = (promises: readonly StaffPromise[]): string => {
  const [first, ...others] = new Set(promises.map(whenOf))
  return first === undefined || others.length > 0 ? '' : ` ${first}`
}

const worseSentence = (worse: StaffPromise[], judged: StaffPromise[], all: Everybody): string => {
  const said = sentenceCase(howMany(worse.length, judged.length))
  const which = worse.length === 0 || judged.length === 1 ? '' : `: ${names(worse, all)}`
  return `${said} kept worse than usual${whenAll(worse.length === 0 ? judged : worse)}${which}.`
}

/** Told from the promises that are held against what is usual; requests are none. */
export const openingOf = (all: Everybody): string => {
  const promises = promisesOf('promise', all)
  const judged = promises.filter(({ against_usual }) => against_usual !== null)
  if (promises.length === 0) return 'No promise is written down here yet.'
  if (promises.every(({ share, count }) => share === null && count === null))
    return 'Too little is on record to tell how well the promises are kept.'
  if (judged.length === 0)
    return 'It is too early to say whether the promises are kept better or worse than usual.'
  const [worse, better] = (['worse', 'better'] as const).map((way) =>
    judged.filter(({ against_usual }) => against_usual === way),
  )
  const more =
    better === undefined || better.length === 0 ? [] : [`Better than usual: ${names(better, all)}.`]
  return [worseSentence(worse ?? [], judged, all), ...more].join(' ')
}
