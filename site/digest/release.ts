/** What a digest is made from: the release that the site is built from. */
import { previous, release } from '../release.ts'
import { siteAddress } from './address.ts'
import type { Known } from './digest.ts'

/** The release, and what the one before called. */
export const known = (): Known => ({ ...release(), previous: previous() })

/** Where the site stands, by the environment; null where that is not said. */
export const site = (): URL | null => siteAddress(process.env.SITE_ADDRESS)
