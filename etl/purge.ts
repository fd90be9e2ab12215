import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { runCommand } from './command.ts'
import { UsageError } from './config/errors.ts'
import { loadSettings } from './config/load.ts'
import type { Settings } from './config/settings.ts'
import { takeLock } from './db/lock.ts'
import type { Effects } from './effects.ts'
import { type Erased, readErased } from './ingest/erased.ts'
import { namesIn } from './ingest/folder.ts'
import { readSecret } from './ingest/keys.ts'
import { readLastNight } from './night/last-night.ts'
import { type ExitCode, tellFailure } from './night/outcome.ts'
import { nightly } from './nightly.ts'
import { standingRun } from './publish/standing.ts'
import { sweep } from './publish/sweep.ts'
import { applyRetention, clearInbox } from './retention/apply.ts'
import { eraseKept } from './retention/erase-kept.ts'
import { landedIn } from './retention/landed.ts'
import { allNames, personFault } from './retention/names.ts'
import { help, type PurgeOptions, readPurgeOptions } from './retention/options.ts'
import { clearOfPersons, tellMentions } from './retention/tell-left.ts'

/** With the folder in which the sites stand. */
type Placed = PurgeOptions & { readonly out: string }

async function placed(options: PurgeOptions): Promise<Placed> {
  const out = options.out ?? (await readLastNight(options.data))?.out ?? resolve('dist')
  return { ...options, out }
}

async function settingsOf({ data }: PurgeOptions): Promise<Settings> {
  const found = await stat(data).catch(() => null)
  if (!found?.isDirectory())
    throw new UsageError(`there is no installation at ${data}: give its folder with --data`)
  return loadSettings(data)
}

/** All that exports may call the persons to be erased. Throws `UsageError` where one is no person. */
function namesOf({ persons }: PurgeOptions, settings: Settings): string[] {
  for (const [index, person] of persons.entries()) {
    const fault = personFault(person, settings)
    if (fault !== null) throw new UsageError(`--person, the ${index + 1}. one: ${fault}`)
  }
  return allNames(persons, settings)
}

interface Purged {
  readonly secret: Buffer
  readonly erased: Erased
  /** Whether an erasure that was killed may have left something to do. */
  readonly isResumed: boolean
  /** Whether a night is needed for what is published to be without what was removed. */
  readonly needsNight: boolean
}

/** What is done under the lock: tombstones first, so that whatever happens after can be done again from them. */
async function remove(
  options: PurgeOptions,
  settings: Settings,
  names: readonly string[],
  effects: Effects,
): Promise<Purged> {
  const { data: installation, hasInbox } = options
  const secret = await readSecret(installation, process.env, effects)
  const before = await readErased(installation, secret)
  const erased = names.length > 0 ? before.and(names, effects.now().toISOString()) : before
  await sweep(installation, effects)
  await effects.disk.folder(landedIn(installation), true)
  if (names.length > 0) await erased.write(installation, effects)
  if (erased.persons.length > 0) await eraseKept({ installation, secret, erased }, effects)
  const isLess = await applyRetention({ installation, settings }, effects)
  if (hasInbox) await clearInbox({ installation, settings }, effects)
  const needsNight = isLess || (await isUnfinished(options, secret))
  return { secret, erased, isResumed: before.isUnfinished, needsNight }
}

/** Where what was removed may still stand after a night that did not end well. `before`: the run that stood before it. */
async function placesLeft({ data, out }: Placed, before: string | null): Promise<string[]> {
  const standing = await standingRun(data)
  const isOld = standing === before
  const releases = (await namesIn(join(data, 'releases'))).filter((name) => isOld || name !== standing)
  return [
    ...(isOld ? ['warehouse.duckdb'] : []),
    ...releases.map((name) => `releases/${name}`),
    `the sites in ${out}`,
  ]
}

/** Whether a night is still to remove something that names erased persons, and can. */
async function isUnfinished({ data, hasSite }: PurgeOptions, secret: Buffer): Promise<boolean> {
  const erased = await readErased(data, secret)
  return erased.isUnfinished || (hasSite && erased.isInSites)
}

/** Runs the night by which what is published is without what was removed, and says what is left where it did not end well. */
async function publish(options: Placed, secret: Buffer, effects: Effects): Promise<ExitCode> {
  const { data, out, hasSite } = options
  const before = await standingRun(data)
  // what was removed may be what the release that stands was as of
  const code = await nightly({ data, out, hasSite, asOf: null, isRepublish: true }, effects)
  if (code !== 0 || (await isUnfinished(options, secret))) {
    const places = await placesLeft(options, before)
    effects.log(
      `not done   what was removed may still stand in ${places.join(', ')}. Mend what is said above and run npm run purge again`,
    )
    return code === 0 ? 1 : code
  }
  if (!hasSite && (await namesIn(join(out, '.builds'))).length > 0)
    effects.log(
      `stays      the sites in ${out} show what was removed: npm run nightly builds them anew and removes those builds`,
    )
  return 0
}

async function locked<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const release = await takeLock(folder)
  try {
    return await work()
  } finally {
    release()
  }
}

/** Applies retention, and erases persons. Resolves to the exit code and says in the log what happened. */
export async function purge(options: PurgeOptions, effects: Effects): Promise<ExitCode> {
  const { data: installation, hasInbox } = options
  try {
    const settings = await settingsOf(options)
    const names = namesOf(options, settings)
    const { secret, erased, isResumed, needsNight } = await locked(installation, () =>
      remove(options, settings, names, effects),
    )
    const code = needsNight ? await publish(await placed(options), secret, effects) : 0
    const left = { installation, settings, erased, names: isResumed ? [] : names, hasInbox }
    if (names.length > 0 || isResumed) await locked(installation, () => clearOfPersons(left, effects))
    await tellMentions(left, effects)
    return code
  } catch (error) {
    return tellFailure(error, null, effects.log)
  }
}

if (import.meta.main) await runCommand(help, readPurgeOptions, purge)
