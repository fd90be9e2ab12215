import { join } from 'node:path'
import { z } from 'zod'
import { readJson } from './files.ts'

/** What the end of a good night leaves for those who watch; other versions may say more. */
const lastGood = z.object({
  run: z.string(),
  as_of: z.iso.datetime(),
  published_at: z.iso.datetime(),
  /** Null where the night built no sites. */
  sites_at: z.iso.datetime().nullable(),
})
export type LastGood = z.infer<typeof lastGood>

/** `last-good.json` of an installation; null where there is none that can be read. */
export const readLastGood = async (dir: string): Promise<LastGood | null> =>
  (await readJson(join(dir, 'last-good.json'), lastGood)).content

const siteFacts = z.object({ run: z.string() })

/** The run that a site says it was built from; null where it does not say. */
export const runOfSite = async (site: string): Promise<string | null> =>
  (await readJson(join(site, 'last-good.json'), siteFacts)).content?.run ?? null
