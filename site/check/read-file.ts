/** Reads one delimited file by one source, as the night does, and keeps nothing of it but what the page shows. */
import type { SourceReading } from '../../data/contract.ts'
import { NumbersOfDates, orderRefusal, undatedColumns } from '../../data/shared/date-order.ts'
import type { ParseText } from '../../data/shared/delimited.ts'
import { refuseFuture } from '../../data/shared/export-name.ts'
import type { Fault } from '../../data/shared/fault.ts'
import { type Header, noHeader, noRecord, understandHeader } from '../../data/shared/header.ts'
import { mostBytes, mostRecords, tooManyBytes, tooManyRecords } from '../../data/shared/limits.ts'
import { type Located, locate } from '../../data/shared/reading.ts'
import { RecordReader } from '../../data/shared/record.ts'
import { Refusal } from '../../data/shared/refusal.ts'
import { shapeFault } from '../../data/shared/shape-fault.ts'
import { tableRows } from '../../data/shared/table-text.ts'
import { textOf } from '../../data/shared/text.ts'
import { WallClock } from '../../data/shared/wall-time.ts'
import { Aside } from './aside.ts'
import { bytesOf, type ReadFile } from './bytes.ts'
import { ExportTime } from './exported.ts'
import { FirstRecords, mostFirst } from './first.ts'
import { extraOf, type FileReading, readingOf, unreadOf } from './source.ts'
import type { ColumnFound, FirstRecord, Verdict } from './verdict.ts'

export interface Progress {
  /** Of the file as it lies there, read so far. */
  readonly bytes: number
  readonly records: number
}

export interface ReadingKit {
  readonly parse: ParseText
  readonly progress: (progress: Progress) => void
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** A file and the source that it is read as. */
export interface Asked {
  readonly file: ReadFile
  readonly source: SourceReading
  /** Whether its name fits the source, so that it may say when it was exported. */
  readonly isNamed: boolean
}

type Row = readonly string[]

/** Which headers a source's columns were found under. */
function columnsFound(row: Row, { positions }: Located, { reading }: FileReading): ColumnFound[] {
  return Object.entries(reading.columns).map(([column, { alternatives }]) => ({
    column,
    header: positions[column]?.map((place) => row[place]?.trim() ?? '').join(' + ') ?? null,
    looked_for: alternatives.map((headers) => headers.join(' + ')),
    is_required: reading.required.includes(column),
  }))
}

/** What is gathered below one header. */
class Records {
  readonly #source: SourceReading
  readonly #header: Header
  readonly #reader: RecordReader
  readonly #exported: ExportTime
  readonly #firstRecords: FirstRecords
  readonly #undated: readonly string[]
  readonly #numbers = new NumbersOfDates()
  readonly aside = new Aside()
  readonly first: FirstRecord[] = []
  count = 0

  constructor({ file, source, isNamed }: Asked, reading: FileReading, header: Header) {
    const clock = new WallClock(source.timezone)
    this.#source = source
    this.#header = header
    this.#reader = new RecordReader(reading, header.cells, clock)
    this.#exported = new ExportTime(file, source, isNamed, clock)
    this.#firstRecords = new FirstRecords(this.#reader, header.cells, source)
    this.#undated = undatedColumns([...header.cells.keys()], reading)
  }

  add(row: Row): void {
    this.count++
    if (this.count > mostRecords) throw tooManyRecords(this.count)
    const reason = shapeFault(row, this.#header, this.#source.is_ragged)
    if (reason) this.#setAside({ reason, column: null }, this.count, row)
    else this.#judge(row)
  }

  #judge(row: Row): void {
    const read = this.#reader.read(row)
    for (const column of this.#undated) this.#numbers.see(this.#reader.cell(row, column) ?? '', this.count)
    this.#exported.see(row, read, this.#reader)
    if (this.count <= mostFirst) this.first.push(this.#firstRecords.read(row, this.count, read.fault))
    if (read.fault) this.#setAside(read.fault, this.count, row)
    else this.#exported.hold(this.count, row, read)
  }

  /** All records were read. Throws `Refusal` where they cannot be trusted as a whole. */
  settle(reading: FileReading): NonNullable<Verdict['exported']> {
    if (this.count === 0 && this.#source.coverage === 'all') throw noRecord()
    const refusal = orderRefusal(this.#numbers.seen, reading)
    if (refusal) throw refusal
    const exported = this.#exported.settle()
    for (const { fault, record, row } of this.#exported.late(exported)) {
      this.#setAside(fault, record, row)
      const shown = this.first.findIndex((each) => each.record === record)
      const standing = this.first[shown]
      if (standing) this.first[shown] = { ...standing, reason: fault.reason }
    }
    return exported
  }

  #setAside(fault: Fault, record: number, row: Row): void {
    this.aside.add(fault, record, () =>
      fault.column === null || fault.reason.startsWith('missing')
        ? row.join(' | ')
        : (this.#reader.cell(row, fault.column) ?? ''),
    )
  }
}

const refusedOf = (error: unknown): Verdict['refused'] => {
  if (!(error instanceof Refusal)) throw error
  return { reason: error.reason, record: error.record, message: error.message }
}

/** Whether a file would be read by a source, and which of its records would be. */
export async function readFile(asked: Asked, { parse, progress, now }: ReadingKit): Promise<Verdict> {
  const { file, source } = asked
  const reading = readingOf(source)
  let bytes = 0
  let delimiter: string | null = null
  let columns: ColumnFound[] = []
  let unused: readonly string[] = []
  let header: Header | null = null
  let records: Records | null = null
  const text = textOf(() => bytesOf(file, (read) => (bytes = read)), source.encoding)
  const verdict = (refused: Verdict['refused'], exported: Verdict['exported']): Verdict => ({
    refused,
    exported,
    encoding: text.encoding(),
    delimiter,
    columns,
    unused: header?.unused ?? unused,
    records: refused ? 0 : (records?.count ?? 0),
    setAside: refused ? [] : (records?.aside.found ?? []),
    first: records?.first ?? [],
    unreadFormats: unreadOf(source),
  })
  try {
    if (file.size > mostBytes) throw tooManyBytes(file.size)
    const rows = tableRows(text.pieces, reading, parse, (found) => (delimiter = found))
    for await (const batch of rows) {
      for (const row of batch) {
        if (records) records.add(row)
        else {
          const located = locate(row, reading.reading)
          columns = columnsFound(row, located, reading)
          unused = located.unused.filter((name) => name.trim() !== '')
          header = understandHeader(row, reading, extraOf(source))
          records = new Records(asked, reading, header)
        }
      }
      progress({ bytes, records: records?.count ?? 0 })
    }
    if (!records) throw noHeader(reading)
    const exported = records.settle(reading)
    refuseFuture(new Date(exported.at).toISOString(), new Date(now()))
    return verdict(null, exported)
  } catch (error) {
    return verdict(refusedOf(error), null)
  }
}
