import type { Manifest } from '../data/contract.ts'
import { makeCells } from './cells/cells.ts'
import { type CheckOutcome, runChecks, toldOf } from './checks/index.ts'
import { staffOf } from './config/staff.ts'
import type { Bindings, Database } from './db/database.ts'
import { setKey } from './db/key.ts'
import type { Effects } from './effects.ts'
import { dimensionBindings } from './facts/dimensions.ts'
import { buildCalendar, buildDimensions, buildFacts, installAllMacros } from './facts/index.ts'
import { stageSources } from './facts/stage-sources.ts'
import { filesToStage, keepTold, lastFiles, NotStanding } from './facts/standing/standing.ts'
import type { UnknownWord } from './facts/words.ts'
import { type Erased, readErased } from './ingest/erased.ts'
import { type Ingested, ingest } from './ingest/ingest.ts'
import type { Job } from './night/job.ts'
import type { LastTold } from './night/last-told.ts'
import { landedLeftBy } from './night/left-by.ts'
import { publish } from './night/publish.ts'
import { Stages } from './night/stages.ts'
import type { Tonight } from './night/tonight.ts'
import { type Worked, worked, workedOn } from './night/warehouse.ts'
import { computeMeasures, settingBindings } from './publish/compute.ts'
import { findingsPath, writeFindings } from './publish/findings.ts'
import { knownUntil } from './publish/manifest.ts'
import { columnsOf } from './publish/source-columns.ts'
import { refuseWithoutData, stopOnErrors } from './publish/stop.ts'
import { type Limits, limitsAt } from './retention/limits.ts'
import { retainTonight } from './retention/night.ts'
import { withoutErased } from './retention/without-erased.ts'

/** Lands what is new, and removes what is past retention; a replay removes nothing. */
async function landTonight(job: Job, erased: Erased, limits: Limits, effects: Effects): Promise<Ingested> {
  const { settings } = job
  const read = await ingest({
    ...job,
    sources: settings.sources,
    staff: staffOf(settings),
    ticketPattern: settings.institution.ticket_number.pattern,
    erased,
    keptSince: limits.landedSince,
    effects,
  })
  refuseWithoutData(settings, read)
  return job.asOf === null ? retainTonight(read, { ...job, limits }, effects) : read
}

const newestOf = ({ landed }: Ingested): string =>
  landed
    .map(({ known_at }) => known_at)
    .sort()
    .at(-1) as string

/** Resolves to the words of exports that nothing maps to a meaning. */
async function stageTonight(
  database: Database,
  { job, ingested: { landed }, asOf }: Tonight,
  last: LastTold | null,
): Promise<UnknownWord[]> {
  const { installation, settings, changes, corrections, words } = job
  const said = { ...corrections, ...changes, promises: words.promises }
  await buildDimensions(database, dimensionBindings(settings, landed, said))
  const fresh = last === null ? landed : await filesToStage(database, landed)
  const read = { installation, sources: settings.sources }
  const unknown = await stageSources(database, read, fresh, asOf, last !== null)
  await buildCalendar(database, settings, asOf)
  return unknown
}

/** Runs the checks. What they found is written for whoever runs the installation, also where it stops the night. */
async function checkTonight(
  database: Database,
  bindings: Bindings,
  { installation, run }: Job,
  found: { readonly words: readonly UnknownWord[]; readonly landed: Ingested['landed'] },
  effects: Effects,
): Promise<CheckOutcome[]> {
  const checks = await runChecks(database, bindings)
  await writeFindings(installation, run, { words: found.words, checks }, found.landed, effects)
  stopOnErrors(checks, findingsPath(run))
  for (const outcome of checks.filter(({ severity, rows }) => severity === 'warning' && rows > 0))
    effects.log(`check      ${toldOf(outcome)}, in ${findingsPath(run)}`)
  return checks
}

/** The first part of a night: what was exported is landed, and stays so whatever happens after. Throws `NotPublished`. */
export async function readTonight(given: Job, effects: Effects): Promise<Tonight> {
  const began = effects.now()
  const stages = new Stages(effects)
  const erased = await readErased(given.installation, given.secret)
  const limits = limitsAt(began, given.settings)
  const ingested = await stages.run('ingest', () => landTonight(given, erased, limits, effects))
  const job = withoutErased(given, erased)
  const asOf = job.asOf ?? newestOf(ingested)
  job.mayPublish(asOf)
  return { job, erased, limits, began, ingested, asOf, stages }
}

/** Works all of it out in a new warehouse, or on top of what the last night told. */
async function workOut(
  database: Database,
  tonight: Tonight,
  last: LastTold | null,
  effects: Effects,
): Promise<Worked> {
  const { job, ingested, asOf, stages } = tonight
  const { settings } = job
  if (last !== null) {
    await keepTold(database)
    if ((await landedLeftBy(job.installation, await lastFiles(database))) !== last.landed)
      throw new NotStanding('landed files were changed since')
  }
  await installAllMacros(database)
  await setKey(database, job.secret)
  const bindings = { ...settingBindings(settings), as_of: asOf }
  const unknownWords = await stages.run('staging', () => stageTonight(database, tonight, last))
  const anew = await stages.run('facts', () => buildFacts(database, bindings, effects.progress, last))
  if (anew !== null)
    effects.log(
      `           ${anew.toLocaleString('en-GB')} items told anew; of all others, what the last night told stands`,
    )
  const measures = await stages.run('measures', () =>
    computeMeasures(database, bindings, {
      asOf,
      knownUntil: knownUntil(asOf, ingested.landed),
      sources: columnsOf(settings, ingested),
      charts: { ...settings, ...job.changes },
    }),
  )
  await stages.run('cells', () => makeCells(database))
  const found = { words: unknownWords, landed: ingested.landed }
  const checks = await stages.run('checks', () => checkTonight(database, bindings, job, found, effects))
  return { unknownWords, measures, checks }
}

/**
 * The second part: from what is landed to a release in the workshop. What cannot be built on what the last night told is
 * made anew, as it is where there is nothing to build on.
 */
export async function makeRelease(
  tonight: Tonight,
  last: LastTold | null,
  effects: Effects,
): Promise<{ readonly manifest: Manifest; readonly isWhole: boolean }> {
  const builtOn = last === null ? null : await workedOn(tonight, last, workOut, effects)
  const results = builtOn ?? { ...tonight, ...(await worked(tonight, null, workOut, effects)) }
  try {
    return { manifest: await publish(results, effects), isWhole: builtOn === null }
  } finally {
    await results.database.close()
  }
}
