import type { Period } from '../../../etl/trends/chart.ts'
import { atMost } from '../../../etl/trends/rates.ts'
import type { Random } from './random.ts'

/** Draws one value after another that have nothing to do with each other: a series in which nothing happens. */
export type Draw = (random: Random) => number

/** A standard normal number (Box and Muller 1958). */
export const normal: Draw = (random) =>
  Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())

/** The share of so many items that were each kept with some chance, by the inverse of the binomial distribution. */
export function shareOf(items: number, chance: number): Draw {
  const upTo = Array.from({ length: items + 1 }, (_, kept) => atMost(kept, items, chance))
  return (random) => {
    const drawn = random.next()
    const kept = upTo.findIndex((sum) => drawn < sum)
    return (kept < 0 ? items : kept) / items
  }
}

const first = Temporal.PlainDate.from('2020-01-01')
const months = Array.from({ length: 60 }, (_, place) => ({
  from: first.add({ months: place }).toString(),
  to: first
    .add({ months: place + 1 })
    .subtract({ days: 1 })
    .toString(),
  is_complete: true,
}))

/** So many complete months, up to 60. */
export const steadySeries = (count: number, draw: Draw, random: Random): Period[] =>
  months.slice(0, count).map((month) => ({ ...month, value: draw(random) }))
