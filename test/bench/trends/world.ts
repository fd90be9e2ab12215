import type { Subject } from '../../../etl/trends/calls.ts'
import type { Random } from './random.ts'

/** Groups of tickets that have nothing to do with each other, and other tickets about as many as all of theirs. */
export interface World {
  readonly subjects: readonly Subject[]
  readonly all: Int32Array
}

export interface Shape {
  readonly groups: number
  readonly weeks: number
  /** Tickets a week of the smallest and of the largest group; the others lie between, uniform in their logarithm. */
  readonly rates: readonly [number, number]
  /** One and a half times as many in term, half in vacations, of every group. */
  readonly hasTerms: boolean
  /** Every third group has four times as many in five weeks of its own, so many weeks later in the second year. */
  readonly ownSeasonMoves: number | null
}

/** Shares of the usual rate, by the week of the data. */
type Season = (week: number) => number

const isTerm = (week: number): boolean => week < 12 || (week >= 17 && week < 29) || (week >= 33 && week < 37)

function commonSeason(random: Random, hasTerms: boolean): Season {
  const begins = random.below(52)
  return (week) => (hasTerms ? (isTerm((begins + week) % 52) ? 1.5 : 0.5) : 1)
}

function ownSeason(random: Random, moves: number | null): Season {
  const begins = random.below(52)
  return (week) => {
    const moved = week < 52 || moves === null ? begins : begins + moves
    return moves !== null && (week - moved + 104) % 52 < 5 ? 4 : 1
  }
}

/** Tickets on each day, each week's at its own rate. */
export const ticketsOf = (random: Random, weeks: number, rate: (week: number) => number): Int32Array =>
  Int32Array.from({ length: 7 * weeks }, (_, day) => random.poisson(rate(Math.floor(day / 7)) / 7))

/** A world, and the season that all of it has in common. */
export function worldOf(
  random: Random,
  { groups, weeks, rates: [low, high], hasTerms, ownSeasonMoves }: Shape,
): World & { readonly season: Season } {
  const season = commonSeason(random, hasTerms)
  const rates = Array.from({ length: groups }, () => random.logUniform(low, high))
  const subjects = rates.map((rate, place) => {
    const own = ownSeason(random, place % 3 === 0 ? ownSeasonMoves : null)
    return {
      key: `group ${place}`,
      counts: ticketsOf(random, weeks, (week) => rate * season(week) * own(week)),
    }
  })
  const others = rates.reduce((sum, rate) => sum + rate, 0)
  const all = ticketsOf(random, weeks, (week) => others * season(week))
  for (const { counts } of subjects)
    counts.forEach((count, day) => {
      all[day] = (all[day] as number) + count
    })
  return { subjects, all, season }
}
