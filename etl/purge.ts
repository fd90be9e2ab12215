import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { runCommand } from './command.ts'
import { loadSettings } from './config/load.ts'
import type { Settings } from './config/settings.ts'
import { takeLock } from './db/lock.ts'
import type { Effects } from './effects.ts'
import { type Erased, readErased } from './ingest/erased.ts'
import { readSecret } from './ingest/keys.ts'
import { nightly } from './nightly.ts'
import { UsageError } from './options.ts'
import { type ExitCode, tellFailure } from './outcome.ts'
import { standingRun } from './publish/standing.ts'
import { namesIn, sweep } from './publish/sweep.ts'
import { help, type PurgeOptions, readPurgeOptions } from './purge-options.ts'
import { applyRetention, clearInbox } from './retention/apply.ts'
import { eraseKept } from './retention/erase-kept.ts'
import { landedIn } from './retention/landed.ts'
import { allNames, personFault } from './retention/names.ts'
import { clearOfPersons, tellMentions } from './retention/tell-left.ts'

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
  /** Whether a night is needed for what is published to be without what was removed. */
  readonly needsNight: boolean
}

/** What is done under the lock: tombstones first, so that whatever happens after can be done again from them. */
async function remove(
  { data: installation, hasInbox }: PurgeOptions,
  settings: Settings,
  names: readonly string[],
  effects: Effects,
): Promise<Purged> {
  const secret = await readSecret(installation, process.env, effects)
  const before = await readErased(installation, secret)
  const erased = names.length > 0 ? before.and(names, effects.now().toISOString()) : before
  await sweep(installation, effects)
  await effects.disk.folder(landedIn(installation), true)
  if (names.length > 0) await erased.write(installation, effects)
  if (erased.persons.length > 0) await eraseKept({ installation, secret, erased }, effects)
  const isLess = await applyRetention({ installation, settings }, effects)
  if (hasInbox) await clearInbox({ installation, settings }, effects)
  return { secret, erased, needsNight: isLess || (await isUnfinished(installation, secret)) }
}

/** Where what was removed may still stand after a night that did not end well. `before`: the run that stood before it. */
async function placesLeft({ data, out }: PurgeOptions, before: string | null): Promise<string[]> {
  const standing = await standingRun(data)
  const isOld = standing === before
  const releases = (await namesIn(join(data, 'releases'))).filter((name) => isOld || name !== standing)
  return [
    ...(isOld ? ['warehouse.duckdb'] : []),
    ...releases.map((name) => `releases/${name}`),
    `the sites in ${out}`,
  ]
}

const isUnfinished = async (installation: string, secret: Buffer): Promise<boolean> =>
  (await readErased(installation, secret)).isUnfinished

/** Runs the night by which what is published is without what was removed, and says what is left where it did not end well. */
async function publish(options: PurgeOptions, secret: Buffer, effects: Effects): Promise<ExitCode> {
  const { data, out, hasSite } = options
  const before = await standingRun(data)
  const code = await nightly({ data, out, hasSite, asOf: null, isRepublish: false }, effects)
  if (code !== 0 || (await isUnfinished(data, secret))) {
    const places = await placesLeft(options, before)
    effects.log(
      `not done   what was removed may still stand in ${places.join(', ')}. Mend what is said above and run npm run purge again`,
    )
    return code === 0 ? 1 : code
  }
  if (!hasSite && (await namesIn(join(out, '.builds'))).length > 0)
    effects.log(`stays      the sites in ${out} show what was removed: npm run nightly builds them anew`)
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
    const { secret, erased, needsNight } = await locked(installation, () =>
      remove(options, settings, names, effects),
    )
    const code = needsNight ? await publish(options, secret, effects) : 0
    if (names.length === 0) return code
    const left = { installation, settings, names, erased, hasInbox }
    await locked(installation, () => clearOfPersons(left, effects))
    await tellMentions(left, effects)
    return code
  } catch (error) {
    return tellFailure(error, null, effects.log)
  }
}

if (import.meta.main) await runCommand(help, readPurgeOptions, purge)
