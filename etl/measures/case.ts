import type { Bound } from '../db/database.ts'
import type { ObservationRow, TidyRow } from './measure.ts'

/** A row of a fact table; columns that it leaves out are null. */
export type GivenRow = Readonly<Record<string, Bound>>

/** A row of measure.sql, of either sort, as far as it matters. */
export type RowLike = Partial<Record<keyof ObservationRow | keyof TidyRow, string | number | boolean | null>>

/** Given these rows of the facts and no others, the rows of measure.sql that are like `about` are exactly `expect`. */
export interface MeasureCase {
  readonly name: string
  readonly given: Readonly<Record<string, readonly GivenRow[]>>
  readonly about: RowLike
  /** In the order of item, day, place, key and id; columns that a row leaves out do not matter. */
  readonly expect: readonly RowLike[]
}

/** The time as of which cases are computed: noon in London, a Tuesday, by the calendar Monday to Friday 9 to 5. */
export const asOf = '2026-03-31T11:00:00Z'
