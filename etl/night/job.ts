import type { Changes } from '../config/changes.ts'
import type { Corrections } from '../config/corrections.ts'
import type { Settings } from '../config/settings.ts'
import type { Words } from '../config/words.ts'

/** What one night is to do, and with what. */
export interface Job {
  readonly installation: string
  readonly settings: Settings
  readonly words: Words
  readonly changes: Changes
  readonly corrections: Corrections
  /** What reads the exports, as a sum (`reading.ts`). */
  readonly reading: string
  readonly secret: Buffer
  /** An ISO instant, or null for the newest export. */
  readonly asOf: string | null
  readonly isSample: boolean
  readonly run: string
  /** A folder that nobody reads: the warehouse and the release are built there. */
  readonly workshop: string
  /** Throws `NotPublished` where a release as of that time must not become the standing one. */
  readonly mayPublish: (asOf: string) => void
}
