import type { RoughShare } from '../../../data/contract.ts'
import { leastOf, roughCount } from './rounding.ts'

/** So many of so many; of time both may be broken numbers. */
export interface Part {
  readonly hits: number
  readonly n: number
}

/** A share is told of so many times the base, rounded: HESA's 22.5 items of base 5. */
const leastTimes = 5
/** From so many times the base on a tenth is as many as the threshold; below, only two tenths are. */
const tenthsFrom = 10

/** The nearest step, and at the ends, where 0 or 10 of 10 would say too much, that it is less or more than the last. */
function nearest(share: number, step: 1 | 2): RoughShare {
  const tenths = step * Math.round((10 * share) / step)
  if (tenths <= 0) return { is: 'fewer_than', tenths: step }
  if (tenths >= 10) return { is: 'more_than', tenths: 10 - step }
  return { is: step === 1 ? 'about' : 'between', tenths }
}

/**
 * A share as everybody may see it: the nearest tenth, or a tenth more and less than the nearest even one where a tenth of the
 * items is fewer than the base. Where those who did (or did not) are fewer than the base it is a bound, which holds for any number
 * of them from none on and of any count that is rounded alike; so neither they nor the count can be worked out from it.
 * Null where it rests on too few.
 */
export function roughShareOf({ hits, n }: Part, base: number): RoughShare | null {
  const rounded = roughCount(n, base)
  if (rounded === null || rounded < leastTimes * base) return null
  const most = (10 * (base - 1)) / leastOf(rounded, base)
  if (hits <= base - 1) return { is: 'fewer_than', tenths: Math.floor(most) + 1 }
  if (n - hits <= base - 1) return { is: 'more_than', tenths: 9 - Math.floor(most) }
  return nearest(hits / n, rounded < tenthsFrom * base ? 2 : 1)
}
