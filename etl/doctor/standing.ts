import { basename, join, resolve } from 'node:path'
import { type Manifest, manifest, type RunFile, runFile } from '../../data/contract.ts'
import { linkOf, namesIn, readJson, statusOf } from './files.ts'

/** The release that stands, as far as it can be read. */
export interface Standing {
  /** Name of the run that `current` leads to; null where there is no such link. */
  readonly run: string | null
  /** Whether something that no run made stands where the link belongs. */
  readonly isInTheWay: boolean
  /** Where it leads. */
  readonly folder: string
  readonly manifest: Manifest | null
  readonly receipt: RunFile | null
  /** Names of all releases, the oldest first. */
  readonly releases: readonly string[]
}

export async function readStanding(dir: string): Promise<Standing> {
  const link = await linkOf(join(dir, 'current'))
  const folder = resolve(dir, link ?? 'current')
  const none = { content: null }
  return {
    run: link === null ? null : basename(link),
    isInTheWay: link === null && (await statusOf(join(dir, 'current'))) !== null,
    folder,
    manifest: (link === null ? none : await readJson(join(folder, 'manifest.json'), manifest)).content,
    receipt: (link === null ? none : await readJson(join(folder, 'run.json'), runFile)).content,
    releases: await namesIn(join(dir, 'releases')),
  }
}
