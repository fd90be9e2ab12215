import { readlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Effects } from '../effects.ts'
import { readErased } from '../ingest/erased.ts'
import { standingRun } from '../publish/standing.ts'
import { namesIn } from '../publish/sweep.ts'

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
 * Where persons were erased since the night before, removes every release and site build but those of tonight: the older
 * ones name them. To be called when tonight's stand.
 */
export async function finishErasure(
  { installation, secret, out }: FinishJob,
  effects: Effects,
): Promise<void> {
  const erased = await readErased(installation, secret)
  if (!erased.isUnfinished) return
  await removeOtherReleases(installation, effects)
  if (out !== null) await removeOtherBuilds(out, effects)
  await erased.unfinished(false).write(installation, effects)
  effects.log('erasure    finished: releases and site builds from before are removed')
}
