/** Targets in words. */
import type { Target } from '../../data/contract.ts'
import type { MeasureOfTarget } from './levels.ts'
import { lasting } from './moment.ts'
import type { Rule } from './spec.ts'

/** What a target is a target for. */
export const measureNames: Readonly<Record<MeasureOfTarget, string>> = {
  response: 'First answer',
  resolution: 'Solved',
}
/** The same within a sentence, after "The target for". */
export const measureWords: Readonly<Record<MeasureOfTarget, string>> = {
  response: 'a first answer',
  resolution: 'solving it',
}

const isOneDay = ({ kind, amount }: Pick<Rule, 'kind' | 'amount'>): boolean =>
  kind === 'business_days' && amount === 1

/** What is so of a ticket that missed its target, after "If". */
export const missedWords: Readonly<Record<MeasureOfTarget, string>> = {
  response: 'you had no answer',
  resolution: 'it was not solved',
}

/** By which clock a target is counted. */
export const clockWords = (rule: Pick<Rule, 'kind' | 'amount'>): string => {
  if (rule.kind === 'elapsed') return 'every hour counts'
  return rule.kind === 'business' ? 'only working hours count' : 'only working days count'
}

/** How the end of a target is found, for those that count working days; null for others. */
export const dayRule = (rule: Pick<Rule, 'kind' | 'amount'>): string | null => {
  if (rule.kind !== 'business_days') return null
  const which = isOneDay(rule) ? 'the next working day' : `working day number ${rule.amount} after it`
  return `It ends at the same time of day on ${which}, or when that day closes, if this is sooner.`
}

/** What is said where a target stands still while its ticket waits. */
export const pauseWords =
  'Time in which your ticket waits, for a reply from you for instance, does not count. It is not known here, so the target may fall later.'

/** The same, after "has passed". */
export const unlessWaited = 'unless your ticket waited'

/** "A team or department (P2)", "Level P2" */
export const levelName = ({ level, affects }: { level: string; affects: string | null }): string =>
  affects === null ? `Level ${level}` : `${affects} (${level})`

type Origin = Pick<Target, 'from' | 'to' | 'source'>

/** The same of several targets: "These targets apply from 1 Sep 2025. Source: service level targets page." */
export const originSentences = ({ from, to, source }: Origin): string => {
  const when = lasting(from, to)
  return [when === '' ? '' : `These targets apply ${when}.`, source ? `Source: ${source}.` : '']
    .filter((part) => part !== '')
    .join(' ')
}

/** Since when a target stands, and by which source: "from 1 Sep 2025, service level targets page"; empty where neither is known. */
export const originOf = ({ from, to, source }: Origin): string =>
  [lasting(from, to), source ?? ''].filter((part) => part !== '').join(', ')
