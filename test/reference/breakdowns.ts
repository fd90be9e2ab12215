import type { Facts } from './facts.ts'
import { cameTo, grouped, type ItemKind, knownUntilOf, recentShares, recentTimes } from './figures.ts'
import { type Counted, counted, type Share } from './observations.ts'
import { isRecent } from './periods.ts'
import { quantile } from './statistics.ts'
import { waitingOf } from './times.ts'
import type { World } from './world.ts'

/** By what the figures are broken down here; the items of none stand under no word. */
export const dimensions = ['team', 'service', 'priority'] as const
type Dimension = (typeof dimensions)[number]

export interface Cell {
  readonly measure: string
  readonly kind: ItemKind
  readonly dimension: Dimension
  readonly key: string
  readonly column: string
  readonly value: number | null
}

type Whose = Pick<Cell, 'measure' | 'kind' | 'dimension' | 'key'>

const whose = (measure: string, item: Counted, dimension: Dimension): Whose => ({
  measure,
  kind: item.kind,
  dimension,
  key: item[dimension] ?? '',
})

const inCells = <T extends { item: Counted; measure: string; id: string }>(all: readonly T[], dimension: Dimension) =>
  [...grouped(all, ({ measure, id, item }) => [measure, id, item.kind, item[dimension] ?? ''].join('\n')).values()] // biome-ignore format: a line

function sharesBy(facts: Facts, shares: readonly Share[], dimension: Dimension): Cell[] {
  return inCells(recentShares(facts, shares), dimension).flatMap((some): Cell[] => {
    const [first] = some
    if (!first) return []
    return [{ ...whose(first.measure, first.item, dimension), column: first.id, value: cameTo(some).value }]
  })
}

function waitingBy(facts: Facts, dimension: Dimension): Cell[] {
  return inCells(waitingOf(facts), dimension).flatMap((some): Cell[] => {
    const [first] = some
    if (!first) return []
    return [{ ...whose(first.measure, first.item, dimension), column: `${first.id}_now`, value: some.length }]
  })
}

/** Medians of five items or more that were reached. */
function mediansBy(world: World, facts: Facts, dimension: Dimension): Cell[] {
  return (['elapsed', 'business'] as const).flatMap((clock) =>
    inCells(recentTimes(world, facts).filter((one) => one.clock === clock), dimension).flatMap((some): Cell[] => {
      const [first] = some
      const median = quantile(some.map(({ waited }) => waited), 0.5)
      if (!first || !median) return []
      const column = `${first.id === 'done' ? '' : `${first.id}_`}median${clock === 'business' ? '_business' : ''}`
      const isTold = median.n >= 5 && !median.isAtLeast
      return [{ ...whose(first.measure, first.item, dimension), column, value: isTold ? median.value : null }]
    }),
  ) // biome-ignore format: a list
}

type Size = Omit<Whose, 'measure'> & { readonly size: number }

/** How many items came in the last 365 days, by kind, dimension and key. */
export function sizesBy(facts: Facts): Size[] {
  const recent = counted(facts).filter((item) => isRecent(item.receivedDay, knownUntilOf(facts, item.kind)))
  return dimensions.flatMap((dimension) =>
    [...grouped(recent, (item) => `${item.kind} ${item[dimension] ?? ''}`).values()].flatMap(([first, ...more]): Size[] =>
      first ? [{ kind: first.kind, dimension, key: first[dimension] ?? '', size: 1 + more.length }] : [],
    ),
  ) // biome-ignore format: a list
}

/** Everything that is broken down. */
export const cellsOf = (world: World, facts: Facts, shares: readonly Share[]): Cell[] =>
  dimensions.flatMap((dimension) => [
    ...sharesBy(facts, shares, dimension),
    ...waitingBy(facts, dimension),
    ...mediansBy(world, facts, dimension),
  ])
