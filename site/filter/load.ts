/** Cells as they are fetched: each filter's file when it is first asked for, then kept. */
import { cellsFileOf, type Filter } from '../../data/shared/cells.ts'
import type { Cells } from './spec.ts'

export type Load = (filter: Filter) => Promise<Cells>

/** Address of a file → what it holds, or an error. */
export type FetchJson = (address: string) => Promise<unknown>

const isOf = (cells: Cells, filter: Filter): boolean =>
  cells.filter?.length === filter.length &&
  filter.every(({ dimension, value }) =>
    cells.filter.some((one) => one.dimension === dimension && one.value === value),
  )

/** Loads the cells of filters from a folder. One that failed is asked for again. */
export const loaderOf = (folder: string, fetchJson: FetchJson): Load => {
  const kept = new Map<string, Promise<Cells>>()
  const load = async (filter: Filter, address: string): Promise<Cells> => {
    const cells = (await fetchJson(address)) as Cells
    if (!isOf(cells, filter)) throw new Error(`${address} holds the cells of another filter`)
    return cells
  }
  return (filter) => {
    const address = `${folder}${cellsFileOf(filter)}.json`
    const found = kept.get(address)
    if (found !== undefined) return found
    const asked = load(filter, address)
    kept.set(address, asked)
    asked.catch(() => kept.delete(address))
    return asked
  }
}
