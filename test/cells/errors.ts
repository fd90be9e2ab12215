import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cellsFile, cellsIndex } from '../../data/contract.ts'
import { cellsFileOf, type Filter, mergeShares, mergeTimes, shareCells } from '../../data/shared/cells.ts'
import { quantileOf } from '../../data/shared/waiting-times.ts'
import type { Database } from '../../etl/db/database.ts'
import { exactQuantile, type Observed } from '../data/shared/observed.ts'

/** What cells say of one figure of a filter over some periods, and what its observations do. */
export interface Compared {
  readonly filter: Filter
  readonly figure: string
  readonly n: number
  readonly found: number
  readonly exact: number
  /** Of a quantile: the exact ones a quarter of a percentage point below and above it. */
  readonly near?: readonly [number, number]
}

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

interface Last {
  readonly week: number
  readonly month: number
}

/**
 * Compares shares, medians and 90th percentiles from the cells in `folder` with those of the observations in the same last
 * `last.week` weeks (or `last.month` months): filters of one value or none are by week where they are of tickets.
 */
async function compare(database: Database, folder: string, filter: Filter, last: Last): Promise<Compared[]> {
  const read = async (name: string) => JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8'))
  const index = cellsIndex.parse(await read('index'))
  const cells = cellsFile.parse(await read(cellsFileOf(filter)))
  const bound = Object.fromEntries(filter.map(({ value }, place) => [`value_${place}`, value]))
  const compared: Compared[] = []
  for (const [series, { measure, part, id, item_kind, period: own }] of index.series.entries()) {
    const period = filter.length > 1 ? 'month' : own
    const until = index.periods[period].length - 1
    const from = Math.max(0, until - last[period] + 1)
    const where = `part = '${part}' and measure = '${measure}' and id = '${id}' and item_kind = '${item_kind}'
      and day >= '${index.periods[period][from]}' ${matching(filter)}`
    const name = `${measure} ${id} of ${item_kind}s`
    if (part === 'share') {
      const written = cells.shares.filter((one) => one.series === series)
      const { n, hits, weight } = mergeShares(written.flatMap((one) => shareCells(one).slice(Math.max(0, from - one.from)))) // biome-ignore format: one line
      const [exact] = await database.all<{ n: number; share: number | null }>(
        `select count(hit)::integer as n, (sum(hit) / sum(weight) filter (hit is not null))::double as share from observations
        where is_settled and ${where}`,
        bound,
      )
      compared.push({ filter, figure: `${name}: n`, n, found: n, exact: exact?.n ?? 0 })
      if (n > 0) compared.push({ filter, figure: `${name}: share`, n, found: hits / weight, exact: exact?.share ?? NaN }) // biome-ignore format: one line
      continue
    }
    for (const [clock, column] of [
      ['elapsed', 'minutes'],
      ['business', 'business_minutes'],
    ]) {
      const rows = await database.all<Observed & Record<string, unknown>>(
        `select ${column} as minutes, is_event from observations where ${column} is not null and ${where}`,
        bound,
      )
      const histogram = mergeTimes(cells.times.filter((one) => one.series === series && one.clock === clock), from, until) // biome-ignore format: one line
      for (const [q, least] of shownFrom) {
        const { minutes, is_at_least, n } = quantileOf(histogram, q)
        const figure = `${name}: ${q}, ${clock}`
        if (rows.length >= least)
          compared.push({
            ...{ filter, figure, n, exact: exactQuantile(rows, q) },
            found: is_at_least ? Infinity : (minutes ?? NaN),
            near: [exactQuantile(rows, q - nearly), exactQuantile(rows, q + nearly)],
          })
      }
    }
  }
  return compared
}

/** None, each value, and every fourth pair. */
function filtersOf(index: unknown): Filter[] {
  const { dimensions, pairs } = cellsIndex.parse(index)
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

/** The same of no filter, of each value and of every fourth pair. */
export async function compareAll(database: Database, folder: string, last: Last): Promise<Compared[]> {
  const compared: Compared[] = []
  const filters = filtersOf(JSON.parse(await readFile(join(folder, 'index.json'), 'utf8')))
  for (const filter of filters) compared.push(...(await compare(database, folder, filter, last)))
  return compared
}
