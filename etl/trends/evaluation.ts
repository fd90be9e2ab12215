import type { Direction } from './episodes.ts'
import { type Compared, compareRates, discoveries } from './rates.ts'
import { seasonOf } from './season.ts'
import { countIn, type Totals, type Windows } from './windows.ts'

export type State = 'too_few' | 'usual' | 'usual_for_season' | 'unusual' | 'sustained'

/**
 * A subject at an end. `c1`, `c0`: its tickets in the last 28 days and in the 84 before; `e1`, `e0`: all
 * tickets then; `ratio`: of the two shares. `p`: exact and one-sided, of the direction, else the smaller one;
 * `p_last_year`: the same against last year. Null: not known, or not asked.
 */
export interface Evaluation {
  readonly key: string
  readonly state: State
  readonly direction: Direction | null
  readonly c1: number
  readonly c0: number
  readonly e1: number
  readonly e0: number
  readonly ratio: number | null
  readonly p: number | null
  readonly p_last_year: number | null
}

/**
 * How p-values enter Benjamini and Hochberg's procedure. Those of rising are divided by `risingWeight`, between 0 and 2,
 * those of falling by what it leaves of 2 (Genovese, Roeder and Wasserman 2006). `isMidP`: of the chance of as many or
 * more, that of as many counts half (Lancaster 1961).
 */
export interface Rule {
  readonly risingWeight: number
  readonly isMidP: boolean
}

export interface Totalled {
  readonly key: string
  readonly totals: Totals
}

/** A subject without its verdict: `compared` is null where there are too few to tell. */
interface Tested extends Totalled {
  readonly c1: number
  readonly c0: number
  readonly compared: Compared | null
}

const falseShare = 0.05
const least = { tested: 10, rising: 5, falling: 15 }

function testsOf(subjects: readonly Totalled[], windows: Windows, e1: number, e0: number): Tested[] {
  return subjects.map(({ key, totals }) => {
    const [c1, c0] = [countIn(totals, windows.recent), countIn(totals, windows.before)]
    const isTested = windows.isTold && c0 + c1 >= least.tested
    const compared = isTested ? compareRates({ count: c0, exposure: e0 }, { count: c1, exposure: e1 }) : null
    return { key, totals, c1, c0, compared }
  })
}

/** The chance of as many is what both sides have in common. */
const midP = (side: number, other: number): number => (side + 1 - other) / 2

function entriesOf({ risingWeight, isMidP }: Rule, { higher, lower }: Compared): [number, number] {
  const [rising, falling] = isMidP ? [midP(higher, lower), midP(lower, higher)] : [higher, lower]
  return [rising / risingWeight, falling / (2 - risingWeight)]
}

/** The directions of the tests that may be called. */
function directionsOf(tests: readonly Tested[], rule: Rule): Map<Tested, Direction> {
  const compared = tests.filter((test) => test.compared !== null)
  const entries = compared.flatMap((test) => entriesOf(rule, test.compared as Compared))
  const flags = discoveries(entries, falseShare)
  const directions = new Map<Tested, Direction>()
  compared.forEach((test, place) => {
    if (flags[2 * place] && test.c1 >= least.rising) directions.set(test, 'up')
    if (flags[2 * place + 1] && test.c0 >= least.falling) directions.set(test, 'down')
  })
  return directions
}

/**
 * Every subject at an end, in their order. Nothing is `sustained` yet, which takes an earlier look.
 * Of the p-values of all of them, both ways, Benjamini and Hochberg's procedure lets 5 % of those called be false.
 */
export function evaluate(
  subjects: readonly Totalled[],
  all: Totals,
  windows: Windows,
  rule: Rule,
): Evaluation[] {
  const [e1, e0] = [countIn(all, windows.recent), countIn(all, windows.before)]
  const tests = testsOf(subjects, windows, e1, e0)
  const directions = directionsOf(tests, rule)
  return tests.map((test) => {
    const { key, totals, c1, c0, compared } = test
    const counts = { key, c1, c0, e1, e0, ratio: compared && c0 > 0 ? c1 / e1 / (c0 / e0) : null }
    const direction = directions.get(test) ?? null
    if (compared === null) return { ...counts, state: 'too_few', direction, p: null, p_last_year: null }
    const { higher, lower } = compared
    const p = direction === 'up' ? higher : direction === 'down' ? lower : Math.min(higher, lower)
    if (direction === null) return { ...counts, state: 'usual', direction, p, p_last_year: null }
    const season = seasonOf({ count: c1, exposure: e1, direction }, windows.lastYear, totals, all)
    const state = season.isUsual ? 'usual_for_season' : 'unusual'
    return { ...counts, state, direction, p, p_last_year: season.p }
  })
}
