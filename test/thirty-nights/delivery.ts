import { createHash } from 'node:crypto'
import type { QuarantineReason, RefusalReason } from '../../data/contract.ts'
import type { Status } from './truth.ts'

export const sourceNames = ['desk-log', 'list', 'av-open', 'network', 'escalation-log', 'mail'] as const
export type SourceName = (typeof sourceNames)[number]

/** What a record of a file says, whatever it looks like there. Times in milliseconds. */
export interface Fact {
  /** The ticket, or the escalation that the record is of. */
  readonly item: string
  /** What it is a version of: an item, one event, one message. */
  readonly thing: string
  /** When the record says that it was so; null where it does not say. */
  readonly at: number | null
  readonly begun: number
  /** Null where it says nothing of it, as a message does. */
  readonly status: Status | null
  readonly owner: string
  readonly acknowledged: number | null
  readonly isReply: boolean
  readonly priority: string | null
}

export interface Row {
  readonly fact: Fact
  /** Every cell by its header. */
  readonly cells: Readonly<Record<string, string>>
  /** Why it should be set aside; null where it should not. */
  readonly fault: QuarantineReason | null
}

/** A file as it is put into the inbox. */
export interface Delivery {
  readonly source: SourceName | null
  readonly name: string
  /** When it was exported, as an instant in milliseconds. */
  readonly at: number
  readonly bytes: Uint8Array
  readonly sha256: string
  /** Its records with their cells as they stand in it, those that are mapped. None where it cannot be read. */
  readonly rows: readonly Row[]
  /** Why it should be refused; null where it should not. */
  readonly refused: RefusalReason | null
  /** Its modification time, where that is not when it was exported. */
  readonly modifiedAt?: number
  readonly mode?: number
}

export const deliveryOf = (
  told: Omit<Delivery, 'sha256' | 'bytes'> & { bytes: Uint8Array | string },
): Delivery => {
  const bytes = typeof told.bytes === 'string' ? Buffer.from(told.bytes) : told.bytes
  return { ...told, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}
