import { join } from 'node:path'
import { z } from 'zod'
import { readJson } from './files.ts'

const siteFacts = z.object({ run: z.string() })

/** The run that a site says it was built from; null where it does not say. */
export const runOfSite = async (site: string): Promise<string | null> =>
  (await readJson(join(site, 'last-good.json'), siteFacts)).content?.run ?? null
