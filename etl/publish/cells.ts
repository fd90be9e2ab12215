import { join } from 'node:path'
import { cellsFile, cellsIndex } from '../../data/contract.ts'
import { cellsFileOf } from '../../data/shared/cells.ts'
import type { Database } from '../db/database.ts'
import type { Effects } from '../effects.ts'
import { type CellFilters, filterOf, filtersOf, indexOf } from './cells-index.ts'
import { cellsOf } from './cells-rows.ts'
import { passGate } from './gate.ts'

/** All cells together take no more, index apart: should pairs take more than was thought, those of the fewest items stay out. */
export const mostBytes = 40_000_000
const filtersAtOnce = 256

const checked = (name: string, schema: Parameters<typeof passGate>[1], content: unknown): string =>
  JSON.stringify(JSON.parse(passGate(name, schema, content)))

/** The files of some filters in a row, by name: no two may have the same. */
async function filesOf(database: Database, all: CellFilters, first: number): Promise<[string, string][]> {
  const filters = all.filters.slice(first, first + filtersAtOnce).map((row) => filterOf(all, row))
  const contents = await cellsOf(database, first, filters)
  return contents.map((content) => {
    const name = `${cellsFileOf(content.filter)}.json`
    return [name, checked(`cells/${name}`, cellsFile, content)]
  })
}

/** How many of `texts` there is room for; those before `needed` are written whatever they take. */
function fitting(texts: readonly string[], needed: number, room: number): number {
  let left = room
  const first = texts.findIndex((text, index) => {
    left -= Buffer.byteLength(text)
    return index >= needed && left < 0
  })
  return first < 0 ? texts.length : first
}

/**
 * Writes the cells that were added into `folder` of a release: a file a filter, and `index.json`. At most `most` bytes,
 * if the filters of one value allow it. Resolves to how many filters have a file.
 */
export async function writeCells(
  database: Database,
  folder: string,
  { disk }: Effects,
  most: number = mostBytes,
): Promise<number> {
  const all = await filtersOf(database)
  const needed = all.filters.filter(({ one, other }) => one === other).length
  const names = new Set<string>()
  await disk.folder(folder)
  let room = most
  for (let first = 0; first < all.filters.length; first += filtersAtOnce) {
    const files = await filesOf(database, all, first)
    const texts = files.map(([, text]) => text)
    const fits = files.slice(0, fitting(texts, needed - first, room))
    await Promise.all(fits.map(([name, text]) => disk.write(join(folder, name), text)))
    for (const [name, text] of fits) {
      names.add(name)
      room -= Buffer.byteLength(text)
    }
    if (names.size < first + fits.length) throw new Error('two filters have cells under one name')
    if (fits.length < files.length) break
  }
  const index = await indexOf(database, all, names.size)
  await disk.write(join(folder, 'index.json'), checked('cells/index.json', cellsIndex, index))
  return names.size
}
