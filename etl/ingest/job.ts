import type { Source } from '../config/settings.ts'
import type { Effects } from '../effects.ts'
import type { Erased } from './erased.ts'

/** What a night's ingest is given. */
export interface IngestJob {
  readonly installation: string
  readonly sources: readonly Source[]
  readonly secret: Buffer
  /** Whom the installation has erased: they are not landed. */
  readonly erased: Erased
  /** An ISO instant: what was exported before it, and was removed from landed/, is not landed again. */
  readonly keptSince: string
  /** Addresses, in lower case, of people who are known to work here. */
  readonly staff: ReadonlySet<string>
  /** What a ticket number of the institution looks like, as a regular expression. */
  readonly ticketPattern: string
  /** A folder that nobody reads, for what does not fit into memory. */
  readonly workshop: string
  readonly effects: Effects
}
