import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { $ } from 'zx'
import { loadChanges } from './config/changes.ts'
import { ConfigError } from './config/errors.ts'
import { loadSettings } from './config/load.ts'
import { loadWords } from './config/words.ts'
import { LockHeldError, takeLock } from './db/lock.ts'
import { disk, type Effects } from './effects.ts'
import { readSecret } from './ingest/keys.ts'
import { NotPublished, runPipeline } from './pipeline.ts'
import { commit, pruneReleases, swapSites, sweep, workshopOf } from './publish/commit.ts'
import { standingManifest } from './publish/release.ts'

const root = resolve(import.meta.dirname, '..')
const audiences = ['staff', 'leadership'] as const

export const help = `npm run nightly -- [--data DIR] [--as-of TIME] [--no-site] [--out DIR] [--republish]

Reads what is new in DIR/inbox, rebuilds the facts, publishes a release and builds the sites.

  --data DIR     the installation (default data/live)
  --as-of TIME   compute everything as of this time, e.g. 2026-05-14T00:00:00+01:00
                 (default: the newest export)
  --no-site      publish the release and build no site
  --out DIR      where the sites go (default dist/)
  --republish    let a release as of an earlier time replace the standing one
  --help         this text

Exit codes: 0 published; 1 nothing published, the last release stands; 2 wrong usage or
configuration, nothing touched; 3 another run holds the lock.`

/** Wrong usage: nothing is touched, and the message says what to write. */
class UsageError extends Error {}

export interface NightlyOptions {
  readonly data: string
  readonly asOf: string | null
  readonly hasSite: boolean
  readonly out: string
  readonly isRepublish: boolean
}

function instantOf(text: string): string {
  try {
    return Temporal.Instant.from(text).toString({ fractionalSecondDigits: 3 })
  } catch {
    throw new UsageError(
      `--as-of ${text} is not a time with its offset: write it as 2026-05-14T00:00:00+01:00`,
    )
  }
}

/** The options of a command line; null where it asks for help. Throws `UsageError`. */
export function readOptions(words: readonly string[]): NightlyOptions | null {
  const options = {
    data: { type: 'string', default: 'data/live' },
    'as-of': { type: 'string' },
    'no-site': { type: 'boolean', default: false },
    out: { type: 'string', default: 'dist' },
    republish: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  } as const
  try {
    const { values } = parseArgs({ args: [...words], options, strict: true, allowPositionals: false })
    if (values.help) return null
    return {
      data: resolve(values.data),
      asOf: values['as-of'] === undefined ? null : instantOf(values['as-of']),
      hasSite: !values['no-site'],
      out: resolve(values.out),
      isRepublish: values.republish,
    }
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`${(error as Error).message}\n\n${help}`)
  }
}

/** A name that sorts by time: `20261120T020000123Z`. */
const runName = (now: Date): string => now.toISOString().replace(/[-:.]/g, '')

async function assertFolder(path: string): Promise<void> {
  const found = await stat(path).catch(() => null)
  if (!found?.isDirectory())
    throw new UsageError(
      `there is no installation at ${path}: give its folder with --data, or write one with npm run init -- ${path}`,
    )
}

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
    const built = await shell`node_modules/.bin/astro build`.nothrow()
    if (built.exitCode !== 0)
      throw new Error(`the ${audience} site could not be built:\n${built.stdout}${built.stderr}`)
  }
  await swapSites(out, run, audiences, effects)
}

/** One night. Resolves to the exit code and says in the log what happened; throws only what nobody foresaw. */
export async function nightly(options: NightlyOptions, effects: Effects): Promise<0 | 1 | 2 | 3> {
  const { data: installation } = options
  try {
    await assertFolder(installation)
    const settings = await loadSettings(installation)
    const words = await loadWords(installation, join(root, 'data', 'procedure'))
    const changes = await loadChanges(installation)
    const release = await takeLock(installation)
    try {
      await sweep(installation, effects)
      const run = runName(effects.now())
      const workshop = workshopOf(installation, run)
      await effects.disk.folder(workshop)
      const standing = await standingManifest(installation)
      const secret = await readSecret(installation, process.env, effects)
      const isSample = installation === join(root, 'data', 'sample')
      const mayPublish = (asOf: string): void => {
        if (standing === null || options.isRepublish || asOf >= standing.as_of) return
        throw new NotPublished(
          `as of ${asOf} is before the standing release (as of ${standing.as_of}): add --republish to replace it, or replay in a copy of the installation`,
        )
      }
      const job = {
        installation,
        settings,
        words,
        changes,
        secret,
        asOf: options.asOf,
        isSample,
        run,
        workshop,
        mayPublish,
      }
      const manifest = await runPipeline(job, effects)
      await commit(installation, run, effects)
      await pruneReleases(installation, run, settings.releases_kept, effects)
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
      release()
    }
  } catch (error) {
    const code = exitCode(error)
    if (code === null) throw error
    effects.log(
      `${code === 1 ? 'nothing published, the last release stands: ' : ''}${(error as Error).message}`,
    )
    return code
  }
}

async function timed(name: string, work: () => Promise<void>, effects: Effects): Promise<void> {
  const began = effects.now().getTime()
  await work()
  effects.log(`${name.padEnd(10)} ${((effects.now().getTime() - began) / 1000).toFixed(1)} s`)
}

function exitCode(error: unknown): 1 | 2 | 3 | null {
  if (error instanceof LockHeldError) return 3
  if (error instanceof ConfigError || error instanceof UsageError) return 2
  return error instanceof NotPublished ? 1 : null
}

/** The effects of a real run: the log goes to standard output, progress to a terminal only. */
export function realEffects(): Effects {
  const terminal = process.stderr.isTTY ? process.stderr : null
  const clear = (): void => {
    terminal?.write('\r\x1b[K')
  }
  return {
    now: () => new Date(),
    log: (line) => {
      clear()
      console.log(line)
    },
    progress: (line) => {
      clear()
      terminal?.write(line.slice(0, (terminal.columns ?? 80) - 1))
    },
    disk,
  }
}

async function main(): Promise<number> {
  try {
    const options = readOptions(process.argv.slice(2))
    if (options) return await nightly(options, realEffects())
    console.log(help)
    return 0
  } catch (error) {
    console.error(error instanceof UsageError ? error.message : error)
    return error instanceof UsageError ? 2 : 1
  }
}

if (import.meta.main) process.exitCode = await main()
