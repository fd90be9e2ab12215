import { readFile, readlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { lastingFolders } from '../../data/shared/lasting-folders.ts'
import type { Effects } from '../effects.ts'
import { namesIn } from '../ingest/folder.ts'

/** Beside the sites of a build: what they have from the build before, a path below the build a line. */
const list = 'taken-over.txt'

/** Without a figure or a name of the release it was built from. */
const withoutFigures = ['_astro'] as const

interface TakeOver {
  /** Where the links to the sites stand. */
  readonly out: string
  /** The folder of all builds. */
  readonly builds: string
  /** The build that is about to be linked to. */
  readonly fresh: string
  readonly audiences: readonly string[]
  /** Whether figures and lists of the build before may be read on. */
  readonly hasFigures: boolean
}

const takenOverBy = async (build: string): Promise<Set<string>> =>
  new Set((await readFile(join(build, list), 'utf8').catch(() => '')).split('\n'))

/** What the site that stands was built with and the fresh one lacks, as paths below their builds. */
async function lackingOf(audience: string, standing: string, job: TakeOver): Promise<string[]> {
  const old = await takenOverBy(standing)
  const found: string[] = []
  for (const folder of job.hasFigures ? lastingFolders : withoutFigures) {
    const fresh = new Set(await namesIn(join(job.fresh, audience, folder)))
    for (const name of await namesIn(join(standing, audience, folder)))
      if (!fresh.has(name)) found.push(join(audience, folder, name))
  }
  return found.filter((path) => !old.has(path))
}

async function standingBuild(audience: string, { out, builds }: TakeOver): Promise<string | null> {
  const target = await readlink(join(out, audience)).catch(() => null)
  return target === null ? null : join(builds, basename(dirname(target)))
}

/**
 * Copies into a build what pages of the sites that stand now still ask for by its lasting name, once these are swapped: a
 * server finds every file by the link, also for a page that it sent before. What they had from the build before them is left.
 */
export async function takeOver(job: TakeOver, { disk }: Effects): Promise<void> {
  const taken: string[] = []
  for (const audience of job.audiences) {
    const standing = await standingBuild(audience, job)
    if (standing === null) continue
    for (const path of await lackingOf(audience, standing, job)) {
      await disk.copy(join(standing, path), join(job.fresh, path))
      taken.push(path)
    }
  }
  await disk.write(join(job.fresh, list), taken.join('\n'))
}
