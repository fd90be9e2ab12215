/** Someone who knows how tables are published, and tries every small table that would be published the same way. */
import { baseOf } from '../../../etl/publish/staff/rounding.ts'
import { roughRows, type TrueRow } from '../../../etl/publish/staff/table.ts'

/** A row's items: those for which it was so, was not, and is not settled yet. A shape may do without the last two. */
export type World = readonly (readonly number[])[]

/** Worlds of so many rows, each with so many bins of items and at most so many items. */
export interface Shape {
  readonly rows: number
  readonly bins: 1 | 2 | 3
  readonly most: number
}

const labels = ['Accounts', 'Printing', 'Timetabling']
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

export const trueRows = (world: World): TrueRow[] =>
  world.map((bins, place) => {
    const [hits = 0, misses] = bins
    const parts = misses === undefined ? [] : [{ hits, n: hits + misses }]
    return { label: labels[place] ?? '', n: sum(bins), parts }
  })

/** All that anybody sees of a world. */
export const seenOf = (world: World, threshold: number): string =>
  JSON.stringify(roughRows(trueRows(world), baseOf(threshold)))

const listed = (seen: string): Set<string | null> =>
  new Set((JSON.parse(seen) as ReturnType<typeof roughRows>).map(({ label }) => label))

/** What must not be worked out where it is from 1 to below the threshold: cells, numerators, complements, and what the listed rows leave of the total. */
export const secretsOf = (world: World, seen: string): number[] => {
  const shown = listed(seen)
  const rest = world.filter((_, place) => !shown.has(labels[place] ?? ''))
  return [...world.flatMap((bins) => [...bins, sum(bins)]), sum(rest.flat()), sum(world.flat())]
}

const binsUpTo = (most: number, bins: number): number[][] =>
  bins === 0
    ? [[]]
    : Array.from({ length: most + 1 }, (_, items) => items).flatMap((items) =>
        binsUpTo(most - items, bins - 1).map((others) => [items, ...others]),
      )

function* worldsOf({ rows, bins, most }: Shape): Generator<World> {
  const each = binsUpTo(most, bins)
  for (let place = 0; place < each.length ** rows; place++)
    yield Array.from(
      { length: rows },
      (_, row) => each[Math.floor(place / each.length ** row) % each.length] ?? [],
    )
}

/** Every world of a shape, by what is seen of it. */
export type Index = ReadonlyMap<string, readonly World[]>

export const indexOf = (shape: Shape, threshold: number): Index =>
  Map.groupBy(worldsOf(shape), (world) => seenOf(world, threshold))

/** Whether it is one of the numbers that must not be known. */
const isSmall = (number: number, threshold: number): boolean =>
  Math.abs(number) >= 1 && Math.abs(number) < threshold

/** Those secrets of the first that are small and the same in all of them. */
export function known(
  all: Iterable<readonly number[]>,
  secrets: readonly number[],
  threshold: number,
): number[] {
  let open = secrets.map((_, place) => place).filter((place) => isSmall(secrets[place] ?? 0, threshold))
  for (const others of all) {
    if (open.length === 0) return []
    open = open.filter((place) => others[place] === secrets[place])
  }
  return open
}

/** How many items at least were moved, added, gone or turned out otherwise between two worlds. */
export const changesBetween = (first: World, second: World): number => {
  let [more, fewer] = [0, 0]
  for (const [row, bins] of first.entries())
    for (const [bin, items] of bins.entries()) {
      const change = (second[row]?.[bin] ?? 0) - items
      if (change > 0) more += change
      else fewer -= change
    }
  return Math.max(more, fewer)
}

export interface Nights {
  readonly first: World
  readonly second: World
  /** The attacker knows that no more changed. */
  readonly mostChanges: number
}

/** The secrets of two nights, and what changed between them. */
function secretsOfTwo(
  { first, second }: Pick<Nights, 'first' | 'second'>,
  seen: readonly [string, string],
): number[] {
  const [before, after] = [secretsOf(first, seen[0]), secretsOf(second, seen[1])]
  return [...before, ...after, ...before.map((secret, place) => (after[place] ?? 0) - secret)]
}

function* possibleNights(index: Index, seen: readonly [string, string], mostChanges: number) {
  for (const first of index.get(seen[0]) ?? [])
    for (const second of index.get(seen[1]) ?? [])
      if (changesBetween(first, second) <= mostChanges) yield secretsOfTwo({ first, second }, seen)
}

/** What can be worked out from two nights together that must not be. */
export const knownOfTwo = (
  { first, second, mostChanges }: Nights,
  index: Index,
  threshold: number,
): number[] => {
  const seen = [seenOf(first, threshold), seenOf(second, threshold)] as const
  const secrets = secretsOfTwo({ first, second }, seen)
  return known(possibleNights(index, seen, mostChanges), secrets, threshold)
}
