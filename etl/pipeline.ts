import { join } from 'node:path'
import type { Manifest } from '../data/contract.ts'
import { dropCells, makeCells } from './cells/cells.ts'
import { runChecks, toldOf } from './checks/index.ts'
import type { Changes } from './config/changes.ts'
import type { Corrections } from './config/corrections.ts'
import type { Settings } from './config/settings.ts'
import type { Words } from './config/words.ts'
import { Database } from './db/database.ts'
import { setKey } from './db/key.ts'
import type { Effects } from './effects.ts'
import { dimensionBindings } from './facts/dimensions.ts'
import { buildCalendar, buildDimensions, buildFacts, installAllMacros } from './facts/index.ts'
import { stageSources } from './facts/stage-sources.ts'
import { readErased } from './ingest/erased.ts'
import { ingest } from './ingest/ingest.ts'
import { writeCells } from './publish/cells.ts'
import { computeMeasures, settingBindings } from './publish/compute.ts'
import { findingsPath, writeFindings } from './publish/findings.ts'
import { knownUntil, manifestOf } from './publish/manifest.ts'
import { operationsOf } from './publish/operations.ts'
import { ownersFileOf } from './publish/owners/owners-file.ts'
import { previousOf } from './publish/previous.ts'
import { writeQuarantine } from './publish/quarantine.ts'
import { writeRelease } from './publish/release.ts'
import { runFileOf } from './publish/run-file.ts'
import { columnsOf } from './publish/source-columns.ts'
import { staffFileOf } from './publish/staff/staff-file.ts'
import { refuseWithoutData, refuseWithoutRecords, stopOnErrors } from './publish/stop.ts'
import { fileReceipts } from './receipts.ts'
import { limitsAt } from './retention/limits.ts'
import { retainTonight } from './retention/night.ts'
import { withoutErased } from './retention/written.ts'
import { Stages } from './stages.ts'

export interface Job {
  readonly installation: string
  readonly settings: Settings
  readonly words: Words
  readonly changes: Changes
  readonly corrections: Corrections
  readonly secret: Buffer
  /** An ISO instant, or null for the newest export. */
  readonly asOf: string | null
  readonly isSample: boolean
  readonly run: string
  /** A folder that nobody reads: the warehouse and the release are built there. */
  readonly workshop: string
  /** Throws `NotPublished` where a release as of that time must not become the standing one. */
  readonly mayPublish: (asOf: string) => void
}

/** It reads what is landed, set aside and published; config.yaml and the key are out of its reach. */
export const openWarehouse = (installation: string, workshop: string): Promise<Database> =>
  Database.open(
    join(workshop, 'warehouse.duckdb'),
    [...['landed', 'quarantine', 'history'].map((name) => join(installation, name)), workshop],
    { spill: join(workshop, 'spill-warehouse') },
  )

/** One night, from exports to a release in the workshop. What was landed stays landed, whatever happens after. */
export async function runPipeline(job: Job, effects: Effects): Promise<Manifest> {
  const { installation, settings, workshop } = job
  const { sources } = settings
  const began = effects.now()
  const stages = new Stages(effects)
  const database = await openWarehouse(installation, workshop)
  try {
    await installAllMacros(database)
    await setKey(database, job.secret)
    const erased = await readErased(installation, job.secret)
    const limits = limitsAt(began, settings)
    const read = await stages.run('ingest', () =>
      ingest({
        ...job,
        sources,
        staff: staffOf(settings),
        ticketPattern: settings.institution.ticket_number.pattern,
        erased,
        keptSince: limits.landedSince,
        effects,
      }),
    )
    refuseWithoutData(settings, read)
    // a replay removes nothing
    const ingested = job.asOf === null ? await retainTonight(read, { ...job, limits }, effects) : read
    const asOf =
      job.asOf ??
      (ingested.landed
        .map(({ known_at }) => known_at)
        .sort()
        .at(-1) as string)
    job.mayPublish(asOf)

    const bindings = { ...settingBindings(settings), as_of: asOf }
    const unknownWords = await stages.run('staging', async () => {
      const written = withoutErased(job, erased)
      const said = { ...written.corrections, ...job.changes, promises: job.words.promises }
      await buildDimensions(database, dimensionBindings(written.settings, ingested.landed, said))
      const unknown = await stageSources(database, { ...job, sources }, ingested.landed, asOf)
      await buildCalendar(database, settings, asOf)
      return unknown
    })
    await stages.run('facts', () => buildFacts(database, bindings, effects.progress))
    const measures = await stages.run('measures', () =>
      computeMeasures(database, bindings, {
        asOf,
        knownUntil: knownUntil(asOf, ingested.landed),
        sources: columnsOf(settings, ingested),
        charts: { ...settings, ...job.changes },
      }),
    )
    await stages.run('cells', () => makeCells(database))
    const checks = await stages.run('checks', () => runChecks(database, bindings))
    const findings = { words: unknownWords, checks }
    await writeFindings(installation, job.run, findings, ingested.landed, effects)
    stopOnErrors(checks, findingsPath(job.run))
    for (const outcome of checks.filter(({ severity, rows }) => severity === 'warning' && rows > 0))
      effects.log(`check      ${toldOf(outcome)}, in ${findingsPath(job.run)}`)

    const files = await fileReceipts(database, ingested)
    await writeQuarantine(database, installation, workshop, job.run, effects)
    refuseWithoutRecords(settings, files)
    const run = await runFileOf({
      database,
      job,
      asOf,
      began,
      ingested,
      files,
      checks,
      unknownWords,
      stages: stages.done,
      now: effects.now,
    })
    const previous = await previousOf(installation, asOf)
    const manifest = manifestOf({
      ...job,
      previousAsOf: previous?.as_of ?? null,
      run,
      landed: ingested.landed,
      measures: measures.map(({ id }) => id),
    })
    const { known_until: known } = manifest
    const staff = staffFileOf({
      asOf,
      knownUntil: known,
      threshold: manifest.suppress_below,
      promises: job.words.promises,
      changes: job.changes,
      timezone: settings.institution.timezone,
      terms: settings.terms,
      measures,
    })
    await stages.run('release', async () => {
      const told = { database, settings, run: job.run, asOf, knownUntil: known, now: run.started_at }
      const [operations, owners] = [await operationsOf(told), await ownersFileOf(told)]
      const release = { manifest, run, measures, staff, operations, owners, previous }
      await writeRelease(join(workshop, 'release'), release, effects)
      await writeCells(database, join(workshop, 'release', 'cells'), effects)
      await dropCells(database)
      await database.save()
    })
    return manifest
  } finally {
    await database.close()
  }
}

/** The addresses, in lower case, under which people who work here are known: who writes from one of them answers. */
export const staffOf = ({ people }: Settings): ReadonlySet<string> =>
  new Set(
    people
      .filter(({ shared, system }) => !shared && !system)
      .flatMap(({ name, aliases }) => [name, ...aliases])
      .filter((alias) => alias.includes('@'))
      .map((alias) => alias.toLowerCase()),
  )
