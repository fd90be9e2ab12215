import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Manifest } from '../../data/contract.ts'
import { type Effects, jsonText, replace } from '../effects.ts'

const fileOf = (installation: string): string => join(installation, 'last-good.json')

const lastGood = z.object({
  run: z.string(),
  as_of: z.iso.datetime(),
  published_at: z.iso.datetime(),
  /** Null where the night built no sites. */
  sites_at: z.iso.datetime().nullable(),
  /** Names of sources. */
  stale: z.array(z.string()),
  /** How many. */
  warnings: z.int(),
})
/** What the end of a good night leaves in `last-good.json` for those who watch; times are ISO instants. */
export type LastGood = z.infer<typeof lastGood>

/** Null where there is none that can be read. */
export async function readLastGood(installation: string): Promise<LastGood | null> {
  try {
    return lastGood.parse(JSON.parse(await readFile(fileOf(installation), 'utf8')))
  } catch {
    return null
  }
}

export async function writeLastGood(
  installation: string,
  { run, as_of, built_at, sources, warnings }: Manifest,
  sitesAt: Date | null,
  { disk }: Effects,
): Promise<void> {
  const told: LastGood = {
    run,
    as_of,
    published_at: built_at,
    sites_at: sitesAt?.toISOString() ?? null,
    stale: sources.filter(({ is_stale }) => is_stale).map(({ name }) => name),
    warnings: warnings.length,
  }
  const path = fileOf(installation)
  await replace(disk, path, jsonText(told))
}

/** The run of the last good night, where it built sites; else null. */
export async function lastGoodSites(installation: string): Promise<string | null> {
  const told = await readLastGood(installation)
  return told?.sites_at ? told.run : null
}
