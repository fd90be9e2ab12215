import type { Facts } from './facts.ts'
import {
  cameTo,
  grouped,
  hasMajorChildren,
  type ItemKind,
  knownUntilOf,
  recentShares,
  recentTimes,
  waitedBy,
} from './figures.ts'
import { type Counted, counted, type Said, type Share } from './observations.ts'
import { isRecent } from './periods.ts'
import { quantile } from './statistics.ts'
import { waitingOf } from './times.ts'
import type { World } from './world.ts'

/** By what the figures are broken down here; the items of none stand under no word. */
export const dimensions = ['team', 'service', 'priority', 'major_incident'] as const
type Dimension = (typeof dimensions)[number]

export interface Cell {
  readonly measure: string
  readonly kind: ItemKind
  readonly dimension: Dimension
  readonly key: string
  readonly column: string
  readonly value: number | null
  /** Of how many. */
  readonly n: number
}

/** Of fewer there is neither a share nor a median. */
const few = 5

type Whose = Pick<Cell, 'measure' | 'kind' | 'dimension' | 'key'>

/** What an item stands under; null where none of its kind is told apart so. */
function keyOf(facts: Facts, item: Counted, dimension: Dimension): string | null {
  if (dimension === 'team' && facts.smallTeams.has(item.team ?? '')) return 'Small teams'
  if (dimension !== 'major_incident') return item[dimension] ?? ''
  if (!hasMajorChildren(facts, item.kind)) return null
  return item.isMajorChild ? 'part of one' : 'apart'
}

type Keyed<T> = T & { readonly key: string }

function keyed<T extends { readonly item: Counted }>(
  facts: Facts,
  all: readonly T[],
  dimension: Dimension,
): Keyed<T>[] {
  return all.flatMap((one) => {
    const key = keyOf(facts, one.item, dimension)
    return key === null ? [] : [{ ...one, key }]
  })
}

const inCells = <T extends Said>(facts: Facts, all: readonly T[], dimension: Dimension): Keyed<T>[][] => [
  ...grouped(keyed(facts, all, dimension), ({ measure, id, item, key }) =>
    [measure, id, item.kind, key].join('\n'),
  ).values(),
]

const whose = ({ measure, item, key }: Keyed<Said>, dimension: Dimension): Whose => ({
  measure,
  kind: item.kind,
  dimension,
  key,
})

function sharesBy(facts: Facts, shares: readonly Share[], dimension: Dimension): Cell[] {
  return inCells(facts, recentShares(facts, shares), dimension).flatMap((some): Cell[] => {
    const [first] = some
    const { value, n } = cameTo(some)
    return first ? [{ ...whose(first, dimension), column: first.id, value: n >= few ? value : null, n }] : []
  })
}

/** What requesters say is not told where that of fewer than five others would follow from it. */
function discreet(cells: readonly Cell[]): Cell[] {
  return cells.map((cell) => {
    const alike = (other: Cell) =>
      other.measure === cell.measure && other.kind === cell.kind && other.column === cell.column
    const isSmaller = ({ n, key }: Cell) => n < cell.n || (n === cell.n && key < cell.key)
    const smaller = cells
      .filter((other) => alike(other) && isSmaller(other))
      .reduce((sum, { n }) => sum + n, 0)
    const isTold = cell.measure !== 'satisfaction' || smaller === 0 || smaller >= few
    return isTold ? cell : { ...cell, value: null }
  })
}

function waitingBy(facts: Facts, dimension: Dimension): Cell[] {
  return inCells(facts, waitingOf(facts), dimension).flatMap((some): Cell[] => {
    const [first] = some
    const n = some.length
    return first ? [{ ...whose(first, dimension), column: `${first.id}_now`, value: n, n }] : []
  })
}

/** Medians of five items or more that were reached. */
function mediansBy(world: World, facts: Facts, dimension: Dimension): Cell[] {
  const times = recentTimes(world, facts)
  return (['elapsed', 'business'] as const).flatMap((clock) => {
    const cells = inCells(
      facts,
      times.filter((one) => one.clock === clock),
      dimension,
    )
    return cells.flatMap((some): Cell[] => {
      const [first] = some
      const median = quantile(waitedBy(some), 0.5)
      if (!first || !median) return []
      const column = `${first.id === 'done' ? '' : `${first.id}_`}median${clock === 'business' ? '_business' : ''}`
      const isTold = median.n >= few && !median.isAtLeast
      return [{ ...whose(first, dimension), column, value: isTold ? median.value : null, n: median.n }]
    })
  })
}

type Size = Omit<Whose, 'measure'> & { readonly size: number }

/** How many items came in the last 365 days, by kind, dimension and key. */
export function sizesBy(facts: Facts): Size[] {
  const recent = counted(facts)
    .filter((item) => isRecent(item.receivedDay, knownUntilOf(facts, item.kind)))
    .map((item) => ({ item }))
  return dimensions.flatMap((dimension) => {
    const cells = grouped(keyed(facts, recent, dimension), ({ item, key }) => `${item.kind} ${key}`)
    return [...cells.values()].flatMap(([first, ...more]): Size[] =>
      first ? [{ kind: first.item.kind, dimension, key: first.key, size: 1 + more.length }] : [],
    )
  })
}

/** Everything that is broken down. */
export const cellsOf = (world: World, facts: Facts, shares: readonly Share[]): Cell[] =>
  dimensions.flatMap((dimension) => [
    ...discreet(sharesBy(facts, shares, dimension)),
    ...waitingBy(facts, dimension),
    ...mediansBy(world, facts, dimension),
  ])
