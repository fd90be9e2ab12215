/** What is read aloud: which targets fell due, what follows if they were missed, and when else one may escalate. */
import { sentenceCase } from '../words/number.ts'
import type { Judged } from './judge.ts'
import type { MeasureOfTarget } from './levels.ts'
import { atTime } from './moment.ts'
import { measureWords, missedWords, unlessWaited } from './target-words.ts'

/** Whether a target was kept is not known here: `headline` says only what follows if it was not. */
export type Summary = { headline: string; further: string }

const harmed = 'if the problem does real harm to your work, or if you are not satisfied with the help so far'
const mayAlso = `You may also escalate ${harmed}.`
const mayStill = `You may still escalate ${harmed}.`
const mayAnyway =
  'You may escalate if you are not satisfied with the help you had, or with how long it takes. You may also do so if the problem does real harm to your work.'

type State = 'passed' | 'ahead' | 'beyond' | 'none'

const stateOf = ({ rule, due_at, has_passed }: Judged): State => {
  if (rule === null) return 'none'
  if (due_at === null) return 'beyond'
  return has_passed ? 'passed' : 'ahead'
}

const targetOf = ({ measure }: Judged): string => `the target for ${measureWords[measure]}`

/** By the institution's clock: an instant → its wall time, both in milliseconds. */
export type Clock = { now: number; wallAt: (at: number) => number }

const dueOf = ({ due_at }: Judged, { now, wallAt }: Clock): string =>
  atTime(wallAt(due_at ?? Number.NaN), wallAt(now))

const waitOf = ({ rule }: Judged): string => (rule?.is_paused ? `, ${unlessWaited}` : '')

const sayingOf = (judged: Judged, clock: Clock): string => {
  const target = sentenceCase(targetOf(judged))
  switch (stateOf(judged)) {
    case 'passed':
      return `${target} fell due ${dueOf(judged, clock)}${waitOf(judged)}. If ${missedWords[judged.measure]} by then, it was missed: you may escalate.`
    case 'ahead':
      return `${target} falls due ${dueOf(judged, clock)}.`
    case 'beyond':
      return `${target} has not passed yet.`
    case 'none':
      return `No target is published for ${measureWords[judged.measure]}.`
  }
}

const bothPassed = (first: Judged, second: Judged, clock: Clock): string => {
  const firstWait = waitOf(first) === waitOf(second) ? '' : waitOf(first)
  const due = `${sentenceCase(targetOf(first))} fell due ${dueOf(first, clock)}${firstWait}, and ${targetOf(second)} ${dueOf(second, clock)}${waitOf(second)}.`
  return `${due} If ${missedWords[first.measure]} by the first time, or ${missedWords[second.measure]} by the second, you may escalate.`
}

const ofOneLevel = (judged: readonly Judged[], clock: Clock): string => {
  const states = judged.map(stateOf)
  const [first, second] = judged
  if (states.every((state) => state === 'none')) return 'No target is published for this level.'
  if (states.every((state) => state === 'ahead' || state === 'beyond'))
    return 'Neither target has passed yet.'
  return first && second && states.every((state) => state === 'passed')
    ? bothPassed(first, second, clock)
    : judged.map((one) => sayingOf(one, clock)).join(' ')
}

const missedInTime = (judged: readonly Judged[]): string =>
  [...new Set<MeasureOfTarget>(judged.map(({ measure }) => measure))]
    .map((measure) => `${missedWords[measure]} in time`)
    .join(', or ')

const allPassed = (known: number): string => {
  if (known === 1) return 'The one published target has passed'
  return `${known === 2 ? 'Both' : `All ${known}`} published targets have passed`
}

const nonePassed = (known: number): string => {
  if (known === 1) return 'The one published target has not passed yet.'
  return `${known === 2 ? 'Neither' : 'None'} of the ${known} published targets has passed yet.`
}

const ofAll = (judged: readonly Judged[]): string => {
  const known = judged.filter(({ rule }) => rule !== null)
  const passed = known.filter(({ has_passed }) => has_passed)
  const waited = passed.some(({ rule }) => rule?.is_paused) ? `, ${unlessWaited}` : ''
  if (known.length === 0) return 'No target was published for that time.'
  if (passed.length === 0) return nonePassed(known.length)
  if (passed.length === known.length)
    return `${allPassed(known.length)}${waited}. If ${missedInTime(known)}, you may escalate.`
  return `${passed.length} of the ${known.length} published targets ${passed.length === 1 ? 'has' : 'have'} passed${waited}. Which are yours depends on whom it affects.`
}

const furtherOf = (states: readonly State[], isOfAll: boolean): string => {
  const isAhead = states.includes('ahead') || states.includes('beyond')
  // of all levels, the reader's own may be one whose target has not passed
  if (states.includes('passed') && !(isOfAll && isAhead)) return mayAlso
  return isAhead ? mayStill : mayAnyway
}

/** Of one level, or of all where the reader does not know which. */
export const summaryOf = (judged: readonly Judged[], isOfAll: boolean, clock: Clock): Summary => ({
  headline: isOfAll ? ofAll(judged) : ofOneLevel(judged, clock),
  further: furtherOf(judged.map(stateOf), isOfAll),
})
