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
}

/** How far the cells are off, as a share of what is exact; what is under a minute has one bin. */
export const errorOf = ({ found, exact }: Compared): number =>
  found === exact ? 0 : Math.abs(found - exact) / Math.max(exact, 10)

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
/** From so many on each is shown. */
const shownFrom = new Map([[median, 5], [p90, 50]]) // biome-ignore format: pairs

/**
 * Compares shares, medians and 90th percentiles from the cells in `folder` with those of the observations in the same last
 * `last.week` weeks (or `last.month` months): filters of one value or none are by week where they are of tickets.
 */
export async function compare(
  database: Database,
  folder: string,
  filter: Filter,
  last: { readonly week: number; readonly month: number },
): Promise<Compared[]> {
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
          compared.push({ filter, figure, n, found: is_at_least ? Infinity : (minutes ?? NaN), exact: exactQuantile(rows, q) }) // biome-ignore format: one line
      }
    }
  }
  return compared
}
