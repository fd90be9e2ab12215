import type { CellsIndex } from '../../data/contract.ts'
import type { Filter } from '../../data/shared/cells.ts'
import { itemsInAPair } from '../cells/cells.ts'
import type { Database } from '../db/database.ts'

interface Value {
  readonly dimension: string
  readonly value: string | null
}

interface FilterRow {
  readonly one: number | null
  readonly other: number | null
}

/** Everything that cells can be asked for: `filters` in their order, each value with its number. */
export interface CellFilters {
  readonly values: ReadonlyMap<number, Value>
  readonly filters: readonly FilterRow[]
}

/** The filters as the database has made them. */
export async function filtersOf(database: Database): Promise<CellFilters> {
  const values = await database.all<{ number: number; dimension: string; value: string | null }>(
    'select number, dimension, value from cells_values order by number',
  )
  const filters = await database.all<{ one: number | null; other: number | null }>(
    'select one, other from cells_filters order by filter',
  )
  return {
    values: new Map(values.map(({ number, dimension, value }) => [number, { dimension, value }])),
    filters,
  }
}

/** What a filter asks for, dimension by dimension. */
export function filterOf({ values }: CellFilters, { one, other }: FilterRow): Filter {
  const numbers = [...new Set([one, other])].filter((number) => number !== null)
  return numbers.map((number) => values.get(number) as Value)
}

function dimensionsOf({ values }: CellFilters): { id: string; values: (string | null)[]; first: number }[] {
  const byDimension = Map.groupBy(values, ([, { dimension }]) => dimension)
  return [...byDimension].map(([id, entries]) => ({
    id,
    values: entries.map(([, { value }]) => value),
    first: entries[0]?.[0] ?? 0,
  }))
}

function pairsOf(all: CellFilters, filters: readonly FilterRow[]): CellsIndex['pairs'] {
  const dimensions = new Map(dimensionsOf(all).map((dimension) => [dimension.id, dimension]))
  const pairs = new Map<string, CellsIndex['pairs'][number]>()
  for (const { one, other } of filters) {
    if (one === null || other === null || one === other) continue
    const [a, b] = [one, other].map((number) => dimensions.get((all.values.get(number) as Value).dimension))
    if (!a || !b) continue
    const key = `${a.id} ${b.id}`
    const pair = pairs.get(key) ?? { dimensions: [a.id, b.id], values: a.values.map(() => []) }
    pair.values[one - a.first]?.push(other - b.first)
    pairs.set(key, pair)
  }
  for (const { values } of pairs.values()) for (const row of values) row.sort((x, y) => x - y)
  return [...pairs.values()]
}

/** `cells/index.json` where the first `written` of all filters have files. */
export async function indexOf(database: Database, all: CellFilters, written: number): Promise<CellsIndex> {
  const firstDays = (period: 'week' | 'month') =>
    database.all<{ from_day: string }>(
      `select distinct ${period}_from_day::varchar as from_day from cells_days where ${period} is not null order by from_day`,
    )
  const [askable] = await database.all<{ pairs: number }>(
    `select count(*)::integer as pairs from (
      select 1 from cells_askable where one <> other group by one, other having sum(items) >= $least
    )`,
    { least: itemsInAPair },
  )
  const pairs = pairsOf(all, all.filters.slice(0, written))
  const pairsWritten = pairs.flatMap(({ values }) => values).flat().length
  const series = await database.all<CellsIndex['series'][number]>(
    'select part, measure, id, item_kind, period from cells_series order by series',
  )
  return {
    periods: {
      week: (await firstDays('week')).map(({ from_day }) => from_day),
      month: (await firstDays('month')).map(({ from_day }) => from_day),
    },
    series,
    dimensions: dimensionsOf(all).map(({ id, values }) => ({ id, values })),
    pairs,
    items_in_a_pair: itemsInAPair,
    pairs_left_out: (askable?.pairs ?? 0) - pairsWritten,
  }
}
