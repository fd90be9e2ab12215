/** One record of an export judged by itself, as etl/facts/stg_records.sql judges it; a test holds the two together. */
import { type Moment, type MomentReader, momentReader, unreadFormats } from './dates.ts'
import type { Fault } from './fault.ts'
import { readRequest } from './intake.ts'
import { type ColumnReading, mapValue, type Reading, readCell } from './reading.ts'
import { type TimeColumn, timeColumns } from './time-columns.ts'
import { dayInMilliseconds, WallClock } from './wall-time.ts'

/** What reading a record takes of its source. */
export interface RecordReading {
  readonly entity: 'ticket' | 'escalation' | 'message'
  readonly grain: 'item' | 'event'
  readonly timezone: string
  readonly reading: Reading
  readonly dates: readonly string[]
  readonly columnDates: Readonly<Record<string, readonly string[] | undefined>>
  readonly values: Readonly<Record<string, Readonly<Record<string, string>> | undefined>>
}

/** A record as it was read. */
export interface ReadRecord {
  readonly id: string | null
  /** Why it is set aside, whenever it was exported; null where nothing speaks against it but, it may be, its time. */
  readonly fault: Fault | null
  /** What each column of times that stands in the file holds, in the order of `times` of its reader. */
  readonly moments: readonly (Moment | null)[]
  /** The latest of the times that must not be later than the export, and where it stands; null where it has none. */
  readonly newest: { readonly at: number; readonly columns: readonly [TimeColumn, number][] } | null
}

type Cells = ReadonlyMap<string, readonly number[]>
type Row = readonly string[]

const noColumn: ColumnReading = { alternatives: [] }

/** Of a date in a format that only the night reads: nothing speaks against it. */
const unjudged: Moment = {
  earliest: Number.NEGATIVE_INFINITY,
  latest: Number.NEGATIVE_INFINITY,
  isDay: true,
}

/** What stands in for the time at which an item began, where its own column says nothing. */
const beginnings: Readonly<Record<'opened_at' | 'received_at', readonly TimeColumn[]>> = {
  opened_at: ['opened_at', 'received_at'],
  received_at: ['received_at', 'opened_at', 'logged_at'],
}

const closed: Readonly<Record<'status' | 'event', true>> = { status: true, event: true }

function readerFor(
  column: TimeColumn,
  { dates, columnDates }: RecordReading,
  clock: WallClock,
): MomentReader {
  const formats = column === 'escalated_at' ? dates : (columnDates[column] ?? dates)
  return unreadFormats(formats).length > 0 ? () => unjudged : momentReader(formats, clock)
}

/** Reads the records of one file. */
export class RecordReader {
  readonly #source: RecordReading
  readonly #cells: Cells
  readonly #moments: ReadonlyMap<string, MomentReader>
  readonly #meanings = new Map<string, Map<string, string | undefined>>()
  /** Columns of times that the file has. */
  readonly times: readonly TimeColumn[]
  readonly #beginning: 'opened_at' | 'received_at'

  constructor(source: RecordReading, cells: Cells, clock = new WallClock(source.timezone)) {
    this.#source = source
    this.#cells = cells
    this.times = timeColumns.filter((column) => cells.has(column))
    this.#beginning = source.entity === 'ticket' ? 'opened_at' : 'received_at'
    this.#moments = new Map(timeColumns.map((column) => [column, readerFor(column, source, clock)]))
  }

  /** What a column holds in a row, as text; null where nothing is written, or where the file has no such column. */
  cell(row: Row, column: string): string | null {
    const cells = this.#cells.get(column)
    const { columns, nulls } = this.#source.reading
    return cells === undefined ? null : readCell(row, cells, columns[column] ?? noColumn, nulls)
  }

  /** What a text says as a column's time. */
  moment(column: TimeColumn, text: string): Moment | null {
    return this.#moments.get(column)?.(text) ?? null
  }

