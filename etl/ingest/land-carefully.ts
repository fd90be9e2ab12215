import { type Header, noHeader, noRecord } from '../../data/shared/header.ts'
import { shapeFault } from '../../data/shared/shape-fault.ts'
import type { Source } from '../config/settings.ts'
import { CellTable } from './cell-table.ts'
import { understand } from './header.ts'
import { type LandedColumn, landedColumns } from './landed-columns.ts'
import type { Landing, LandingKit } from './landing.ts'
import { messageColumnsOf, messageReader } from './message-cells.ts'
import { openRows } from './read/index.ts'
import { tooLargeMessage } from './read/mail.ts'

type Row = readonly string[]
type File = { readonly name: string; readonly path: string }

/** Which cells of a row are kept, and how each landed column comes from them. */
interface Keep {
  readonly width: number
  readonly take: (row: Row) => readonly (string | null | undefined)[]
  readonly columns: readonly LandedColumn[]
}

async function keepOf(header: Header, source: Source, kit: LandingKit): Promise<Keep> {
  if (source.mail) {
    const columns = messageColumnsOf((index) => `c${index}`)
    return { width: columns.length, take: messageReader(header, source, source.mail, kit.staff), columns }
  }
  const used = [...new Set([...header.cells.values()].flat())]
  const columns = await landedColumns(header, source, (position) => `c${used.indexOf(position)}`, kit)
  return { width: used.length, take: (row) => used.map((position) => row[position]), columns }
}

/** How much is gathered before it is landed, so that memory does not grow with the file. */
const recordsInPart = 131_072
const charactersInPart = 48 * 2 ** 20

/** Lands gathered records as one file, in parts where they are many. */
class Parts {
  readonly #to: string
  readonly #table: CellTable
  readonly #kit: LandingKit
  readonly #paths: string[] = []

  constructor(to: string, table: CellTable, kit: LandingKit) {
    this.#to = to
    this.#table = table
    this.#kit = kit
  }

  async takeIfMany(): Promise<void> {
    const { gathered, characters } = this.#table
    if (gathered >= recordsInPart || characters >= charactersInPart) await this.#take()
  }

  /** Puts the parts, in their order, into the file. */
  async join(): Promise<void> {
    if (this.#paths.length === 0) return this.#table.land(this.#to)
    await this.#take()
    const { database, effects } = this.#kit
    const list = this.#paths.map((path) => `'${path.replaceAll("'", "''")}'`).join(', ')
    await database.copy(`from read_parquet([${list}])`, this.#to)
    for (const path of this.#paths) await effects.disk.remove(path)
  }

  async #take(): Promise<void> {
    const path = `${this.#to}.part${this.#paths.length}.new`
    await this.#table.land(path)
    this.#paths.push(path)
  }
}

interface Reading {
  readonly header: Header
  readonly keep: Keep
  readonly table: CellTable
}

/** Lands any file by reading its rows one by one. */
export async function landCarefully(
  file: File,
  source: Source,
  to: string,
  kit: LandingKit,
): Promise<Landing> {
  const rows = openRows(file, source)
  const tables: CellTable[] = []
  let reading: Reading | null = null
  try {
    reading = await readInto(tables, file, rows, source, to, kit)
  } finally {
    for (const table of tables) await table.finish()
  }
  if (reading === null) throw noHeader(source)
  const { header, keep, table } = reading
  // of what is open only, nothing may be
  if (table.records === 0 && source.coverage === 'all') throw noRecord()
  return {
    records: table.records,
    encoding: rows.encoding(),
    columns: keep.columns.map(({ name }) => name),
    unused: header.unused,
    rejects: table.rejects,
  }
}

/** Reads the rows into a table, which it adds to `tables` as soon as it is there, and lands them; null without a header. */
async function readInto(
  tables: CellTable[],
  file: File,
  rows: ReturnType<typeof openRows>,
  source: Source,
  to: string,
  kit: LandingKit,
): Promise<Reading | null> {
  let reading: (Reading & { parts: Parts }) | null = null
  for await (const batch of rows.batches) {
    for (const row of batch) {
      if (reading === null) {
        const header = understand(row, source)
        const keep = await keepOf(header, source, kit)
        const table = await CellTable.make(keep.width, keep.columns, kit.database)
        tables.push(table)
        reading = { header, keep, table, parts: new Parts(to, table, kit) }
        continue
      }
      const fault = row === tooLargeMessage ? 'too_large' : shapeFault(row, reading.header, source.isRagged)
      reading.table.add(fault ? [] : reading.keep.take(row), fault, row)
    }
    await reading?.parts.takeIfMany()
    kit.effects.progress(`${file.name}: ${reading?.table.records.toLocaleString('en-GB') ?? 0} records`)
  }
  await reading?.parts.join()
  return reading
}
