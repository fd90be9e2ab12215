import { readlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Effects } from '../effects.ts'
import { namesIn } from './sweep.ts'

const buildsIn = (out: string): string => join(out, '.builds')

/** Where the sites of a run are built; nobody reads there. */
export const siteWorkshopOf = (out: string, run: string): string => join(buildsIn(out), `${run}.new`)

/** The builds that audiences are linked to now. */
async function linkedBuilds(out: string, audiences: readonly string[]): Promise<string[]> {
  const targets = audiences.map((audience) => readlink(join(out, audience)).catch(() => null))
  return (await Promise.all(targets)).flatMap((target) =>
    target === null ? [] : [basename(dirname(target))],
  )
}

/** Builds that may be read still: those that are linked, and the one before them. */
function inUse(builds: readonly string[], linked: readonly string[]): Set<string> {
  const newest = [...linked].sort().at(-1) ?? ''
  const before = builds
    .filter((name) => !name.endsWith('.new') && name < newest && !linked.includes(name))
    .sort()
    .at(-1)
  return new Set([...linked, ...(before === undefined ? [] : [before])])
}

/** Removes half-built sites, half-made links and builds that nobody reads any more. */
export async function sweepSites(
  out: string,
  audiences: readonly string[],
  { disk }: Effects,
): Promise<void> {
  for (const name of (await namesIn(out)).filter((entry) => entry.endsWith('.new')))
    await disk.remove(join(out, name))
  const builds = await namesIn(buildsIn(out))
  const used = inUse(builds, await linkedBuilds(out, audiences))
  for (const name of builds.filter((build) => !used.has(build))) await disk.remove(join(buildsIn(out), name))
}

/**
 * Swaps in the sites of a run, of which every one is built: each audience is a link to its folder of the newest build.
 * The build before stays until the next swap, for pages that are being read.
 */
export async function swapSites(
  out: string,
  run: string,
  audiences: readonly string[],
  effects: Effects,
): Promise<void> {
  const { disk } = effects
  const workshop = siteWorkshopOf(out, run)
  await disk.settle(workshop)
  await disk.move(workshop, join(buildsIn(out), run))
  for (const audience of audiences) await disk.link(join('.builds', run, audience), join(out, audience))
  await sweepSites(out, audiences, effects)
}
