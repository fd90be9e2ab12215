import { join, resolve } from 'node:path'
import { $ } from 'zx'
import type { Manifest } from '../data/contract.ts'
import { runCommand } from './command.ts'
import { takeLock } from './db/lock.ts'
import type { Effects } from './effects.ts'
import { readErased } from './ingest/erased.ts'
import { afterNight } from './night/after-night.ts'
import { beginNight } from './night/begin.ts'
import { withoutSecret } from './night/environment.ts'
import { inputsOf, readWith } from './night/inputs.ts'
import type { Job } from './night/job.ts'
import { writeLastNight } from './night/last-night.ts'
import { lastTold } from './night/last-told.ts'
import { landedLeftBy, leftBy, warehouseLeftBy } from './night/left-by.ts'
import { sameAsStands, standStill } from './night/nothing-new.ts'
import { help, type NightlyOptions, readOptions } from './night/options.ts'
import { type ExitCode, SiteNotBuilt, tellFailure } from './night/outcome.ts'
import { assertUsage } from './night/usage.ts'
import { readWritten } from './night/written.ts'
import { makeRelease, readTonight } from './pipeline.ts'
import { commit } from './publish/commit.ts'
import { lastGoodOf, writeLastGood } from './publish/last-good.ts'
import { assertClock, standingRelease } from './publish/standing.ts'
import { siteWorkshopOf, swapSites, sweepSites } from './publish/swap-sites.ts'
import { pruneReleases, sweep } from './publish/sweep.ts'
import { troubleOf, troubleSaid } from './publish/trouble.ts'
import { finishErasure, NotErased } from './retention/finish.ts'
import { withoutQuoted } from './unforeseen.ts'

const root = resolve(import.meta.dirname, '..')
const audiences = ['staff', 'leadership', 'operations'] as const

/** What keeps bash from reading `.bashrc`, which it does for a command that timers and cron began and whose input is a pipe of Node's. */
const noProfile = { SHLVL: '1' }

/** Builds one site into `folder`; resolves to why it could not. It ends with this process, whose end of a pipe it watches. */
async function buildSite(audience: string, release: string, folder: string): Promise<string | null> {
  const settings = { AUDIENCE: audience, RELEASE: release, OUT: folder, ENDS_WITH_STDIN: '1' }
  const shell = $({
    cwd: root,
    quiet: true,
    env: { ...withoutSecret(process.env), ...settings, ...noProfile, ASTRO_TELEMETRY_DISABLED: '1' },
  })
  const built = await shell`${process.execPath} node_modules/astro/bin/astro.mjs build`.nothrow()
  const said = `${built.stdout}${built.stderr}`
  return built.exitCode === 0 ? null : (troubleSaid(said) ?? `\n${said}`)
}

async function buildSites({ installation, run, secret }: Job, out: string, effects: Effects): Promise<void> {
  const release = join(installation, 'releases', run)
  for (const audience of audiences) {
    effects.progress(`site ${audience}`)
    const failed = await buildSite(audience, release, join(siteWorkshopOf(out, run), audience))
    if (failed !== null)
      throw new SiteNotBuilt(
        `its ${audience} site could not be built; the sites that stood still stand: ${failed}`,
      )
  }
  const { isUnfinished, isInSites } = await readErased(installation, secret)
  await swapSites({ out, run, audiences, isErasing: isUnfinished || isInSites }, effects)
}

async function timed(name: string, work: () => Promise<void>, effects: Effects): Promise<void> {
  const began = effects.now().getTime()
  await work()
  effects.log(`${name.padEnd(10)} ${((effects.now().getTime() - began) / 1000).toFixed(1)} s`)
}

const saidOf = (error: Error): string => troubleOf(error) ?? withoutQuoted(error.message)

/** Does what a night can do without, and says where it failed. */
const orWarn = (what: string, work: Promise<void>, { log }: Effects): Promise<void> =>
  work.catch((error: Error) => log(`warning: ${what}: ${saidOf(error)}`))

/** The night of who holds the locks, from exports to sites. `publish` is told as soon as a release stands. */
async function work(
  given: Job,
  { hasSite, out, isRepublish }: NightlyOptions,
  effects: Effects,
  publish: (manifest: Manifest) => void,
): Promise<void> {
  const { installation, run, settings } = given
  const tonight = await readTonight(given, effects)
  const reading = readWith(tonight)
  const inputs = inputsOf(tonight, reading)
  const sites = hasSite ? { out, audiences } : null
  const lastGood = isRepublish ? null : await sameAsStands(tonight, inputs, sites)
  if (lastGood !== null) return standStill(tonight, lastGood, sites, effects)

  const last = isRepublish ? null : await lastTold(tonight, reading)
  const { manifest, isWhole } = await makeRelease(tonight, last, effects)
  await commit(installation, run, effects)
  publish(manifest)
  const pruned = pruneReleases(installation, run, settings.releases_kept, effects)
  await orWarn('old releases could not be removed', pruned, effects)
  for (const warning of manifest.warnings) effects.log(`warning: ${warning}`)
  effects.log(`published  release ${run}, as of ${manifest.as_of}`)
  if (hasSite) await timed('sites', () => buildSites(given, out, effects), effects)
  await finishErasure({ ...given, out: hasSite ? out : null }, effects).catch((error: Error) => {
    throw new NotErased(
      `what names erased persons could not be removed, and the next night tries again: ${saidOf(error)}`,
    )
  })
  const sitesAt = hasSite ? effects.now() : null
  const left = await leftBy(installation, run)
  const whole_at = isWhole || last === null ? manifest.built_at : last.wholeAt
  const landed = tonight.ingested.landed.map(({ sha256 }) => sha256)
  const told = {
    reading,
    landed: await landedLeftBy(installation, landed),
    warehouse: await warehouseLeftBy(installation),
    whole_at,
  }
  const said = lastGoodOf(manifest, { inputs, left, told, sitesAt })
  await orWarn('last-good.json could not be written', writeLastGood(installation, said, effects), effects)
}

/** One night. Resolves to the exit code and says in the log what happened; throws only what nobody foresaw. */
export async function nightly(options: NightlyOptions, effects: Effects): Promise<ExitCode> {
  const { data, out, hasSite } = options
  const locks: (() => void)[] = []
  const sweeps: (() => Promise<void>)[] = []
  let published: Manifest | null = null
  let code: ExitCode = 1
  try {
    await assertUsage(options, effects)
    const written = await readWritten(data)
    locks.push(await takeLock(data))
    const standing = await standingRelease(data)
    assertClock(effects.now(), standing, data)
    sweeps.push(() => sweep(data, effects))
    if (hasSite) {
      await effects.disk.folder(out)
      locks.push(await takeLock(out))
      sweeps.push(() => sweepSites(out, audiences, effects))
      await sweepSites(out, audiences, effects)
    }
    const job = await beginNight(options, written, standing, effects)
    await work(job, options, effects, (manifest) => {
      published = manifest
    })
    code = 0
  } catch (error) {
    code = tellFailure(error, published, effects.log)
  } finally {
    for (const tidy of sweeps) await orWarn('what this run leaves could not be removed', tidy(), effects)
    if (locks.length > 0) {
      const run = (published as Manifest | null)?.run ?? null
      const told = { ended_at: effects.now().toISOString(), exit_code: code, run, out: hasSite ? out : null }
      await orWarn('last-night.json could not be written', writeLastNight(data, told, effects), effects)
    }
    for (const release of locks.reverse()) release()
    if (locks.length > 0) await afterNight(data, { code, published }, effects)
  }
  return code
}

if (import.meta.main) await runCommand(help, readOptions, nightly)
