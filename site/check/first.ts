import type { SourceReading } from '../../data/contract.ts'
import type { Fault } from '../../data/shared/fault.ts'
import type { RecordReader } from '../../data/shared/record.ts'
import { type TimeColumn, timeColumns } from '../../data/shared/time-columns.ts'
import { shortened } from './aside.ts'
import type { FirstRecord, UnderstoodCell } from './verdict.ts'

/** Records that are shown as they would be understood. */
export const mostFirst = 5

const isTime = (column: string): column is TimeColumn => (timeColumns as readonly string[]).includes(column)

/** What the page shows of a record, in this order, as far as the file has it. */
const shown = ['id', 'message_id', ...timeColumns, 'event', 'status', 'priority', 'team', 'service'] as const

/** A record as it would be understood. */
export class FirstRecords {
  readonly #reader: RecordReader
  readonly #columns: readonly string[]
  readonly #hasWords: (column: string) => boolean

  constructor(reader: RecordReader, cells: ReadonlyMap<string, unknown>, { values }: SourceReading) {
    this.#reader = reader
    this.#columns = shown.filter((column) => cells.has(column))
    this.#hasWords = (column) => values[column] !== undefined
  }

  read(row: readonly string[], record: number, fault: Fault | null): FirstRecord {
    return {
      record,
      reason: fault?.reason ?? null,
      cells: this.#columns.map((column) => this.#cell(row, column)),
    }
  }

  #cell(row: readonly string[], column: string): UnderstoodCell {
    const written = this.#reader.cell(row, column)
    if (written === null) return { column, written, at: null, meaning: null }
    const moment = isTime(column) ? this.#reader.moment(column, written) : null
    return {
      column,
      written: shortened(written),
      at:
        moment && Number.isFinite(moment.earliest)
          ? { earliest: moment.earliest, isDay: moment.isDay }
          : null,
      meaning: this.#hasWords(column) ? (this.#reader.meaning(column, written) ?? null) : null,
    }
  }
}
