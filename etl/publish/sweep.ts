import { join } from 'node:path'
import type { Effects } from '../effects.ts'
import { namesIn } from '../ingest/folder.ts'
import { settleBeside } from './beside.ts'
import { timeOfRun } from './run-name.ts'
import { standingRun } from './standing.ts'

export const workshops = '.workshop'
/** Folders of an installation in which half-written files may lie. */
export const writtenFolders: readonly string[] = [
  '',
  'landed',
  'quarantine',
  join('quarantine', 'rows'),
  'history',
]
/** Runs write these beside what people wrote; all other folders are the runs' alone. */
const halfWritten = /^(\.key|\.erased|last-(?:good|night)\.json|current|\.lock\.\d+)\.new$/

/** Whether a file of one of these folders is one that a killed run left half-written. */
export const isHalfWritten = (folder: string, name: string): boolean =>
  folder === '' ? halfWritten.test(name) : name.endsWith('.new')

/** Names of releases in their order of time; what else lies there is no run's. */
async function releasesIn(installation: string): Promise<string[]> {
  const names = await namesIn(join(installation, 'releases'))
  return names.filter((name) => timeOfRun(name) !== null).sort()
}

/** Releases that never stood: newer than the one that stands. Where none does, nothing says which those are. */
async function unpublished(installation: string): Promise<string[]> {
  const standing = await standingRun(installation)
  if (standing === null) return []
  return (await releasesIn(installation)).filter((name) => name > standing)
}

/** Removes what killed runs left: workshops, half-written files and releases that never stood. */
export async function sweep(installation: string, effects: Effects): Promise<void> {
  const { disk } = effects
  await disk.remove(join(installation, workshops))
  await settleBeside(installation, effects)
  for (const folder of writtenFolders) {
    const names = await namesIn(join(installation, folder))
    for (const name of names.filter((entry) => isHalfWritten(folder, entry)))
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
