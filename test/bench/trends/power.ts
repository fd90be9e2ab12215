import { type Random, randomOf } from './random.ts'
import { type Rate, rateOf } from './single-chart.ts'
import { seenBy, type Watch, watches } from './watch.ts'
import { ticketsOf, type World, worldOf } from './world.ts'

/** Worlds in which a group that has changed is called so within some weeks. */
export interface PowerRow {
  readonly world: string
  readonly watch: string
  readonly change: Change
  readonly isLastYearKnown: boolean
  readonly rate: Rate
}

/** Tickets a week before and after. */
export interface Change {
  readonly from: number
  readonly to: number
  readonly withinWeeks: number
}

const changes: readonly Change[] = [
  { from: 6, to: 12, withinWeeks: 6 },
  { from: 6, to: 15, withinWeeks: 4 },
  { from: 1, to: 10, withinWeeks: 3 },
  { from: 12, to: 6, withinWeeks: 6 },
]

/** The week of the change: with a year behind it, and before there is one. */
const weeksOfChange = [70, 30] as const
const weeks = 80
const worlds = [
  { world: 'steady', hasTerms: false },
  { world: 'a season common to all', hasTerms: true },
] as const

interface Case {
  readonly watch: Watch
  readonly change: Change
  readonly week: number
}
const cases: readonly Case[] = weeksOfChange.flatMap((week) =>
  changes.flatMap((change) => watches.map((watch) => ({ watch, change, week }))),
)

const key = 'changed'
type Background = ReturnType<typeof worldOf>

function withChange(random: Random, background: Background, change: Change, week: number): World {
  const rate = (at: number): number => background.season(at) * (at < week ? change.from : change.to)
  const counts = ticketsOf(random, weeks, rate)
  return {
    subjects: [...background.subjects, { key, counts }],
    all: background.all.map((count, day) => count + (counts[day] as number)),
  }
}

function isCalled({ watch, change, week }: Case, background: Background, seed: number): boolean {
  const world = withChange(randomOf(seed), background, change, week)
  const direction = change.to > change.from ? 'up' : 'down'
  for (const { called } of seenBy(watch, world, 7 * week, 7 * (week + change.withinWeeks)))
    if (called.get(key) === direction) return true
  return false
}

/** So many worlds of 60 groups, one of which changes at the beginning of a week, looked at in each way. */
export const powerRows = (count: number, isWanted = (_world: string, _watch: Watch) => true): PowerRow[] =>
  worlds.flatMap(({ world, hasTerms }) => {
    const wanted = cases.filter(({ watch }) => isWanted(world, watch))
    const times = wanted.map(() => 0)
    for (let seed = 0; seed < count && wanted.length > 0; seed += 1) {
      const shape = { groups: 59, weeks, rates: [0.3, 12] as const, hasTerms, ownSeasonMoves: null }
      const background = worldOf(randomOf(1_000_000 + seed), shape)
      wanted.forEach((one, place) => {
        times[place] = (times[place] as number) + Number(isCalled(one, background, 2_000_000 + seed))
      })
    }
    return wanted.map(({ watch, change, week }, place) => ({
      world,
      watch: watch.name,
      change,
      isLastYearKnown: week === 70,
      rate: rateOf(times[place] as number, count),
    }))
  })
