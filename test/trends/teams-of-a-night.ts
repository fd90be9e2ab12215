import type { Group } from '../../etl/trends/funnel.ts'
import { normal } from '../bench/trends/normal.ts'
import type { Random } from '../bench/trends/random.ts'

export const times = <T>(count: number, make: (place: number) => T): T[] =>
  Array.from({ length: count }, (_, place) => make(place))

/** So many items of which each is so with some chance. */
export const drawn = (random: Random, share: number, n: number): Group => ({
  n,
  hits: times(n, () => random.next()).filter((one) => one < share).length,
})

/** A team of 30 to 600 items, whose own share lies beside the common one by a normal angle of this standard deviation. */
export function teamOf(random: Random, share: number, spread: number): Group {
  const angle = Math.asin(Math.sqrt(share)) + spread * normal(random)
  const own = Math.sin(Math.min(Math.PI / 2, Math.max(0, angle))) ** 2
  return drawn(random, own, Math.round(random.logUniform(30, 600)))
}

/** How long an item lasts is log-normal; with some chance, of long ones half that, it is so for a part of that time. */
function stretchOf(random: Random, share: number): { hit: number; weight: number } {
  const weight = Math.exp(1.2 * normal(random))
  const chance = weight > 3 ? share / 2 : share
  return { weight, hit: random.next() < chance ? weight * random.next() ** 0.3 : 0 }
}

/** A share of the time of 60 to 600 items, of as many items of equal weight as would tell as much (Kish 1965). */
export function timesOf(random: Random, share: number): Group {
  const items = times(Math.round(random.logUniform(60, 600)), () => stretchOf(random, share))
  const sum = (of: (item: (typeof items)[number]) => number) =>
    items.reduce((so_far, item) => so_far + of(item), 0)
  const weight = sum((item) => item.weight)
  const n = weight ** 2 / sum((item) => item.weight ** 2)
  return { hits: (sum(({ hit }) => hit) / weight) * n, n }
}
