import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '../db/database.ts'
import type { Effects } from '../effects.ts'
import { rejectsOf } from '../ingest/rejects.ts'

const statement = new URL('quarantined.sql', import.meta.url)
/** Records listed a file and reason: a wrong date format may set aside a whole export, every night anew. */
const mostListed = 10_000

/** Makes the view `rejected`: what the records hold that were set aside for their shape when their files were landed. */
async function viewRejected(database: Database, installation: string): Promise<void> {
  const folder = join(rejectsOf(installation, ''), '..')
  const names = await readdir(folder).catch((): string[] => [])
  const files = names.filter((name) => name.endsWith('.parquet')).map((name) => join(folder, name))
  await database.run('set variable reject_files = $files', { files })
  const none = `select null::varchar as file_id, null::integer as record, null::varchar as cells where false`
  const some = `select regexp_extract(filename, '([0-9a-f]{64})\\.parquet$', 1) as file_id, record, cells
    from read_parquet(getvariable('reject_files'), filename = true)`
  await database.run(`create or replace temp view rejected as ${files.length > 0 ? some : none}`)
}

/**
 * Writes what was set aside tonight into the installation's quarantine/, as one CSV a run that only its owner may read;
 * none where nothing was. `workshop` is where it is written first. Resolves to how many records were set aside.
 */
export async function writeQuarantine(
  database: Database,
  installation: string,
  workshop: string,
  run: string,
  { disk }: Effects,
): Promise<number> {
  const [counted] = await database.all<{ records: number }>(
    'select count(*)::integer as records from stg_records where fault is not null',
  )
  if (!counted?.records) return 0
  await viewRejected(database, installation)
  await database.run(`set variable most_listed = ${mostListed}`)
  const fresh = join(workshop, 'quarantine.csv')
  await database.copy(await readFile(statement, 'utf8'), fresh, 'csv')
  await disk.folder(join(installation, 'quarantine'), true)
  await disk.seal(fresh)
  await disk.move(fresh, join(installation, 'quarantine', `${run}.csv`))
  return counted.records
}
