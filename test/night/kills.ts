import { existsSync, readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Chance, chanceOf } from '../reference/random.ts'
import { startNight } from './child.ts'
import { different, factsOf } from './facts.ts'
import type { Killed } from './kill-table.ts'
import { audiences, dataOf, goodNight, outOf, type Scene, wordsOf } from './scene.ts'
import { landedFiles, leftovers, wholeRelease } from './whole.ts'
import { wholeSite } from './whole-site.ts'
import { copied } from './world.ts'

const stagesOf = (log: string): string[] =>
  [...log.matchAll(/^(\w+) +\d+\.\d s$/gm)].map(([, name]) => name as string)

/** The stage of the night in which it was killed, by what it had said of itself and what lay about. */
function stageOf(root: string, said: string, clean: string): string {
  if (!existsSync(join(dataOf(root), '.workshop')) && stagesOf(said).length === 0) return 'start'
  const next = stagesOf(clean)[stagesOf(said).length] ?? 'end'
  if (next !== 'sites') return next
  if (!said.includes('\npublished ')) return 'commit'
  const half = join(outOf(root), '.builds')
  const begun = existsSync(half) ? readdirSync(half).filter((name) => name.endsWith('.new')) : []
  const built = begun.flatMap((name) => readdirSync(join(half, name)))
  return `sites, ${built.length} built`
}

const faultOf = (work: Promise<unknown>): Promise<string[]> =>
  work.then(
    () => [],
    (error: Error) => [error.message],
  )

async function broken(root: string): Promise<string[]> {
  const sites = audiences.map((audience) => join(outOf(root), audience)).filter((link) => existsSync(link))
  const looks = [wholeRelease(dataOf(root)), ...sites.map(wholeSite)].map(faultOf)
  return (await Promise.all(looks)).flat()
}

interface Moment {
  /** From 0, when the process starts, to 1, when a night that nobody disturbs has ended. */
  readonly share: number
  /** Whether all processes that the night started go with it. */
  readonly isGroup: boolean
}

/** How long a night takes now, in milliseconds: a machine with other things to do takes longer. */
interface Pulse {
  milliseconds: number
}

type Struck = Omit<Killed, 'differences' | 'left'>

/** Starts a night and kills it; null where it had ended before, so that the next moment is told by how long it took. */
async function strike(
  root: string,
  clean: string,
  { share, isGroup }: Moment,
  pulse: Pulse,
): Promise<Struck | null> {
  const before = await landedFiles(dataOf(root))
  const at = share * pulse.milliseconds
  const began = performance.now()
  const night = startNight({ words: wordsOf(root, true) })
  if (await Promise.race([sleep(at, false), night.ended.then(() => true)])) {
    pulse.milliseconds = performance.now() - began
    return null
  }
  process.kill(isGroup ? -night.pid : night.pid, 'SIGKILL')
  const stage = stageOf(root, night.said(), clean)
  const after = await landedFiles(dataOf(root))
  const lost = [...before].filter(([name, bytes]) => after.get(name) !== bytes).map(([name]) => name)
  return { at: Math.round(at), stage, isGroup, broken: await broken(root), lost }
}

/** Kills nights one after another; null where one of them had ended before. */
async function strikeAll(
  root: string,
  clean: string,
  moments: readonly Moment[],
  pulse: Pulse,
): Promise<Struck[] | null> {
  const struck: Struck[] = []
  for (const moment of moments) {
    const one = await strike(root, clean, moment, pulse)
    if (one === null) return null
    struck.push(one)
  }
  return struck
}

/** Kills nights one after another over a copy of the scene, and then lets one run to its end. */
async function killInARow(
  scene: Scene,
  moments: readonly Moment[],
  hasSiteNext: boolean,
  pulse: Pulse,
): Promise<Killed[]> {
  const root = await copied(scene.root)
  const killed = await strikeAll(root, scene.log, moments, pulse)
  if (killed === null) {
    await rm(root, { recursive: true })
    return killInARow(scene, moments, hasSiteNext, pulse)
  }
  await goodNight(root, hasSiteNext)
  const differences = different(scene.facts, await factsOf(dataOf(root)))
  const left = [...(await leftovers(dataOf(root), hasSiteNext ? outOf(root) : null)), ...(await broken(root))]
  await rm(root, { recursive: true })
  return killed.map((one) => ({ ...one, differences, left }))
}

/** What comes after has done all its work and is leaving. */
const lastShare = 0.97

/** A moment in each of so many equal parts of a night, in no order; every other kill goes to the whole group. */
function momentsOf(count: number, chance: Chance): Moment[] {
  return Array.from({ length: count }, (_, part) => ({
    share: ((part + chance.below(1000) / 1000) / count) * lastShare,
    by: chance.below(1_000_000),
  }))
    .sort((a, b) => a.by - b.by)
    .map(({ share }, index) => ({ share, isGroup: index % 2 === 0 }))
}

/** How many nights are killed one after another before one is let be, and after how many such rows it builds the sites too. */
export interface Pace {
  readonly inARow: number
  readonly sitesEvery: number
}

/** Kills so many nights of a scene, at moments spread over all that a night takes. */
export async function killNights(
  scene: Scene,
  count: number,
  seed: number,
  { inARow, sitesEvery }: Pace,
): Promise<Killed[]> {
  const moments = momentsOf(count, chanceOf(seed))
  const pulse = { milliseconds: scene.milliseconds }
  const found: Killed[] = []
  for (let row = 0; row * inARow < count; row++)
    found.push(
      ...(await killInARow(
        scene,
        moments.slice(row * inARow, (row + 1) * inARow),
        (row + 1) % sitesEvery === 0,
        pulse,
      )),
    )
  return found
}
