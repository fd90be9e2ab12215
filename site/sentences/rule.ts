/** What the latest period of a chart breaks, in words. */
import type { Chart, Series } from '../../data/contract.ts'

export type Rule = NonNullable<Chart['rule']>
export type Side = 'up' | 'down'

/** The plural of a period. */
export const periods = { day: 'days', week: 'weeks', month: 'months', term: 'terms', year: 'years' } as const

const words: Record<Rule, (side: Side, one: string, many: string) => string> = {
  beyond_limit: (side) => `${side === 'up' ? 'above' : 'below'} the usual range`,
  shift: (side, _, many) => `seven ${many} in a row ${side === 'up' ? 'above' : 'below'} the usual middle`,
  trend: (side, one, many) =>
    `in each of the last five ${many} ${side === 'up' ? 'higher' : 'lower'} than in the ${one} before`,
  two_of_three: (side, _, many) =>
    `two of the last three ${many} near the ${side === 'up' ? 'upper' : 'lower'} end of the usual range, or beyond`,
}

/** What the latest period breaks, in words: "below the usual range". */
export const ruleInWords = (rule: Rule, side: Side, of: Series['period']): string =>
  words[rule](side, of, periods[of])
