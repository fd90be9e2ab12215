import { randomOf } from './random.ts'
import type { Rate } from './single-chart.ts'
import { rateOfNights, seenBy, type Tally, type Watch, watches } from './watch.ts'
import { type Shape, worldOf } from './world.ts'

/** Nights on which anything is called, in worlds in which nothing happens. */
export interface NullRow {
  readonly world: string
  readonly watch: string
  readonly nights: string
  readonly rate: Rate
}

const steady: Shape = { groups: 60, weeks: 104, rates: [0.3, 12], hasTerms: true, ownSeasonMoves: null }
const worlds: readonly (readonly [string, Shape])[] = [
  ['a season common to all', steady],
  ['ten times as many tickets', { ...steady, rates: [3, 120] }],
  ['a third with strong seasons of their own', { ...steady, ownSeasonMoves: 0 }],
  ['the same, two weeks later in the second year', { ...steady, ownSeasonMoves: 2 }],
]

interface Night {
  readonly end: number
  readonly hasLastYear: boolean
}
const spans: readonly (readonly [string, (night: Night) => boolean])[] = [
  ['all', () => true],
  ['last 52 weeks', ({ end }) => end > 7 * 52],
  ['last year known', ({ hasLastYear }) => hasLastYear],
  ['last year not known', ({ hasLastYear }) => !hasLastYear],
]

/** From the first night that has 112 days behind it. */
const first = 7 * 15

/** By the names of the spans: nights on which anything is called, of all nights. */
function tallyOf(watch: Watch, shape: Shape, seed: number): Tally[] {
  const seen = [...seenBy(watch, worldOf(randomOf(seed), shape), first, 7 * shape.weeks)]
  return spans.map(([, isOf]) => {
    const nights = seen.filter(isOf)
    return { times: nights.filter(({ called }) => called.size > 0).length, of: nights.length }
  })
}

/** So many worlds of each sort, looked at in each way. */
export const nullRows = (count: number, isWanted = (_world: string, _watch: Watch) => true): NullRow[] =>
  worlds.flatMap(([world, shape]) =>
    watches
      .filter((watch) => isWanted(world, watch))
      .flatMap((watch) => {
        const tallies = Array.from({ length: count }, (_, seed) => tallyOf(watch, shape, seed))
        return spans.map(([nights], place) => {
          const rate = rateOfNights(tallies.map((tally) => tally[place] as Tally))
          return { world, watch: watch.name, nights, rate }
        })
      }),
  )
