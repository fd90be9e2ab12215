import { type Limits, limitsOf, type Rule, type Signal, signalsOf } from './xmr.ts'

/** Below so many points limits are provisional and nothing is said. */
export const leastTold = 13

/** Which direction is better. */
export type Good = 'high' | 'low' | 'neutral'

/** What the values of a chart are held against. */
export interface Standard {
  readonly good: Good
  /** At least so much, or where low is good at most; null where nobody set any. */
  readonly aim: number | null
}

export interface Verdict {
  readonly variation: 'improving' | 'concerning' | 'usual' | 'changed_up' | 'changed_down' | 'not_yet'
  /** The rule that makes the variation so; null where there is none. */
  readonly rule: Rule | null
  /** Null without an aim, and where neither direction is better. */
  readonly assurance: 'reliably_met' | 'reliably_missed' | 'hit_or_miss' | 'not_yet' | null
  /** Why it is said to have slipped; null where it has not. */
  readonly slipped: 'beyond_limit' | 'two_running' | null
}

const bad = { high: 'down', low: 'up', neutral: null } as const

/** What rounding alone may put between equal values. */
const dust = ({ mean, upper }: Limits): number => 1e-12 * Math.max(Math.abs(mean), upper - mean)

export interface Judged {
  readonly values: readonly number[]
  readonly limits: Limits | null
  readonly signals: readonly Signal[][]
}

export function judge(values: readonly number[]): Judged {
  const limits = values.length < 2 ? null : limitsOf(values)
  if (limits === null || values.length < leastTold) return { values, limits, signals: values.map(() => []) }
  const isMean = (value: number): boolean => Math.abs(value - limits.mean) <= dust(limits)
  const settled = values.map((value) => (isMean(value) ? limits.mean : value))
  return { values, limits, signals: signalsOf(settled, limits) }
}

function variationOf(signals: readonly Signal[], good: Good): Pick<Verdict, 'variation' | 'rule'> {
  const said = signals.find(({ side }) => side === bad[good]) ?? signals[0]
  if (said === undefined) return { variation: 'usual', rule: null }
  if (good === 'neutral') return { variation: `changed_${said.side}`, rule: said.rule }
  return { variation: said.side === bad[good] ? 'concerning' : 'improving', rule: said.rule }
}

function assuranceOf(limits: Limits | null, { good, aim }: Standard): Verdict['assurance'] {
  if (aim === null || good === 'neutral') return null
  if (limits === null) return 'not_yet'
  const { lower, upper } = limits
  const [worst, best] = good === 'high' ? [lower - aim, upper - aim] : [aim - upper, aim - lower]
  if (worst >= -dust(limits)) return 'reliably_met'
  return best < -dust(limits) ? 'reliably_missed' : 'hit_or_miss'
}

function slipOf({ values, signals }: Judged, good: Good): Verdict['slipped'] {
  const badOf = (some: Judged['signals']): Signal[] =>
    (some.at(-1) ?? []).filter(({ side }) => side === bad[good])
  const found = badOf(signals)
  if (found.some(({ rule }) => rule === 'beyond_limit')) return 'beyond_limit'
  // a run marks its earlier points only afterwards: what counts is what was said of them at the time
  const isTwice = found.length > 0 && badOf(judge(values.slice(0, -1)).signals).length > 0
  return isTwice ? 'two_running' : null
}

export function verdictOf(judged: Judged, standard: Standard): Verdict {
  if (judged.values.length < leastTold)
    return { variation: 'not_yet', rule: null, assurance: assuranceOf(null, standard), slipped: null }
  return {
    ...variationOf(judged.signals.at(-1) ?? [], standard.good),
    assurance: assuranceOf(judged.limits, standard),
    slipped: slipOf(judged, standard.good),
  }
}
