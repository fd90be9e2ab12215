import { existsSync, readdirSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Chance, chanceOf } from '../reference/random.ts'
import { folder } from '../support/installation.ts'
import { type Ended, startNight } from './child.ts'
import { different, factsOf } from './facts.ts'
import { landedFiles, leftovers, wholeRelease, wholeSite } from './whole.ts'
import { copied } from './world.ts'

const audiences = ['staff', 'leadership', 'operations'] as const
const dataOf = (root: string): string => join(root, 'data')
const outOf = (root: string): string => join(root, 'out')

/** A place to kill nights in: an installation that is ready for one, and what an undisturbed one makes of it. */
export interface Scene {
  readonly root: string
  /** How long it takes, from its start as a process to its end, and what it says. */
  readonly milliseconds: number
  readonly log: string
  readonly facts: Map<string, string>
}

const wordsOf = (root: string, hasSite: boolean): string[] => [
  ...['--data', dataOf(root), '--out', outOf(root)],
  ...(hasSite ? [] : ['--no-site']),
]

/** Runs a night to its end, in a process of its own; it must be published. */
async function goodNight(root: string, hasSite: boolean): Promise<Ended> {
  const ended = await startNight({ words: wordsOf(root, hasSite) }).ended
  if (ended.code !== 0)
    throw new Error(`a night that nobody disturbed ended with ${ended.code}: ${ended.log}`)
  return ended
}

/** Sets the scene: `prepare` makes the installation in a folder; a copy of it shows what a clean run makes of it. */
export async function sceneOf(prepare: (data: string) => Promise<void>): Promise<Scene> {
  const root = join(await folder(), 'root')
  await mkdir(dataOf(root), { recursive: true })
  await prepare(dataOf(root))
  const clean = await copied(root)
  const began = performance.now()
  const { log } = await goodNight(clean, true)
  const milliseconds = performance.now() - began
  return { root, milliseconds, log, facts: await factsOf(dataOf(clean)) }
}

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

/** What a kill left and what the next good night made of it; empty lists are what is wanted. */
export interface Killed {
  readonly at: number
  readonly stage: string
  readonly isGroup: boolean
  /** What is not whole of the release that stands and of the sites that are linked. */
  readonly broken: readonly string[]
  /** Landed files that were there and are no longer, or otherwise. */
  readonly lost: readonly string[]
  readonly differences: readonly string[]
  readonly left: readonly string[]
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
  readonly at: number
  /** Whether all processes that the night started go with it. */
  readonly isGroup: boolean
}

/** Kills a night after so many milliseconds, and looks around. */
async function killAt(
  root: string,
  clean: string,
  { at, isGroup }: Moment,
): Promise<Omit<Killed, 'differences' | 'left'>> {
  const before = await landedFiles(dataOf(root))
  const night = startNight({ words: wordsOf(root, true) })
  const hasEnded = await Promise.race([sleep(at, false), night.ended.then(() => true)])
  if (!hasEnded) process.kill(isGroup ? -night.pid : night.pid, 'SIGKILL')
  const stage = hasEnded ? 'end' : stageOf(root, night.said(), clean)
  const after = await landedFiles(dataOf(root))
  const lost = [...before].filter(([name, bytes]) => after.get(name) !== bytes).map(([name]) => name)
  return { at: Math.round(at), stage, isGroup, broken: await broken(root), lost }
}

/** Kills nights one after another over a copy of the scene, and then lets one run to its end. */
async function killInARow(scene: Scene, moments: readonly Moment[], hasSiteNext: boolean): Promise<Killed[]> {
  const root = await copied(scene.root)
  const killed: Omit<Killed, 'differences' | 'left'>[] = []
  for (const moment of moments) killed.push(await killAt(root, scene.log, moment))
  await goodNight(root, hasSiteNext)
  const differences = different(scene.facts, await factsOf(dataOf(root)))
  const left = [...(await leftovers(dataOf(root), hasSiteNext ? outOf(root) : null)), ...(await broken(root))]
  await rm(root, { recursive: true })
  return killed.map((one) => ({ ...one, differences, left }))
}

/** A moment in each of so many equal parts of a night, in no order; every other kill goes to the whole group. */
function momentsOf(count: number, milliseconds: number, chance: Chance): Moment[] {
  return Array.from({ length: count }, (_, part) => ({
    at: ((part + chance.below(1000) / 1000) / count) * milliseconds,
    by: chance.below(1_000_000),
  }))
    .sort((a, b) => a.by - b.by)
    .map(({ at }, index) => ({ at, isGroup: index % 2 === 0 }))
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
  const moments = momentsOf(count, scene.milliseconds, chanceOf(seed))
  const found: Killed[] = []
  for (let row = 0; row * inARow < count; row++)
    found.push(
      ...(await killInARow(
        scene,
        moments.slice(row * inARow, (row + 1) * inARow),
        (row + 1) % sitesEvery === 0,
      )),
    )
  return found
}

/** How many kills fell into each stage, as lines of a table. */
export function tableOfKills(killed: readonly Killed[]): string {
  const stages = Map.groupBy(
    [...killed].sort((a, b) => a.at - b.at),
    ({ stage }) => stage,
  )
  const lines = [...stages].map(([stage, all]) => {
    const count = (of: (one: Killed) => readonly string[]): string =>
      String(all.filter((one) => of(one).length > 0).length)
    const groups = String(all.filter(({ isGroup }) => isGroup).length)
    return [
      stage,
      String(all.length),
      groups,
      count(({ broken }) => broken),
      count(({ lost }) => lost),
      count(({ differences }) => differences),
      count(({ left }) => left),
    ]
  })
  const head = ['stage', 'kills', 'of the group', 'broken', 'lost', 'other facts', 'leftovers']
  return [head, ...lines]
    .map((cells) => cells.map((cell, place) => (place === 0 ? cell.padEnd(16) : cell.padStart(13))).join(''))
    .join('\n')
}
