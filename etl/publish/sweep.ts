import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Effects } from '../effects.ts'
import { settleHistory } from './history.ts'
import { lastGoodRun } from './last-good.ts'
import { timeOfRun } from './run-name.ts'
import { standingRun } from './standing.ts'

export const workshops = '.workshop'
const folders = ['', 'landed', 'quarantine', join('quarantine', 'rows'), 'history']

export const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })

/** Names of releases in their order of time; what else lies there is no run's. */
async function releasesIn(installation: string): Promise<string[]> {
  const names = await namesIn(join(installation, 'releases'))
  return names.filter((name) => timeOfRun(name) !== null).sort()
}

/** Releases that never stood: newer than the one that stands or, where none does, than the last that ended well. */
async function unpublished(installation: string): Promise<string[]> {
  const last = (await standingRun(installation)) ?? (await lastGoodRun(installation))
  const names = await releasesIn(installation)
  return names.filter((name) => last === null || name > last)
}

/** Removes what killed runs left: workshops, half-written files and releases that never stood. */
export async function sweep(installation: string, effects: Effects): Promise<void> {
  const { disk } = effects
  await disk.remove(join(installation, workshops))
  await settleHistory(installation, effects)
  for (const folder of folders) {
    const names = await namesIn(join(installation, folder))
    for (const name of names.filter((entry) => entry.endsWith('.new')))
      await disk.remove(join(installation, folder, name))
  }
  for (const name of await unpublished(installation)) await disk.remove(join(installation, 'releases', name))
}

/** A page may be reading the release that was replaced just now. */
const leastKept = 2

/**
 * Removes the oldest releases beyond `kept`, never the one that stands nor the one before it. Each goes in one step: it is
 * moved out of sight first.
 */
export async function pruneReleases(
  installation: string,
  standing: string,
  kept: number,
  { disk }: Effects,
): Promise<void> {
  const others = (await releasesIn(installation)).filter((name) => name !== standing)
  const away = others.slice(0, Math.max(0, others.length - (Math.max(kept, leastKept) - 1)))
  for (const name of away) {
    await disk.folder(join(installation, workshops), true)
    const gone = join(installation, workshops, `gone-${name}`)
    await disk.move(join(installation, 'releases', name), gone)
    await disk.remove(gone)
  }
}
