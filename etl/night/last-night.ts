import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type Effects, jsonText, replace } from '../effects.ts'

/** How the last night that had the installation to itself ended, good or bad: `last-night.json`. */
const lastNight = z.object({
  ended_at: z.iso.datetime(),
  exit_code: z.int(),
  /** The release that it published; null where it published none. */
  run: z.string().nullable(),
  /** The folder in which sites were last to be built; null where never. */
  out: z.string().nullable(),
})
export type LastNight = z.infer<typeof lastNight>

const pathOf = (installation: string): string => join(installation, 'last-night.json')

/** `out` is null where the night was to build no sites: where they stand is then told as before. */
export async function writeLastNight(
  installation: string,
  ended: LastNight,
  { disk }: Effects,
): Promise<void> {
  const path = pathOf(installation)
  const told = { ...ended, out: ended.out ?? (await readLastNight(installation))?.out ?? null }
  await replace(disk, path, jsonText(told), 0o600)
}

/** Null where it is not told. */
export async function readLastNight(installation: string): Promise<LastNight | null> {
  try {
    return lastNight.parse(JSON.parse(await readFile(pathOf(installation), 'utf8')))
  } catch {
    return null
  }
}
