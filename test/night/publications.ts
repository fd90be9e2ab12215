import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { disk, type Effects } from '../../etl/effects.ts'
import { commit, workshopOf } from '../../etl/publish/commit.ts'
import { siteWorkshopOf, swapSites } from '../../etl/publish/swap-sites.ts'
import { pruneReleases, sweep } from '../../etl/publish/sweep.ts'
import { folder } from '../support/installation.ts'
import { startNight } from './child.ts'
import { wholeRelease } from './whole.ts'
import { wholeSite } from './whole-site.ts'
import { firstExports, fresh } from './world.ts'

const audiences = ['staff', 'leadership', 'operations'] as const
const effects: Effects = { now: () => new Date(), log: () => {}, progress: () => {}, disk }

/** What a reader saw while releases were published under its eyes. */
export interface Seen {
  readonly reads: number
  /** How many releases it met. */
  readonly runs: number
  /** What did not agree: the first few, and how often. */
  readonly torn: readonly string[]
  readonly times: number
}

/** Starts a reader of an installation and its sites; resolves to what stops it and hands over what it saw. */
async function readOn(data: string, out: string): Promise<() => Promise<Seen>> {
  const program = resolve(import.meta.dirname, 'read-on.ts')
  const child = spawn(process.execPath, [program, data, out], { stdio: ['pipe', 'pipe', 'inherit'] })
  const said: string[] = []
  child.stdout.setEncoding('utf8').on('data', (text: string) => said.push(text))
  while (said.length === 0) await once(child.stdout, 'data')
  return async () => {
    child.stdin.write('stop\n')
    await once(child, 'close')
    return JSON.parse(said.join('').split('\n')[1] ?? '')
  }
}

/** Copies a release or a site, of another run. */
async function renamed(from: string, to: string, run: string, other: string): Promise<void> {
  await mkdir(to, { recursive: true })
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name.replace(run, other))]
    if (entry.isDirectory()) await renamed(source, target, run, other)
    else if (/\.(json|html)$/.test(entry.name))
      await writeFile(target, (await readFile(source, 'utf8')).replaceAll(run, other))
    else await cp(source, target)
  }
}

/** The nth run of a series that began with `run`. */
const later = (run: string, nth: number): string =>
  `2${String(Number(run.slice(1, 4)) + 1).padStart(3, '0')}${run.slice(4, 9)}${String(nth).padStart(9, '0')}Z`

/**
 * Publishes the release and the sites that stand so many times again, each under a run of its own, in the steps in which
 * a night does.
 */
async function publishAgain(
  data: string,
  out: string,
  run: string,
  times: number,
  kept: number,
): Promise<void> {
  const [release, builds] = [join(data, 'releases', run), join(out, '.builds', run)]
  const [copyOfRelease, copyOfSites] = [join(data, 'as-it-was'), join(out, 'as-it-was')]
  await cp(release, copyOfRelease, { recursive: true })
  await cp(builds, copyOfSites, { recursive: true })
  for (let nth = 1; nth <= times; nth++) {
    const next = later(run, nth)
    await sweep(data, effects)
    await renamed(copyOfRelease, join(workshopOf(data, next), 'release'), run, next)
    await cp(join(data, 'warehouse.duckdb'), join(workshopOf(data, next), 'warehouse.duckdb'))
    await commit(data, next, effects)
    await pruneReleases(data, next, kept, effects)
    await renamed(copyOfSites, siteWorkshopOf(out, next), run, next)
    await swapSites({ out, run: next, audiences, isErasing: false }, effects)
  }
}

/** What who reads on meets while so many releases and their sites are published; the last of them is whole. */
export async function readThrough(publications: number): Promise<Seen> {
  const [dir, out] = [await fresh(firstExports), await folder()]
  const { code, log } = await startNight({ words: ['--data', dir, '--out', out] }).ended
  if (code !== 0) throw new Error(log)
  const stop = await readOn(dir, out)
  await publishAgain(dir, out, (await wholeRelease(dir)) ?? '', publications, 2)
  const seen = await stop()
  console.log(
    `${publications} publications, ${seen.reads} reads of ${seen.runs} releases, torn: ${seen.times}`,
  )
  if ((await wholeRelease(dir)) !== (await wholeSite(join(out, 'leadership'))))
    throw new Error('the release and the site that stand are not of one run')
  return seen
}
