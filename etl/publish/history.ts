import { join } from 'node:path'
import type { RestatedDay } from '../../data/contract.ts'
import type { Bindings, Database } from '../db/database.ts'
import { isThere } from '../ingest/folder.ts'
import { NotPublished } from './not-published.ts'
import { troubleOf } from './trouble.ts'

export interface Restated {
  /** The newest of them, newest first. */
  readonly restated: RestatedDay[]
  /** How many there are in all. */
  readonly restated_days: number
}

export interface HistoryJob {
  readonly installation: string
  readonly workshop: string
  readonly run: string
  /** An ISO instant. */
  readonly asOf: string
  /** An ISO instant: when the run that publishes says it did. */
  readonly publishedAt: string
  readonly timezone: string
}

const mostRestated = 400
const statement = (name: string): URL => new URL(`history/${name}.sql`, import.meta.url)
const historyOf = (installation: string): string => join(installation, 'history', 'backlog.parquet')
const freshOf = (workshop: string): string => join(workshop, 'backlog.parquet')

const columns = `day date, item_kind varchar, team varchar, arrived integer, reopened integer, transferred_in integer,
  transferred_out integer, closed integer, open_at_end integer, published_run varchar, published_at timestamptz`

/** A table of rows of the history, for as long as the database is open. */
async function makeTable(database: Database, name: string, bindings: Bindings | null): Promise<void> {
  await database.run(`create temp table ${name} (${columns})`)
  if (bindings) await database.file(statement(name), bindings, { insert: name })
}

async function readPublished(database: Database, installation: string): Promise<void> {
  const history = historyOf(installation)
  const hasSome = await isThere(history)
  try {
    await makeTable(database, 'published_backlog', hasSome ? { history } : null)
  } catch (error) {
    if (troubleOf(error) !== null) throw error
    throw new NotPublished(
      `${history} is damaged, and nothing else holds what was published: restore it from a backup, or move it elsewhere to begin anew (${(error as Error).message})`,
      { cause: error },
    )
  }
}

async function restatedDays(database: Database): Promise<Restated> {
  const rows = await database.rowsOf<RestatedDay & { days: number } & Record<string, unknown>>(
    statement('restated'),
    { most_restated: mostRestated },
  )
  return {
    restated: rows.map(({ day, item_kind, published, now }) => ({ day, item_kind, published, now })),
    restated_days: rows[0]?.days ?? 0,
  }
}

/**
 * Puts into the workshop what the history will be once this run is published: all that was, and the days that are new.
 * None where no day is. Resolves to the days that were published otherwise than they are computed now; what was
 * published stays. Throws `NotPublished` where the history cannot be read.
 */
export async function writeHistory(database: Database, job: HistoryJob): Promise<Restated> {
  const { asOf, timezone, run, publishedAt } = job
  await readPublished(database, job.installation)
  await makeTable(database, 'complete_backlog', { as_of: asOf, timezone })
  await makeTable(database, 'unpublished_backlog', { run, published_at: publishedAt })
  const [fresh] = await database.all('from unpublished_backlog limit 1')
  if (fresh)
    await database.copy(
      'from published_backlog union all from unpublished_backlog order by published_run, day, item_kind, team',
      freshOf(job.workshop),
    )
  return restatedDays(database)
}
