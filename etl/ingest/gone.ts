import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type Effects, jsonText, replace } from '../effects.ts'
import { namesIn } from './folder.ts'

/** What stays of a landed file that was removed: that its bytes were here, so that they do not come back. */
export const gone = z.strictObject({
  source: z.string(),
  /** The latest export time that it came with. */
  known_at: z.iso.datetime(),
  removed_at: z.iso.datetime(),
  reason: z.literal('retention'),
})
export type Gone = z.infer<typeof gone>

const ending = '.gone'
const pathOf = (landed: string, sha256: string): string => join(landed, `${sha256}${ending}`)

function readOne(text: string): Gone | null {
  try {
    return gone.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** What was removed from landed/, by fingerprint. A marker that cannot be read counts for none: its file is landed again. */
export async function readGone(landed: string): Promise<Map<string, Gone>> {
  const names = await namesIn(landed)
  const found = new Map<string, Gone>()
  for (const name of names.filter((entry) => entry.endsWith(ending))) {
    const one = readOne(await readFile(join(landed, name), 'utf8'))
    if (one) found.set(name.slice(0, -ending.length), one)
  }
  return found
}

export async function writeGone(landed: string, sha256: string, one: Gone, { disk }: Effects): Promise<void> {
  const path = pathOf(landed, sha256)
  await replace(disk, path, jsonText(one), 0o600)
}

export const removeGone = (landed: string, sha256: string, { disk }: Effects): Promise<void> =>
  disk.remove(pathOf(landed, sha256))
