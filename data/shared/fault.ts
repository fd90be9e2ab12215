/** Why a record is set aside: as `quarantineReason` of the contract has it. */
export type SetAsideFor =
  | 'bad_date'
  | 'missing_id'
  | 'missing_time'
  | 'unknown_value'
  | 'short_row'
  | 'long_row'
  | 'too_large'
  | 'bad_bytes'
  | 'future'

/** Why a record is set aside, and the column that says so; null where it is the shape of the row. */
export interface Fault {
  readonly reason: SetAsideFor
  readonly column: string | null
}
