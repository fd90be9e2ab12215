/** What was changed or decided, and what the figures say of it. */
import type { Manifest } from '../../data/contract.ts'
import { knownDay, shortDay } from '../words/date.ts'
import { list, number, points, share } from '../words/number.ts'
import { type Action, type Change, type Verdict, wentWrong } from './recorded.ts'

const short: Record<Verdict, string> = {
  fewer: 'Fewer since',
  more: 'More since',
  better: 'Better since',
  worse: 'Worse since',
  no_clear_change: 'No clear change',
  neutral: 'Not judged',
  too_early: 'Too early to tell',
  too_few: 'Too few to tell',
  not_told: 'Cannot be told',
}

/** A verdict in two or three words, to stand before the sentence that says why. */
export const verdictWords = (verdict: Verdict): string => short[verdict]

const notOver = 'The weeks after it are not over yet, or what came in them is not settled.'
const seldom = 'chance alone seldom does that'

const times = (value: number): string => value.toFixed(value < 10 ? 2 : 0)

/** What happened to the tickets that a change should show in. */
export const changeSentence = ({ verdict, affects, ratio, before, after }: Change): string => {
  if (verdict === 'not_told')
    return affects === null
      ? 'It is not said which tickets it should show in.'
      : 'The records do not reach back far enough before it.'
  if (verdict === 'too_early') return notOver
  if (verdict === 'too_few') return 'Fewer than ten such tickets came before and after together.'
  if (before === null || after === null) return 'How many such tickets came is not known.'
  const counts = `${number(before.count)} of ${number(before.all)} tickets before, ${number(after.count)} of ${number(after.all)} after`
  if (ratio === null) return `${counts}.`
  const range = `${times(ratio.value)} times the rate before, likely between ${times(ratio.low)} and ${times(ratio.high)}`
  return `${counts}: ${range}; ${verdict === 'no_clear_change' ? 'chance alone could do as much' : seldom}.`
}

const actionEnds: Partial<Record<Verdict, string>> = {
  better: seldom,
  worse: seldom,
  no_clear_change: 'chance alone could do as much',
  neutral: 'neither way is better in itself',
}

/** What happened to the promise that an action was decided for. */
export const actionSentence = (action: Action, manifest: Manifest): string => {
  const { verdict, share_before, share_after, difference, promise } = action
  if (verdict === 'not_told') return 'Its promise has no share before and after to compare.'
  if (verdict === 'too_early') return notOver
  if (verdict === 'too_few') return 'There were fewer than ten items before it, or after it.'
  if (share_before === null || share_after === null) return 'Its shares before and after are not known.'
  const sentence = manifest.promises.find(({ id }) => id === promise)?.sentence
  const said = [
    `${sentence === undefined ? '' : `“${sentence}”: `}${share(share_before)} before, ${share(share_after)} after`,
    ...(difference === null
      ? []
      : [`a change between ${points(difference.low)} and ${points(difference.high)} is likely`]),
    actionEnds[verdict] ?? seldom,
  ]
  return `${said.join('; ')}.`
}

type Recorded = Change | Action

const has =
  (...verdicts: readonly Verdict[]) =>
  ({ verdict }: Recorded): boolean =>
    verdicts.includes(verdict)

const outcomes: readonly (readonly [words: string, isSo: (one: Recorded) => boolean])[] = [
  ['worked', has('fewer', 'better')],
  ['made no clear difference', has('no_clear_change')],
  ['went the wrong way', wentWrong],
  ['was a policy after which more such tickets came', (one) => has('more')(one) && !wentWrong(one)],
  ['cannot be judged yet', has('too_early', 'too_few')],
  ['cannot be judged', has('not_told', 'neutral')],
]

/** What was found of changes and actions together; incidents are nobody's change. */
export const improvementsSentence = (changes: readonly Change[], actions: readonly Action[]): string => {
  const own = [...changes.filter(({ kind }) => kind !== 'incident'), ...actions]
  if (own.length === 0)
    return 'No change and no decision is recorded yet. They are written into changes.yaml, and their effect shows here.'
  const found = outcomes
    .map(([words, isSo]) => [own.filter(isSo).length, words] as const)
    .filter(([many]) => many > 0)
  if (own.length === 1) return `The one change or decision on record ${found[0]?.[1]}.`
  const all = `Of ${number(own.length)} changes and decisions`
  return `${all}, ${list(found.map(([many, words]) => `${number(many)} ${words}`))}.`
}

/** "decided 30 Oct 2026, review on 4 Dec 2026" */
export const decidedWords = ({ decided_on, review_on }: Action): string => {
  const review = knownDay(review_on)
  return `decided ${shortDay(decided_on)}${review === null ? '' : `, review on ${review}`}`
}
