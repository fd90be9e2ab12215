import { binEdges, binRatio } from '../../data/shared/bins.ts'
import { pairedDimensions } from '../../data/shared/cells.ts'
import type { Bindings, Database } from '../db/database.ts'

/** A pair of values of fewer items has no cells: even of all its years its 90th percentile would not be shown. */
export const itemsInAPair = 50

/** What the cells of pairs may take, by an estimate that is made before they are counted. */
export const bytesOfPairs = 20_000_000

const file = (name: string): URL => new URL(`${name}.sql`, import.meta.url)

const bindings: Bindings = {
  edges: JSON.stringify(binEdges),
  ratio: binRatio,
  paired: pairedDimensions.length,
  items_in_a_pair: itemsInAPair,
  bytes_of_pairs: bytesOfPairs,
}

/** Each is made of those before it. */
const filters = ['values', 'profiles', 'items', 'days', 'series', 'askable', 'filters', 'answers'] as const

const temporary = [...filters, 'observed', 'binned', 'shares', 'times'] as const

const replace = (database: Database, name: string, more: Bindings = {}): Promise<void> =>
  database.file(file(name), { ...bindings, ...more }, { replace: `cells_${name}` })

/**
 * Counts the cells of what `observations` holds, by the filters of what `fct_all_items` holds. They stand in temporary
 * tables until `dropCells`; `cells_totals` and `cells_sums` stay, for a check to compare.
 */
export async function makeCells(database: Database): Promise<void> {
  await database.file(file('code'))
  for (const name of filters) await replace(database, name)
  await replace(database, 'observed', { part: 'share' })
  await replace(database, 'shares')
  await replace(database, 'observed', { part: 'time' })
  await replace(database, 'binned')
  await replace(database, 'times')
  for (const name of ['observed', 'binned', 'items']) await database.run(`drop table cells_${name}`)
  for (const name of ['totals', 'sums'])
    await database.file(file(name), bindings, { create: `cells_${name}` })
}

/** Forgets the cells, once they are written. */
export async function dropCells(database: Database): Promise<void> {
  for (const name of temporary) await database.run(`drop table if exists temp.cells_${name}`)
}
