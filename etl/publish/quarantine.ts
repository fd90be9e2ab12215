import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '../db/database.ts'
import type { Effects } from '../effects.ts'
import { namesIn } from '../ingest/folder.ts'
import { rejectsOf } from '../ingest/rejects.ts'
import { timeOfRun } from './run-name.ts'
import { standingRun } from './standing.ts'

const statement = new URL('quarantined.sql', import.meta.url)
/** Records listed a file and reason: a wrong date format may set aside a whole export, every night anew. */
const mostListed = 10_000

/** Makes the view `rejected`: what the records hold that were set aside for their shape when their files were landed. */
async function viewRejected(database: Database, installation: string): Promise<void> {
  const folder = join(rejectsOf(installation, ''), '..')
  const names = await namesIn(folder)
  const files = names.filter((name) => name.endsWith('.parquet')).map((name) => join(folder, name))
  await database.run('set variable reject_files = $files', { files })
  const none = `select null::varchar as file_id, null::integer as record, null::varchar as cells where false`
  const some = `select file_of(filename) as file_id, record, cells
    from read_parquet(getvariable('reject_files'), filename = true)`
  await database.run(`create or replace temp view rejected as ${files.length > 0 ? some : none}`)
}

interface QuarantineJob {
  readonly installation: string
  /** Where it is written first. */
  readonly workshop: string
  readonly run: string
  /** Fingerprints of the files of whose records it may say what they hold. */
  readonly shown: readonly string[]
}

/**
 * Removes the lists of earlier runs but that of the release which stands: each run lists all that is set aside, and what an
 * older list holds may be past retention.
 */
export async function removeOldLists(
  { installation, run }: Pick<QuarantineJob, 'installation' | 'run'>,
  { disk }: Effects,
): Promise<void> {
  const folder = join(installation, 'quarantine')
  const kept = [run, await standingRun(installation)]
  for (const name of await namesIn(folder)) {
    const of = name.replace(/\.csv$/, '')
    if (of !== name && timeOfRun(of) !== null && !kept.includes(of)) await disk.remove(join(folder, name))
  }
}

/**
 * Writes what was set aside tonight into the installation's quarantine/, as one CSV a run that only its owner may read;
 * none where nothing was. Resolves to how many records were set aside.
 */
export async function writeQuarantine(
  database: Database,
  job: QuarantineJob,
  effects: Effects,
): Promise<number> {
  const { installation, workshop, run, shown } = job
  const { disk } = effects
  await removeOldLists(job, effects)
  const [counted] = await database.all<{ records: number }>(
    'select count(*)::integer as records from stg_records where fault is not null',
  )
  if (!counted?.records) return 0
  await viewRejected(database, installation)
  await database.run(`set variable most_listed = ${mostListed}`)
  await database.run('set variable shown_files = $shown', { shown })
  const fresh = join(workshop, 'quarantine.csv')
  await database.copy(await readFile(statement, 'utf8'), fresh, 'csv')
  await disk.folder(join(installation, 'quarantine'), true)
  await disk.seal(fresh)
  await disk.move(fresh, join(installation, 'quarantine', `${run}.csv`))
  return counted.records
}
