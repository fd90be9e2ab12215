import { readlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Effects } from '../effects.ts'
import { readErased } from '../ingest/erased.ts'
import { namesIn } from '../ingest/folder.ts'
import { standingRun } from '../publish/standing.ts'
import { eraseKept } from './erase-kept.ts'

/** Where persons stand whose erasure could not be finished: no night that ends so is a good one. */
export class NotErased extends Error {}

interface FinishJob {
  readonly installation: string
  readonly secret: Buffer
  /** Where the sites stand; null where tonight built none. */
  readonly out: string | null
}

async function removeOtherReleases(installation: string, { disk }: Effects): Promise<void> {
  const standing = await standingRun(installation)
  const folder = join(installation, 'releases')
  for (const name of await namesIn(folder)) if (name !== standing) await disk.remove(join(folder, name))
}

async function removeOtherBuilds(out: string, { disk }: Effects): Promise<void> {
  const links = (await namesIn(out)).map((name) => readlink(join(out, name)).catch(() => ''))
  const linked = new Set((await Promise.all(links)).map((target) => basename(dirname(target))))
  const builds = join(out, '.builds')
  for (const name of await namesIn(builds)) if (!linked.has(name)) await disk.remove(join(builds, name))
}

/**
 * Where persons were erased since the night before, takes them out of what is set aside, and removes every release and site
 * build but those of tonight: the older ones name them. To be called when tonight's stand. Where no site was built, the
 * builds of before stay until one is.
 */
export async function finishErasure(
  { installation, secret, out }: FinishJob,
  effects: Effects,
): Promise<void> {
  const erased = await readErased(installation, secret)
  const { isUnfinished, isInSites } = erased
  const isForSites = isInSites && out !== null
  if (!isUnfinished && !isForSites) return
  if (isUnfinished) {
    // a purge may have been killed that had got no further than its list of whom to erase
    await eraseKept({ installation, secret, erased }, effects)
    await removeOtherReleases(installation, effects)
  }
  if (isForSites) await removeOtherBuilds(out, effects)
  const isLeft = isInSites && !isForSites
  await erased.unfinished(false, isLeft).write(installation, effects)
  const removed = [...(isUnfinished ? ['releases'] : []), ...(isForSites ? ['site builds'] : [])].join(
    ' and ',
  )
  effects.log(
    isLeft
      ? `erasure    ${removed} from before are removed; site builds from before go when a night builds sites`
      : `erasure    finished: ${removed} from before are removed`,
  )
}
