/**
 * XmR charts: individual values and moving ranges, by the rules of NHS England's "Making Data Count".
 * Limits = mean ± 2.66 × mean moving range (Wheeler and Chambers 1992).
 */

/** What a point breaks; a side is that of the mean (or the direction of a trend). */
export const rules = ['beyond_limit', 'shift', 'trend', 'two_of_three'] as const
export type Rule = (typeof rules)[number]
export type Side = 'up' | 'down'

/** In the unit of the values. */
export interface Limits {
  readonly mean: number
  readonly lower: number
  readonly upper: number
  /** Two thirds of the way from the mean to the limits: about two standard deviations. */
  readonly lower_two_sigma: number
  readonly upper_two_sigma: number
}

export interface Signal {
  readonly rule: Rule
  readonly side: Side
}

const toLimit = 2.66
const shiftRun = 7
const trendRun = 6

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** The limits of values in the order of time; all at the mean where there are fewer than two. Error: none at all. */
export function limitsOf(values: readonly number[]): Limits {
  if (values.length === 0) throw new RangeError('limits of no values')
  const mean = meanOf(values)
  const moves = values.slice(1).map((value, index) => Math.abs(value - (values[index] as number)))
  const reach = moves.length > 0 ? toLimit * meanOf(moves) : 0
  return {
    mean,
    lower: mean - reach,
    upper: mean + reach,
    lower_two_sigma: mean - (2 / 3) * reach,
    upper_two_sigma: mean + (2 / 3) * reach,
  }
}

/** Marks all of each window of `size` neighbours that are alike, where `isMarked` leaves none out. */
function windows(
  count: number,
  size: number,
  isSignal: (from: number) => boolean,
  mark: (index: number) => void,
): void {
  for (let from = 0; from + size <= count; from += 1)
    if (isSignal(from)) for (let index = from; index < from + size; index += 1) mark(index)
}

/** What each point breaks, in the order of the points; rules in theirs, up before down. */
export function signalsOf(values: readonly number[], limits: Limits): Signal[][] {
  const found = values.map(() => new Set<string>())
  for (const side of ['up', 'down'] as const) {
    const sign = side === 'up' ? 1 : -1
    const above = values.map((value) => sign * (value - limits.mean))
    const [limit, twoSigma] = [limits.upper - limits.mean, limits.upper_two_sigma - limits.mean]
    const at = (index: number): number => above[index] as number
    const all = (from: number, size: number, holds: (index: number) => boolean): boolean =>
      Array.from({ length: size }, (_, place) => from + place).every(holds)
    const marking =
      (rule: Rule, isMarked = (_: number) => true) =>
      (index: number): void => {
        if (isMarked(index)) found[index]?.add(`${rule} ${side}`)
      }
    const isFar = (index: number): boolean => at(index) > twoSigma
    windows(values.length, 1, (from) => at(from) > limit, marking('beyond_limit'))
    windows(
      values.length,
      shiftRun,
      (from) => all(from, shiftRun, (index) => at(index) > 0),
      marking('shift'),
    )
    windows(
      values.length,
      trendRun,
      (from) => all(from + 1, trendRun - 1, (index) => at(index) > at(index - 1)),
      marking('trend'),
    )
    windows(
      values.length,
      3,
      (from) => [0, 1, 2].filter((place) => isFar(from + place)).length >= 2,
      marking('two_of_three', isFar),
    )
  }
  return found.map((names) =>
    rules.flatMap((rule) =>
      (['up', 'down'] as const)
        .filter((side) => names.has(`${rule} ${side}`))
        .map((side) => ({ rule, side })),
    ),
  )
}
