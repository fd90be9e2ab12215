/** What a period of a chart breaks, in words that hold of every period that it marks. */
import type { Chart, Series } from '../../data/contract.ts'

export type Rule = NonNullable<Chart['rule']>
export type Side = 'up' | 'down'

/** The plural of a period. */
export const periods = { day: 'days', week: 'weeks', month: 'months', term: 'terms', year: 'years' } as const

const words: Record<Rule, (side: Side, many: string) => string> = {
  beyond_limit: (side) => `${side === 'up' ? 'above' : 'below'} the usual range`,
  shift: (side, many) =>
    `seven or more ${many} in a row ${side === 'up' ? 'above' : 'below'} the usual middle`,
  trend: (side, many) => `six or more ${many} in a row, each ${side === 'up' ? 'higher' : 'lower'}`,
  two_of_three: (side, many) =>
    `two of three ${many} near the ${side === 'up' ? 'upper' : 'lower'} end of the usual range, or beyond`,
}

/** "below the usual range", "six or more weeks in a row, each lower" */
export const ruleInWords = (rule: Rule, side: Side, of: Series['period']): string =>
  words[rule](side, periods[of])
