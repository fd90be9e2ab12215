import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { parquetOf } from '../ingest/landed.ts'
import { filesAt } from './files-at.ts'

/** Sizes and times of files as one sum. To the millisecond: a copy that keeps times keeps no more of them. */
async function stateOf(installation: string, files: readonly string[]): Promise<string> {
  const sum = createHash('sha256')
  for (const file of files) {
    const found = await stat(file).catch(() => null)
    sum.update(`${relative(installation, file)} ${found?.size} ${Math.round(found?.mtimeMs ?? 0)}\n`)
  }
  return sum.digest('hex')
}

/** The warehouse that a night left. */
export const warehouseLeftBy = (installation: string): Promise<string> =>
  stateOf(installation, [join(installation, 'warehouse.duckdb')])

/** The records of landed files, by the sums of these, as a night left them. */
export const landedLeftBy = (installation: string, sums: readonly string[]): Promise<string> =>
  stateOf(
    installation,
    [...sums].sort().map((one) => parquetOf(join(installation, 'landed'), one)),
  )

const kept = ['landed', 'history', 'warehouse.duckdb']

/** All that the nights of an installation have left and the next builds on: what is damaged or gone differs. */
export async function leftBy(installation: string, run: string): Promise<string> {
  const paths = [...kept, join('releases', run)].map((name) => join(installation, name))
  return stateOf(installation, (await Promise.all(paths.map(filesAt))).flat())
}
