import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { folder } from '../support/installation.ts'
import { type Ended, startNight } from './child.ts'
import { factsOf } from './facts.ts'
import { copied } from './world.ts'

export const audiences = ['staff', 'leadership', 'operations'] as const
export const dataOf = (root: string): string => join(root, 'data')
export const outOf = (root: string): string => join(root, 'out')

/** A place to kill nights in: an installation that is ready for one, and what an undisturbed one makes of it. */
export interface Scene {
  readonly root: string
  /** How long it takes, from its start as a process to its end, and what it says. */
  readonly milliseconds: number
  readonly log: string
  readonly facts: Map<string, string>
}

export const wordsOf = (root: string, hasSite: boolean): string[] => [
  ...['--data', dataOf(root), '--out', outOf(root)],
  ...(hasSite ? [] : ['--no-site']),
]

/** Runs a night to its end, in a process of its own; it must be published. */
export async function goodNight(root: string, hasSite: boolean): Promise<Ended> {
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
