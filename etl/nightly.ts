import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { $ } from 'zx'
import { runCommand } from './command.ts'
import { loadChanges } from './config/changes.ts'
import { loadCorrections } from './config/corrections.ts'
import { ConfigError } from './config/errors.ts'
import { loadSettings } from './config/load.ts'
import { loadWords } from './config/words.ts'
import { LockHeldError, takeLock } from './db/lock.ts'
import type { Effects } from './effects.ts'
import { readSecret } from './ingest/keys.ts'
import { DamagedReceipt } from './ingest/landed.ts'
import { parseDelimited } from './ingest/read/delimited.ts'
import { loadMeasures } from './measures/index.ts'
import { help, type NightlyOptions, readOptions, UsageError } from './options.ts'
import { runPipeline } from './pipeline.ts'
import { commit, pruneReleases, swapSites, sweep, workshopOf } from './publish/commit.ts'
import { NotPublished } from './publish/not-published.ts'
import { standingAsOf } from './publish/release.ts'

const root = resolve(import.meta.dirname, '..')
const audiences = ['staff', 'leadership', 'operations'] as const

/** A name that sorts by time: `20261120T020000123Z`. */
const runName = (now: Date): string => now.toISOString().replace(/[-:.]/g, '')

async function assertFolder(path: string): Promise<void> {
  const found = await stat(path).catch(() => null)
  if (!found?.isDirectory())
    throw new UsageError(
      `there is no installation at ${path}: give its folder with --data, or write one with npm run init -- ${path}`,
    )
}

/** The release stands and its sites do not: the next run builds them. */
class SiteNotBuilt extends Error {}

async function buildSites(release: string, out: string, run: string, effects: Effects): Promise<void> {
  for (const audience of audiences) {
    const folder = join(out, '.builds', run, audience)
    const shell = $({
      cwd: root,
      quiet: true,
      env: {
        ...process.env,
        AUDIENCE: audience,
        RELEASE: release,
        OUT: folder,
        ASTRO_TELEMETRY_DISABLED: '1',
      },
    })
    effects.progress(`site ${audience}`)
    const built = await shell`${process.execPath} node_modules/astro/bin/astro.mjs build`.nothrow()
    if (built.exitCode !== 0)
      throw new SiteNotBuilt(
        `release ${run} is published, but its ${audience} site could not be built; the sites that stood still stand:\n${built.stdout}${built.stderr}`,
      )
  }
  await swapSites(out, run, audiences, effects)
}

/** One night. Resolves to the exit code and says in the log what happened; throws only what nobody foresaw. */
export async function nightly(options: NightlyOptions, effects: Effects): Promise<0 | 1 | 2 | 3> {
  const { data: installation } = options
  try {
    await assertFolder(installation)
    if (options.asOf !== null && options.asOf > effects.now().toISOString())
      throw new UsageError(`--as-of ${options.asOf} is in the future: nothing is known of it yet`)
    const settings = await loadSettings(installation)
    const measures = (await loadMeasures()).map(({ measure }) => measure.id)
    const words = await loadWords(
      installation,
      join(root, 'data', 'procedure'),
      settings.institution,
      measures,
    )
    const changes = await loadChanges(installation)
    const corrections = await loadCorrections(installation, parseDelimited)
    const release = await takeLock(installation)
    let releaseOut = (): void => {}
    try {
      if (options.hasSite) {
        await effects.disk.folder(options.out)
        releaseOut = await takeLock(options.out)
      }
      await sweep(installation, effects)
      const run = runName(effects.now())
      const workshop = workshopOf(installation, run)
      await effects.disk.folder(workshop, true)
      const standing = await standingAsOf(installation)
      const secret = await readSecret(installation, process.env, effects)
      const isSample = installation === join(root, 'data', 'sample')
      const mayPublish = (asOf: string): void => {
        if (standing === null || options.isRepublish || asOf >= standing) return
        throw new NotPublished(
          `as of ${asOf} is before the standing release (as of ${standing}): add --republish to replace it, or replay in a copy of the installation`,
        )
      }
      const job = {
        installation,
        settings,
        words,
        changes,
        corrections,
        secret,
        asOf: options.asOf,
        isSample,
        run,
        workshop,
        mayPublish,
      }
      const manifest = await runPipeline(job, effects)
      await commit(installation, run, effects)
      await pruneReleases(installation, run, settings.releases_kept, effects).catch((error: Error) =>
        effects.log(`warning: old releases could not be removed: ${error.message}`),
      )
      for (const warning of manifest.warnings) effects.log(`warning: ${warning}`)
      effects.log(`published  release ${run}, as of ${manifest.as_of}`)
      if (options.hasSite)
        await timed(
          'sites',
          () => buildSites(join(installation, 'releases', run), options.out, run, effects),
          effects,
        )
      return 0
    } finally {
      await sweep(installation, effects)
      releaseOut()
      release()
    }
  } catch (error) {
    const code = exitCode(error)
    if (code === null && isDiskFull(error)) {
      effects.log(
        'nothing published; the last release, if there is one, stands: the disk is full. Make room and run again',
      )
      return 1
    }
    if (code === null) throw error
    effects.log(
      `${code === 1 ? 'nothing published; the last release, if there is one, stands: ' : ''}${(error as Error).message}`,
    )
    return code
  }
}

/** Node says so by a code, DuckDB in words. */
const isDiskFull = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException).code === 'ENOSPC' ||
  /no space left on device/i.test((error as Error).message)

async function timed(name: string, work: () => Promise<void>, effects: Effects): Promise<void> {
  const began = effects.now().getTime()
  await work()
  effects.log(`${name.padEnd(10)} ${((effects.now().getTime() - began) / 1000).toFixed(1)} s`)
}

function exitCode(error: unknown): 1 | 2 | 3 | null {
  if (error instanceof LockHeldError) return 3
  if (error instanceof ConfigError || error instanceof UsageError) return 2
  const isForeseen = [NotPublished, SiteNotBuilt, DamagedReceipt].some((kind) => error instanceof kind)
  return isForeseen ? 1 : null
}

if (import.meta.main) await runCommand(help, readOptions, nightly)
