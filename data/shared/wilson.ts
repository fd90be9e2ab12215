/** The ends of an interval of a share. */
export interface Range {
  readonly low: number
  readonly high: number
}

/** So many standard deviations are 95 % of a normal distribution. */
export const of95 = 1.959963984540054

/**
 * Wilson's interval (1927) of `share` of `worth` items, so many standard deviations wide to either side, where it may or
 * may not be so of `unknown` more. There is none of no items.
 */
export function wilson(share: number, worth: number, unknown = 0, deviations = of95): Range | null {
  const most = worth + unknown
  if (most <= 0) return null
  const square = deviations ** 2
  const end = (hits: number, side: 1 | -1): number => {
    const spread = deviations * Math.sqrt(hits * (1 - hits / most) + square / 4)
    return Math.min(1, Math.max(0, (hits + square / 2 + side * spread) / (most + square)))
  }
  return { low: end(share * worth, -1), high: end(share * worth + unknown, 1) }
}
