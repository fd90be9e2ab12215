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
import { prepareStaging, stageSource } from './facts/staging.ts'
import type { UnknownWord } from './facts/words.ts'
import { type Ingested, ingest } from './ingest/ingest.ts'
import { parquetOf } from './ingest/landed.ts'
import { writeCells } from './publish/cells.ts'
import { computeMeasures, settingBindings } from './publish/compute.ts'
import { knownUntil, manifestOf } from './publish/manifest.ts'
import { operationsOf } from './publish/operations.ts'
import { writeQuarantine } from './publish/quarantine.ts'
import { writeRelease } from './publish/release.ts'
import { runFileOf } from './publish/run-file.ts'
import { columnsOf } from './publish/source-columns.ts'
import { staffFileOf } from './publish/staff/staff-file.ts'
import { refuseWithoutData, refuseWithoutRecords, stopOnErrors } from './publish/stop.ts'
import { fileReceipts } from './receipts.ts'
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

/** One night, from exports to a release in the workshop. What was landed stays landed, whatever happens after. */
export async function runPipeline(job: Job, effects: Effects): Promise<Manifest> {
  const { installation, settings, workshop } = job
  const { sources } = settings
  const began = effects.now()
  const stages = new Stages(effects)
  const database = await Database.open(join(workshop, 'warehouse.duckdb'), [installation])
  try {
    await installAllMacros(database)
    await setKey(database, job.secret)
    const ingested = await stages.run('ingest', () =>
      ingest({
        ...job,
        sources,
        staff: staffOf(settings),
        ticketPattern: settings.institution.ticket_number.pattern,
        effects,
      }),
    )
    refuseWithoutData(settings, ingested)
    const asOf =
      job.asOf ??
      (ingested.landed
        .map(({ known_at }) => known_at)
        .sort()
        .at(-1) as string)
    job.mayPublish(asOf)

    const bindings = { ...settingBindings(settings), as_of: asOf }
    const unknownWords = await stages.run('staging', async () => {
      const said = { ...job.corrections, ...job.changes, promises: job.words.promises }
      await buildDimensions(database, dimensionBindings(settings, ingested.landed, said))
      const unknown = await stage(database, job, ingested, asOf)
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
    stopOnErrors(checks)
    for (const outcome of checks.filter(({ severity, rows }) => severity === 'warning' && rows > 0))
      effects.log(`check      ${toldOf(outcome)}`)

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
    const manifest = manifestOf({
      ...job,
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
      const operations = await operationsOf({ database, settings, run: job.run, asOf, knownUntil: known })
      await writeRelease(join(workshop, 'release'), { manifest, run, measures, staff, operations }, effects)
      await writeCells(database, join(workshop, 'release', 'cells'), effects)
      await dropCells(database)
    })
    return manifest
  } finally {
    await database.close()
  }
}

async function stage(
  database: Database,
  { settings, installation }: Job,
  { landed }: Ingested,
  asOf: string,
): Promise<UnknownWord[]> {
  await prepareStaging(database)
  const unknown: UnknownWord[] = []
  let isFirst = true
  for (const [rank, source] of settings.sources.entries()) {
    const own = landed.filter((file) => file.source === source.name)
    if (own.length === 0) continue
    const files = {
      files: own.map(({ sha256 }) => parquetOf(join(installation, 'landed'), sha256)),
      hasSpreadsheets: own.some(({ encoding }) => encoding === 'xlsx'),
    }
    unknown.push(...(await stageSource(database, source, rank, files, isFirst, asOf)))
    isFirst = false
  }
  return unknown
}

/** The addresses, in lower case, under which people who work here are known: who writes from one of them answers. */
const staffOf = ({ people }: Settings): ReadonlySet<string> =>
  new Set(
    people
      .filter(({ shared, system }) => !shared && !system)
      .flatMap(({ name, aliases }) => [name, ...aliases])
      .filter((alias) => alias.includes('@'))
      .map((alias) => alias.toLowerCase()),
  )
