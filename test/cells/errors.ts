import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type CellsIndex, cellsFile, cellsIndex } from '../../data/contract.ts'
import { cellsFileOf, type Filter, mergeTimes } from '../../data/shared/cells.ts'
import { quantileOf } from '../../data/shared/waiting-times.ts'
import type { Database } from '../../etl/db/database.ts'
import { exactQuantile, type Observed } from '../data/shared/observed.ts'
import { type Compared, compareShares, type Filtered, nameOf, spanOf } from './shares-compared.ts'

const off = (found: number, exact: number): number =>
  found === exact ? 0 : Math.abs(found - exact) / Math.max(exact, 10)

/** How far the cells are off, as a share of what is exact; what is under a minute has one bin. */
export const errorOf = ({ found, exact }: Compared): number => off(found, exact)

/**
 * How far a quantile is off those of its rank, give or take a quarter of a percentage point. Where a curve is flat just
 * there, a hair in its height is a leap in time, and the order of events and of those who left within one bin is that hair.
 */
export const errorNearOf = ({ found, exact, near: [low, high] = [exact, exact] }: Compared): number =>
  found < low ? off(found, low) : found > high ? off(found, high) : 0

const matching = (filter: Filter): string =>
  filter
    .map(
      (
        { dimension },
        place,
      ) => `and case '${dimension}' when 'is_major_child' then case when is_major_child then 'yes' else 'no' end
        else ${dimension === 'is_major_child' ? 'null' : dimension}::varchar end is not distinct from $value_${place}::varchar`,
    )
    .join(' ')

const median = 0.5
const p90 = 0.9
const nearly = 0.0025
/** From so many on each is shown. */
const shownFrom = new Map([
  [median, 5],
  [p90, 50],
])

/** Medians and 90th percentiles on both clocks. */
async function compareTimes(database: Database, of: Filtered): Promise<Compared[]> {
  const { index, cells, filter, where, bound } = of
  const compared: Compared[] = []
  for (const [series, named] of index.series.entries()) {
    if (named.part !== 'time') continue
    const { measure, id, item_kind } = named
    const { period, from, until } = spanOf(of, named)
    for (const [clock, column] of [
      ['elapsed', 'minutes'],
      ['business', 'business_minutes'],
    ]) {
      const rows = await database.all<Observed & Record<string, unknown>>(
        `select ${column} as minutes, is_event from observations
        where part = 'time' and measure = $measure and id = $id and item_kind = $item_kind
          and ${column} is not null and day >= $first ${where}`,
        { ...bound, measure, id, item_kind, first: index.periods[period][from] ?? null },
      )
      const own = cells.times.filter((one) => one.series === series && one.clock === clock)
      const histogram = mergeTimes(own, from, until)
      for (const [q, least] of shownFrom) {
        const { minutes, is_at_least, n } = quantileOf(histogram, q)
        if (rows.length >= least)
          compared.push({
            ...{ filter, figure: `${nameOf(named)}: ${q}, ${clock}`, n, exact: exactQuantile(rows, q) },
            found: is_at_least ? Infinity : (minutes ?? NaN),
            near: [exactQuantile(rows, q - nearly), exactQuantile(rows, q + nearly)],
          })
      }
    }
  }
  return compared
}

/** None, each value, and every fourth pair. */
function filtersOf({ dimensions, pairs }: CellsIndex): Filter[] {
  const valuesOf = new Map(dimensions.map(({ id, values }) => [id, values]))
  const named = (dimension: string, place: number) => ({
    dimension,
    value: valuesOf.get(dimension)?.[place] ?? null,
  })
  const inPairs = pairs.flatMap(({ dimensions: [a, b], values }) =>
    values.flatMap((others, place) => others.map((other) => [named(a, place), named(b, other)])),
  )
  const alone = dimensions.flatMap(({ id, values }) => values.map((_, place) => [named(id, place)]))
  return [[], ...alone, ...inPairs.filter((_, place) => place % 4 === 0)]
}

/**
 * Compares what cells in `folder` say of no filter, of each value and of every fourth pair with their observations in the
 * same last `last.week` weeks (or `last.month` months): shares of tickets are by week where the filter is of one value or none.
 */
export async function compareAll(
  database: Database,
  folder: string,
  last: Filtered['last'],
): Promise<Compared[]> {
  const read = async (name: string) => JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8'))
  const index = cellsIndex.parse(await read('index'))
  const compared: Compared[] = []
  for (const filter of filtersOf(index)) {
    const cells = cellsFile.parse(await read(cellsFileOf(filter)))
    const bound = Object.fromEntries(filter.map(({ value }, place) => [`value_${place}`, value]))
    const of = { index, cells, filter, where: matching(filter), bound, last }
    compared.push(...(await compareShares(database, of)), ...(await compareTimes(database, of)))
  }
  return compared
}
