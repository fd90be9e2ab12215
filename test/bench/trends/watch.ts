import { type History, type Look, looksOf, weighted } from '../../../etl/trends/calls.ts'
import type { Rule } from '../../../etl/trends/evaluation.ts'
import { type Rate, rateOf } from './single-chart.ts'
import type { World } from './world.ts'

/** How a world is looked at: every so many days, by some rule. */
export interface Watch {
  readonly name: string
  readonly days: number
  readonly rule: Rule
}

/** Both directions alike, by exact p-values. */
export const plain: Rule = { risingWeight: 1, isMidP: false }

export const watches: readonly Watch[] = [
  { name: 'every night, rising first', days: 1, rule: weighted },
  { name: 'every night, plain', days: 1, rule: plain },
  { name: 'every week, rising first', days: 7, rule: weighted },
  { name: 'every week, plain', days: 7, rule: plain },
]

/** What is seen from the day `from` to the day `to`, both ends of weeks. Years are 52 weeks in these worlds. */
export function seenBy(
  { days, rule }: Watch,
  { subjects, all }: World,
  from: number,
  to: number,
): Iterable<Look> {
  const ends = Array.from({ length: (to - from) / days }, (_, place) => from + days * (place + 1))
  const history: History = { subjects, all, ends, yearBefore: (day) => day - 364 }
  return looksOf(history, rule)
}

export interface Tally {
  readonly times: number
  readonly of: number
}

/**
 * The share of nights of several worlds. Nights of one world are alike, so Wilson's interval is that of as many
 * independent nights as would vary so much.
 */
export function rateOfNights(worlds: readonly Tally[]): Rate {
  const times = worlds.reduce((sum, world) => sum + world.times, 0)
  const of = worlds.reduce((sum, world) => sum + world.of, 0)
  const share = times / of
  const variance = worlds.reduce((sum, world) => sum + (world.times - share * world.of) ** 2, 0) / of ** 2
  const alike = variance > 0 ? Math.min(of, (share * (1 - share)) / variance) : worlds.length
  return { ...rateOf(share * alike, alike), times, of }
}
