import { readlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Effects } from '../effects.ts'
import { namesIn } from '../ingest/folder.ts'
import { takeOver } from './take-over.ts'

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

const isLink = (path: string): Promise<boolean> =>
  readlink(path).then(
    () => true,
    () => false,
  )

/** A lock that a killed run was making: whoever sweeps has the one that stands. */
const halfLock = /^\.lock\.\d+\.new$/

/** Removes half-built sites, half-made links and locks, and builds that nobody reads any more. */
export async function sweepSites(
  out: string,
  audiences: readonly string[],
  { disk }: Effects,
): Promise<void> {
  for (const audience of audiences) {
    const half = join(out, `${audience}.new`)
    if (await isLink(half)) await disk.remove(half)
  }
  for (const name of (await namesIn(out)).filter((entry) => halfLock.test(entry)))
    await disk.remove(join(out, name))
  const builds = await namesIn(buildsIn(out))
  const used = inUse(builds, await linkedBuilds(out, audiences))
  for (const name of builds.filter((build) => !used.has(build))) await disk.remove(join(buildsIn(out), name))
}

interface Swap {
  readonly out: string
  readonly run: string
  readonly audiences: readonly string[]
  /** Whether what stood names persons who were erased since: then none of its figures and lists is read on. */
  readonly isErasing: boolean
}

/**
 * Swaps in the sites of a run, of which every one is built: each audience is a link to its folder of the newest build, in
 * which the files of the build before that a page asks for by a lasting name are as well. The build before stays until the
 * next swap, for who reads on in the folder that a link led to.
 */
export async function swapSites({ out, run, audiences, isErasing }: Swap, effects: Effects): Promise<void> {
  const { disk } = effects
  const [builds, fresh] = [buildsIn(out), siteWorkshopOf(out, run)]
  await takeOver({ out, builds, fresh, audiences, hasFigures: !isErasing }, effects)
  await disk.settle(fresh)
  await disk.move(fresh, join(builds, run))
  for (const audience of audiences) await disk.link(join('.builds', run, audience), join(out, audience))
  await sweepSites(out, audiences, effects)
}
