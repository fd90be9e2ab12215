import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Manifest } from '../../data/contract.ts'
import type { Effects } from '../effects.ts'

const fileOf = (installation: string): string => join(installation, 'last-good.json')

/**
 * Says in `last-good.json` that a night ended well, for those who watch: `{ run, as_of, published_at, sites_at, stale,
 * warnings }`, times as ISO instants, `sites_at` null where no site was built.
 */
export async function writeLastGood(
  installation: string,
  { run, as_of, built_at, sources, warnings }: Manifest,
  sitesAt: Date | null,
  { disk }: Effects,
): Promise<void> {
  const told = {
    run,
    as_of,
    published_at: built_at,
    sites_at: sitesAt?.toISOString() ?? null,
    stale: sources.filter(({ is_stale }) => is_stale).map(({ name }) => name),
    warnings: warnings.length,
  }
  const path = fileOf(installation)
  await disk.write(`${path}.new`, `${JSON.stringify(told, null, 2)}\n`)
  await disk.move(`${path}.new`, path)
}

const withSites = z.object({ run: z.string(), sites_at: z.string() })

/** The run of the last good night, where it built sites; else null. */
export async function lastGoodSites(installation: string): Promise<string | null> {
  try {
    return withSites.parse(JSON.parse(await readFile(fileOf(installation), 'utf8'))).run
  } catch {
    return null
  }
}
