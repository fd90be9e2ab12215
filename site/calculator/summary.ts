/** The one or two sentences that are read aloud: what has passed, and what the reader may do. */
import { sentenceCase } from '../words/number.ts'
import type { Judged } from './judge.ts'
import { measureWords, unlessWaited } from './target-words.ts'

const mayEscalate = 'You may escalate.'
const mayStill =
  'You may still escalate if the problem does real harm to your work, or if you are not satisfied with the help so far.'
const mayAnyway =
  'You may escalate if you are not satisfied with the help you had, or with how long it takes. You may also do so if the problem does real harm to your work.'

/** `perhaps`: passed, if its ticket did not wait while its clock would have stood still. */
type State = 'passed' | 'perhaps' | 'ahead' | 'beyond' | 'none'

const stateOf = ({ rule, due_at, has_passed }: Judged): State => {
  if (rule === null) return 'none'
  if (due_at === null) return 'beyond'
  if (!has_passed) return 'ahead'
  return rule.is_paused ? 'perhaps' : 'passed'
}

const sayings: Readonly<Record<State, (words: string) => string>> = {
  passed: (words) => `the target for ${words} has passed.`,
  perhaps: (words) => `the target for ${words} has passed, ${unlessWaited}.`,
  ahead: (words) => `the target for ${words} has not passed yet.`,
  beyond: (words) => `the target for ${words} has not passed yet.`,
  none: (words) => `no target is published for ${words}.`,
}

const together: Readonly<Record<State, string>> = {
  passed: 'Both targets have passed.',
  perhaps: `Both targets have passed, ${unlessWaited}.`,
  ahead: 'Neither target has passed yet.',
  beyond: 'Neither target has passed yet.',
  none: 'No target is published for this level.',
}

const ofOneLevel = (judged: readonly Judged[]): string => {
  const states = judged.map(stateOf)
  const [first] = states
  if (first !== undefined && states.every((state) => state === first)) return together[first]
  return judged.map((one) => sentenceCase(sayings[stateOf(one)](measureWords[one.measure]))).join(' ')
}

const isPassedState = (state: State | undefined): boolean => state === 'passed' || state === 'perhaps'

const ofAll = (judged: readonly Judged[]): string => {
  const known = judged.map(stateOf).filter((state) => state !== 'none')
  const passed = known.filter(isPassedState).length
  const waited = known.includes('perhaps') ? `, ${unlessWaited}` : ''
  if (known.length === 0) return 'No target was published for that time.'
  if (passed === 0) return `None of the ${known.length} published targets has passed yet.`
  if (passed === known.length) return `All ${known.length} published targets have passed${waited}.`
  return `${passed} of the ${known.length} published targets ${passed === 1 ? 'has' : 'have'} passed${waited}. Which are yours depends on whom it affects.`
}

/** Of one level, or of all where the reader does not know which. */
export const summaryOf = (judged: readonly Judged[], isOfAll: boolean): string => {
  const states = judged.map(stateOf)
  const isAhead = states.includes('ahead') || states.includes('beyond')
  // of all levels, the reader's own may be one whose target has not passed
  const isPassed = states.some(isPassedState) && !(isOfAll && isAhead)
  const door = isPassed ? mayEscalate : isAhead ? mayStill : mayAnyway
  return `${isOfAll ? ofAll(judged) : ofOneLevel(judged)} ${door}`
}
