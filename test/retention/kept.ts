import { createHash } from 'node:crypto'
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Ingested } from '../../etl/ingest/ingest.ts'
import type { LandedReceipt } from '../../etl/ingest/landed.ts'
import { folder } from '../support/installation.ts'

export const dayInMs = 86_400_000
export const now = new Date('2026-11-20T02:00:00.000Z')
export const daysAgo = (days: number, ms = 0): string =>
  new Date(now.getTime() - days * dayInMs - ms).toISOString()
export const runAt = (iso: string): string => iso.replace(/[-:.]/g, '')

/** An installation by what is kept in it: export times by file, times of releases, times of what was set aside. */
export interface Kept {
  readonly landed?: Readonly<Record<string, string>>
  readonly releases?: readonly string[]
  /** When a file was landed for the first time, where that is not now. */
  readonly landedAt?: Readonly<Record<string, string>>
  /** Names below quarantine/, with when they were written last. */
  readonly setAside?: Readonly<Record<string, string>>
}

export const shaOf = (name: string): string => createHash('sha256').update(name).digest('hex')

function receiptOf(name: string, known_at: string, landed_at: string): LandedReceipt {
  return {
    sha256: shaOf(name),
    source: 'log',
    format: 'table',
    encoding: 'utf-8',
    records: 1,
    reading: 'x',
    columns: ['id'],
    unused: [],
    names: [name],
    exported_at: known_at,
    known_at,
    landed_at,
    export_times: [known_at],
  }
}

/** Lays such an installation into a new folder, with the receipts of what is landed. */
export async function keptIn({ landed = {}, landedAt = {}, releases = [], setAside = {} }: Kept) {
  const dir = await folder()
  for (const name of ['landed', 'quarantine/rows', 'releases'])
    await mkdir(join(dir, name), { recursive: true })
  const receipts = Object.entries(landed).map(([name, known_at]) =>
    receiptOf(name, known_at, landedAt[name] ?? now.toISOString()),
  )
  for (const receipt of receipts) {
    const path = join(dir, 'landed', receipt.sha256)
    await writeFile(`${path}.json`, JSON.stringify(receipt))
    await writeFile(`${path}.parquet`, 'rows')
    await writeFile(join(dir, 'quarantine', 'rows', `${receipt.sha256}.parquet`), 'rows')
  }
  for (const time of releases) await mkdir(join(dir, 'releases', runAt(time)))
  for (const [name, time] of Object.entries(setAside)) {
    await writeFile(join(dir, 'quarantine', name), 'rows')
    await utimes(join(dir, 'quarantine', name), new Date(time), new Date(time))
  }
  return { dir, receipts }
}

/** What a night read that landed `fresh` tonight. */
export const readOf = (receipts: readonly LandedReceipt[], fresh: readonly string[] = []): Ingested => ({
  landed: receipts,
  refused: [],
  repeated: [],
  delivered: new Set(),
  fresh: new Set(fresh.map(shaOf)),
  expired: new Set(),
  warnings: [],
})

/** Names of the landed files that are left, by which of `names` they came under; and of what is set aside. */
export async function left(dir: string, names: readonly string[]) {
  const files = await readdir(join(dir, 'landed'))
  const setAside = await readdir(join(dir, 'quarantine'), { recursive: true })
  const has = (ending: string) => names.filter((name) => files.includes(`${shaOf(name)}${ending}`))
  return {
    landed: has('.json').filter((name) => has('.parquet').includes(name)),
    half: has('.json').length !== has('.parquet').length,
    gone: has('.gone'),
    rows: names.filter((name) => setAside.includes(join('rows', `${shaOf(name)}.parquet`))),
    setAside: setAside.filter((name) => name !== 'rows' && !/[0-9a-f]{64}/.test(name)).sort(),
  }
}
