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
  /** When a night last looked for something newer than that release. */
  looked_at: z.iso.datetime(),
  next_update_due_at: z.iso.datetime(),
  /** What the release is made of, as a keyed sum (`etl/night/inputs.ts`). */
  inputs: z.string(),
  /** What the night left, as a sum (`etl/night/left-by.ts`). */
  left: z.string(),
  /** What the next night may build on, if all is as then: what read the exports, the landed files, the warehouse, and when all of it was made anew. */
  told: z
    .object({ reading: z.string(), landed: z.string(), warehouse: z.string(), whole_at: z.iso.datetime() })
    .nullable()
    .default(null),
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

export const writeLastGood = (installation: string, told: LastGood, { disk }: Effects): Promise<void> =>
  replace(disk, fileOf(installation), jsonText(told))

/** What a night that published leaves. */
export const lastGoodOf = (
  { run, as_of, built_at, next_update_due_at, sources, warnings }: Manifest,
  {
    inputs,
    left,
    told,
    sitesAt,
  }: Pick<LastGood, 'inputs' | 'left' | 'told'> & {
    readonly sitesAt: Date | null
  },
): LastGood => ({
  run,
  as_of,
  published_at: built_at,
  sites_at: sitesAt?.toISOString() ?? null,
  stale: sources.filter(({ is_stale }) => is_stale).map(({ name }) => name),
  warnings: warnings.length,
  looked_at: built_at,
  next_update_due_at,
  inputs,
  left,
  told,
})

/** The run of the last good night, where it built sites; else null. */
export async function lastGoodSites(installation: string): Promise<string | null> {
  const told = await readLastGood(installation)
  return told?.sites_at ? told.run : null
}
