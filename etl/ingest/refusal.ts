import type { RefusalReason } from '../../data/contract.ts'

/** A file is refused whole: nothing of it is kept, and the message says what a person can do. */
export class Refusal extends Error {
  readonly reason: RefusalReason
  /** The record at which it went wrong, counted from 1 below the header; null where it is not one record. */
  readonly record: number | null

  constructor(reason: RefusalReason, message: string, record: number | null = null) {
    super(message)
    this.reason = reason
    this.record = record
  }
}

export const notAFile = (): Refusal =>
  new Refusal(
    'not_a_file',
    'not an ordinary file (a folder, a link, a pipe or a device): put the export itself into the inbox',
  )
