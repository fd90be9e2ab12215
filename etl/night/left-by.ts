import { createHash } from 'node:crypto'
import type { Stats } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join, relative } from 'node:path'

import { parquetOf } from '../ingest/landed.ts'
import { filesAt } from './files-at.ts'

/** The time to the millisecond: a copy that keeps times keeps no more of them. */
const stateOf = (found: Stats | null): string => `${found?.size} ${Math.round(found?.mtimeMs ?? 0)}`

/** The warehouse that a night left, as one sum of its size and time. */
export async function warehouseLeftBy(installation: string): Promise<string> {
  const found = await stat(join(installation, 'warehouse.duckdb')).catch(() => null)
  return createHash('sha256').update(stateOf(found)).digest('hex')
}

/** The records of landed files, by the sums of these, as a night left them: one sum of their sizes and times. */
export async function landedLeftBy(installation: string, sums: readonly string[]): Promise<string> {
  const sum = createHash('sha256')
  for (const one of [...sums].sort()) {
    const found = await stat(parquetOf(join(installation, 'landed'), one)).catch(() => null)
    sum.update(`${one} ${stateOf(found)}\n`)
  }
  return sum.digest('hex')
}

const kept = ['landed', 'history', 'warehouse.duckdb']

/** All that the nights of an installation have left and the next builds on, as one sum of sizes and times: what is damaged or gone differs. */
export async function leftBy(installation: string, run: string): Promise<string> {
  const paths = [...kept, join('releases', run)].map((name) => join(installation, name))
  const files = (await Promise.all(paths.map(filesAt))).flat()
  const sum = createHash('sha256')
  for (const file of files) {
    const found = await stat(file).catch(() => null)
    sum.update(`${relative(installation, file)} ${stateOf(found)}\n`)
  }
  return sum.digest('hex')
}
