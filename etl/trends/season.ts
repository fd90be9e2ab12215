import type { Direction } from './episodes.ts'
import { compareRates } from './rates.ts'
import { countIn, type LastYear, type Totals, type Window } from './windows.ts'

/** Whether what is called was so last year; `p`: of the test that decided, null where last year tells nothing. */
export interface Season {
  readonly isUsual: boolean
  readonly p: number | null
}

const levels = { whole: 0.05, part: 0.1 }

/**
 * Holds a count of the last 28 days, out of so many tickets in all, against last year, by the test that called it. Eight
 * weeks thin a season of a few; so it must stand out from each 28 days of them as well, at a level that allows for the
 * most extreme of five.
 */
export function seasonOf(
  { count, exposure, direction }: { count: number; exposure: number; direction: Direction },
  lastYear: LastYear | null,
  totals: Totals,
  all: Totals,
): Season {
  const against = (window: Window): number | null => {
    const then = { count: countIn(totals, window), exposure: countIn(all, window) }
    const compared = compareRates(then, { count, exposure })
    return compared && (direction === 'up' ? compared.higher : compared.lower)
  }
  const whole = lastYear && against(lastYear.whole)
  if (lastYear === null || whole === null) return { isUsual: false, p: null }
  if (whole >= levels.whole) return { isUsual: true, p: whole }
  const part = Math.max(...lastYear.parts.map((window) => against(window) ?? 0))
  return part >= levels.part ? { isUsual: true, p: part } : { isUsual: false, p: whole }
}
