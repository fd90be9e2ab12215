/** Why a file is refused whole: as `refusalReason` of the contract has it. */
export type RefusedFor =
  | 'unreadable'
  | 'empty'
  | 'no_header'
  | 'missing_column'
  | 'encoding'
  | 'open_quote'
  | 'ambiguous_dates'
  | 'too_large'
  | 'not_a_file'
  | 'no_source'
  | 'future'

/** A file is refused whole: nothing of it is kept, and the message says what a person can do. */
export class Refusal extends Error {
  readonly reason: RefusedFor
  /** The record at which it went wrong, counted from 1 below the header; null where it is not one record. */
  readonly record: number | null

  constructor(reason: RefusedFor, message: string, record: number | null = null) {
    super(message)
    this.reason = reason
    this.record = record
  }
}
