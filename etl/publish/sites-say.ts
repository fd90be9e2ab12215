import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type Effects, jsonText, replace } from '../effects.ts'

/** What every site says of itself in its own `last-good.json`; the rest of that file stays as the build wrote it. */
const said = z.looseObject({ run: z.string(), looked_at: z.string(), next_update_due_at: z.string() })

const fileOf = (out: string, audience: string): string => join(out, audience, 'last-good.json')

/** Null where a site is not there, or not whole. */
async function readSaid(out: string, audience: string): Promise<z.infer<typeof said> | null> {
  try {
    await readFile(join(out, audience, 'index.html'))
    return said.parse(JSON.parse(await readFile(fileOf(out, audience), 'utf8')))
  } catch {
    return null
  }
}

/** Whether all of them stand, and are of that run. */
export async function areSitesOf(run: string, out: string, audiences: readonly string[]): Promise<boolean> {
  const all = await Promise.all(audiences.map((audience) => readSaid(out, audience)))
  return all.every((one) => one?.run === run)
}

/** Has sites that stay as they are say when somebody last looked for news, and when the next look is due (ISO instants). */
export async function refreshSites(
  out: string,
  audiences: readonly string[],
  looked: { readonly looked_at: string; readonly next_update_due_at: string },
  { disk }: Effects,
): Promise<void> {
  for (const audience of audiences) {
    const before = await readSaid(out, audience)
    if (before === null) continue
    await replace(disk, fileOf(out, audience), jsonText({ ...before, ...looked }))
  }
}
