import { join } from 'node:path'
import type { Manifest, MeasureFile } from '../../data/contract.ts'
import { dropCells } from '../cells/cells.ts'
import type { CheckOutcome } from '../checks/index.ts'
import type { Database } from '../db/database.ts'
import type { Effects } from '../effects.ts'
import type { UnknownWord } from '../facts/words.ts'
import { setAsideAt } from '../ingest/landed.ts'
import { writeCells } from '../publish/cells.ts'
import { manifestOf } from '../publish/manifest.ts'
import { operationsOf } from '../publish/operations.ts'
import { ownersFileOf } from '../publish/owners/owners-file.ts'
import { previousOf } from '../publish/previous.ts'
import { writeQuarantine } from '../publish/quarantine.ts'
import { fileReceipts } from '../publish/receipts.ts'
import { type Release, writeRelease } from '../publish/release.ts'
import { runFileOf } from '../publish/run-file.ts'
import { staffFileOf } from '../publish/staff/staff-file.ts'
import { refuseWithoutRecords } from '../publish/stop.ts'
import type { Tonight } from './tonight.ts'

/** What a night has come to, all of it in the warehouse but this. */
export interface Results extends Tonight {
  readonly database: Database
  readonly unknownWords: readonly UnknownWord[]
  readonly measures: readonly MeasureFile[]
  readonly checks: readonly CheckOutcome[]
}

/** The release of these results but for its cells. What was set aside goes to quarantine/ first. */
async function releaseOf(results: Results, effects: Effects): Promise<Release> {
  const { database, job, erased, limits, asOf, ingested, measures } = results
  const { installation, settings } = job
  const files = await fileReceipts(database, ingested)
  const young = ingested.landed.filter((one) => setAsideAt(one) >= limits.quarantineSince)
  const shown = young.map(({ sha256 }) => sha256)
  await writeQuarantine(database, { ...job, shown }, effects)
  refuseWithoutRecords(settings, files)
  const run = await runFileOf({ ...results, files, stages: results.stages.done, now: effects.now })
  const previous = await previousOf(installation, asOf, erased)
  const ids = measures.map(({ id }) => id)
  const previousAsOf = previous?.as_of ?? null
  const manifest = manifestOf({ ...job, previousAsOf, run, landed: ingested.landed, measures: ids })
  const { known_until: knownUntil, suppress_below: threshold } = manifest
  const staff = staffFileOf({
    asOf,
    knownUntil,
    threshold,
    promises: job.words.promises,
    changes: job.changes,
    timezone: settings.institution.timezone,
    terms: settings.terms,
    measures,
  })
  const told = { database, settings, run: job.run, asOf, knownUntil, now: run.started_at }
  const [operations, owners] = [await operationsOf(told), await ownersFileOf(told)]
  return { manifest, run, measures, staff, operations, owners, previous }
}

/** Writes the release of a night into its workshop, where nobody reads yet. */
export async function publish(results: Results, effects: Effects): Promise<Manifest> {
  const folder = join(results.job.workshop, 'release')
  return results.stages.run('release', async () => {
    const release = await releaseOf(results, effects)
    await writeRelease(folder, release, effects)
    await writeCells(results.database, join(folder, 'cells'), effects)
    await dropCells(results.database)
    await results.database.save()
    return release.manifest
  })
}