  /** What a word of a column means; undefined where no map knows it. */
  meaning(column: string, word: string): string | undefined {
    const known = this.#meanings.get(column) ?? new Map<string, string | undefined>()
    this.#meanings.set(column, known)
    if (!known.has(word)) known.set(word, mapValue(this.#source.values[column] ?? {}, word))
    return known.get(word)
  }

  read(row: Row): ReadRecord {
    const isMessage = this.#source.entity === 'message'
    const idColumn = isMessage ? 'message_id' : 'id'
    const id = this.cell(row, idColumn)
    const texts = this.times.map((column) => this.cell(row, column))
    const moments = texts.map((text, place) =>
      text === null ? null : this.moment(this.times[place] as TimeColumn, text),
    )
    const begun = isMessage ? null : this.#begun(texts)
    const at = this.#of('at', moments)
    const fault =
      (id === null ? ({ reason: 'missing_id', column: idColumn } as const) : null) ??
      this.#unreadDate(texts, moments) ??
      (isMessage ? this.#unreadNeed(row) : null) ??
      this.#missingTime(at, begun) ??
      this.#unknownWord(row)
    return { id, fault, moments, newest: this.#newest(at, begun, moments) }
  }

  #of(column: TimeColumn, moments: readonly (Moment | null)[]): Moment | null {
    const place = this.times.indexOf(column)
    return place < 0 ? null : (moments[place] ?? null)
  }

  #begun(texts: readonly (string | null)[]): Moment | null {
    for (const column of beginnings[this.#beginning]) {
      const place = this.times.indexOf(column)
      const text = place < 0 ? null : (texts[place] ?? null)
      if (text !== null) return this.moment(this.#beginning, text)
    }
    return null
  }

  #unreadDate(texts: readonly (string | null)[], moments: readonly (Moment | null)[]): Fault | null {
    const place = texts.findIndex((text, index) => text !== null && moments[index] === null)
    return place < 0 ? null : { reason: 'bad_date', column: this.times[place] ?? null }
  }

  /** The day by which an escalation is needed is read as its message is dated. */
  #unreadNeed(row: Row): Fault | null {
    const needed = readRequest(this.cell(row, 'description') ?? '')?.needed_by ?? null
    const isUnread = needed !== null && this.moment('needed_by', needed) === null
    return isUnread ? { reason: 'bad_date', column: 'needed_by' } : null
  }

  #missingTime(at: Moment | null, begun: Moment | null): Fault | null {
    const isEvent = this.#source.grain === 'event'
    if ((isEvent ? at : begun) !== null) return null
    return { reason: 'missing_time', column: isEvent ? 'at' : this.#beginning }
  }

  #unknownWord(row: Row): Fault | null {
    for (const column of Object.keys(closed)) {
      const word = this.cell(row, column)
      if (word !== null && this.meaning(column, word) === undefined)
        return { reason: 'unknown_value', column }
    }
    return null
  }

  #newest(
    at: Moment | null,
    begun: Moment | null,
    moments: readonly (Moment | null)[],
  ): ReadRecord['newest'] {
    const isEvent = this.#source.grain === 'event'
    const last: [TimeColumn, Moment | null] = isEvent
      ? ['at', at]
      : ['updated_at', this.#of('updated_at', moments)]
    const columns = ([[this.#beginning, begun], last] as const).flatMap(
      ([column, moment]): [TimeColumn, number][] => (moment === null ? [] : [[column, moment.earliest]]),
    )
    return columns.length === 0 ? null : { at: Math.max(...columns.map(([, time]) => time)), columns }
  }
}

/** A record that tells of a time later than this was written wrong, or read so. */
export const latestBelieved = (exportedAt: number): number => exportedAt + dayInMilliseconds

/** The fault of a record that is otherwise sound, for a time later than its export; null where it has none. */
export function futureFault({ newest }: Pick<ReadRecord, 'newest'>, exportedAt: number): Fault | null {
  const limit = latestBelieved(exportedAt)
  const late = newest?.columns.find(([, time]) => time > limit)
  return late ? { reason: 'future', column: late[0] } : null
}
