import type { Database } from '../db/database.ts'
import type { Effects } from '../effects.ts'

export interface Landing {
  /** Counted by other means than those that read them; of a spreadsheet, as its library tells them. */
  readonly records: number
  readonly encoding: string
  readonly columns: readonly string[]
  /** Headers that nothing uses. */
  readonly unused: readonly string[]
  /** Records set aside for their shape; what they hold stands in the table `rejects` (`record`, `cells`). */
  readonly rejects: number
}

export interface LandingKit {
  readonly database: Database
  readonly effects: Effects
  /** Addresses, in lower case, of people who are known to work here. */
  readonly staff: ReadonlySet<string>
  /** What a ticket number of the institution looks like, as a regular expression. */
  readonly ticketPattern: string
}
