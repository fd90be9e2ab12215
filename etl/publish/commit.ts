import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Effects } from '../effects.ts'
import { settleHistory, stageHistory } from './history.ts'

const workshops = '.workshop'

/** The folder in which a run builds; nobody reads there. */
export const workshopOf = (installation: string, run: string): string => join(installation, workshops, run)

/** Removes what killed runs left: their workshops and half-written files. */
export async function sweep(installation: string, effects: Effects): Promise<void> {
  await effects.disk.remove(join(installation, workshops))
  await settleHistory(installation, effects)
  for (const folder of ['', 'landed', 'quarantine', join('quarantine', 'rows'), 'history']) {
    const names = await readdir(join(installation, folder)).catch((): string[] => [])
    for (const name of names.filter((entry) => entry.endsWith('.new')))
      await effects.disk.remove(join(installation, folder, name))
  }
}

/**
 * Makes the release in the workshop the standing one: the release folder, the warehouse, what it adds to the history,
 * and last `current`.
 */
export async function commit(installation: string, run: string, effects: Effects): Promise<void> {
  const workshop = workshopOf(installation, run)
  const { disk } = effects
  await disk.folder(join(installation, 'releases'))
  await disk.seal(join(workshop, 'warehouse.duckdb'))
  await disk.move(join(workshop, 'release'), join(installation, 'releases', run))
  await disk.move(join(workshop, 'warehouse.duckdb'), join(installation, 'warehouse.duckdb'))
  await stageHistory(installation, workshop, run, effects)
  await disk.link(join('releases', run), join(installation, 'current'))
  await settleHistory(installation, effects)
}

/** Removes the oldest releases beyond `kept`, never the one that stands. Names sort by time. */
export async function pruneReleases(
  installation: string,
  standing: string,
  kept: number,
  effects: Effects,
): Promise<void> {
  const folder = join(installation, 'releases')
  const names = (await readdir(folder)).filter((name) => name !== standing).sort()
  for (const name of names.slice(0, Math.max(0, names.length - (kept - 1))))
    await effects.disk.remove(join(folder, name))
}

/** Swaps the sites in: each audience is a link to its folder of the newest build; older builds go. */
export async function swapSites(
  out: string,
  run: string,
  audiences: readonly string[],
  effects: Effects,
): Promise<void> {
  for (const audience of audiences)
    await effects.disk.link(join('.builds', run, audience), join(out, audience))
  const builds = join(out, '.builds')
  for (const name of (await readdir(builds)).filter((entry) => entry !== run))
    await effects.disk.remove(join(builds, name))
}
