import type { Bound } from '../db/database.ts'
import type { MeasureRow } from './measure.ts'

/** A row of a fact table; columns that it leaves out are null. */
export type GivenRow = Readonly<Record<string, Bound>>

/** Given these rows of the facts and no others, the rows of measure.sql that are like `about` are exactly `expect`. */
export interface MeasureCase {
  readonly name: string
  readonly given: Readonly<Record<string, readonly GivenRow[]>>
  readonly about: Partial<MeasureRow>
  /** In the order of measure.sql; columns that a row leaves out do not matter. */
  readonly expect: readonly Partial<MeasureRow>[]
}

/** The time as of which cases are computed: noon in London, a Tuesday, by the calendar Monday to Friday 9 to 5. */
export const asOf = '2026-03-31T11:00:00Z'
