import { createHash } from 'node:crypto'
import type { QuarantineReason } from '../../data/contract.ts'
import { foldHeader, type Located, locate, readCell } from '../../data/shared/reading.ts'
import type { Source } from '../config/settings.ts'
import { type Database, INTEGER, VARCHAR } from '../db/database.ts'
import type { Effects } from '../effects.ts'
import type { Keyed } from './keys.ts'
import { Refusal } from './refusal.ts'
import { delimiters, readRows } from './rows.ts'
import { readText } from './text.ts'

/** Columns that hold persons' names or addresses: keyed before anything is written. */
const keyedColumns = new Set(['requester', 'actor'])
/** Beside the canonical columns: what `escalated_when` and `exported_at` of the source look at. */
const extraColumns = ['escalated_by', 'escalated_at', 'export_time'] as const
const rowsInBatch = 16_384

export interface LandedTable {
  readonly records: number
  readonly encoding: string
  readonly columns: readonly string[]
  readonly unused: readonly string[]
}

/** How a source reads a file, as a fingerprint: a landed file that was read otherwise is read anew. */
export function readingOf(source: Source): string {
  const { reading, headerRow, delimiter, encoding, isRagged, entity, grain, escalatedWhen, exportedAt } =
    source
  const spec = {
    reading,
    headerRow,
    delimiter,
    encoding,
    isRagged,
    entity,
    grain,
    escalatedWhen,
    exportedAt,
    version: 1,
  }
  const text = JSON.stringify(spec, (_, value) => (value instanceof RegExp ? value.source : value))
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

interface Header {
  readonly located: Located
  readonly width: number
  /** Positions of each landed column's cells. */
  readonly cells: ReadonlyMap<string, readonly number[]>
}

function understand(header: readonly string[], source: Source): Header {
  const located = locate(header, source.reading)
  if (located.missing.length > 0) throw missing(located, header, source)
  const cells = new Map(Object.entries(located.positions))
  const folded = header.map(foldHeader)
  const wanted = [
    source.escalatedWhen?.column,
    source.escalatedWhen?.at,
    source.exportedAt && 'column' in source.exportedAt ? source.exportedAt.column : null,
  ]
  extraColumns.forEach((name, index) => {
    const column = wanted[index]
    if (!column) return
    const found = located.positions[column] ?? [folded.indexOf(foldHeader(column))]
    if (found.includes(-1))
      throw new Refusal(
        'missing_column',
        `it has no column "${column}", which source "${source.name}" needs for ${name}`,
      )
    cells.set(name, found)
  })
  return { located, width: header.length, cells }
}

function missing({ missing: columns }: Located, header: readonly string[], source: Source): Refusal {
  const wanted = columns.map((column) => {
    const names =
      source.reading.columns[column]?.alternatives.map((alternative) => alternative.join(' + ')) ?? []
    return names.length > 0 ? `${column} (looked for: ${names.join(', ')})` : column
  })
  return new Refusal(
    'missing_column',
    `it has no column for ${wanted.join('; ')}. Its header: ${header.map((name) => name.trim()).join(', ')}. Name the right one under \`columns:\` of source "${source.name}", or set header_row or delimiter`,
  )
}

/** The delimiter that is configured, else the one by which the header has the most of what the source reads. */
function delimiterOf(line: string, source: Source): string {
  if (source.delimiter) return source.delimiter
  const found = delimiters.map((delimiter) => {
    const header = line.split(delimiter).map((cell) => cell.replace(/^"|"$/g, ''))
    return Object.keys(locate(header, source.reading).positions).length
  })
  const most = Math.max(...found)
  return delimiters[found.indexOf(most)] ?? ','
}

/** Splits off the first lines, so that the delimiter is known before the text is read; gives the whole text again. */
async function peek(
  pieces: AsyncIterable<string>,
  lines: number,
): Promise<{ start: string; all: AsyncIterable<string> }> {
  const iterator = pieces[Symbol.asyncIterator]()
  const read: string[] = []
  while (read.join('').split('\n').length <= lines) {
    const next = await iterator.next()
    if (next.done) break
    read.push(next.value)
  }
  async function* all(): AsyncGenerator<string> {
    yield* read
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
  }
  return { start: read.join(''), all: all() }
}

function shapeFault(row: readonly string[], width: number, source: Source): QuarantineReason | null {
  if (source.isRagged || row.length === width) return null
  return row.length < width ? 'short_row' : 'long_row'
}

/**
 * Reads a delimited file into a new table `landing` of `database`: `record` (from 1 below the header), `rejected_as`
 * (why the row has not the header's shape, else null) and each canonical column found, as text.
 * Throws `Refusal` where the file cannot be trusted as a whole.
 */
export async function landText(
  path: string,
  source: Source,
  keyed: Keyed,
  database: Database,
  effects: Effects,
): Promise<LandedTable> {
  const text = readText(path, source.encoding)
  const { start, all } = await peek(text.pieces, source.headerRow)
  const headerLine = start.split('\n')[source.headerRow - 1] ?? ''
  if (start.trim() === '') throw new Refusal('empty', 'it is empty: export it again')
  if (start.includes('\0')) throw new Refusal('encoding', 'it holds binary data, not text: export it as CSV')

  const nulls = new Set(source.reading.nulls)
  let header: Header | null = null
  let names: string[] = []
  let records = 0
  let appender: Awaited<ReturnType<Database['appender']>> | null = null
  let columns: (string | number | null)[][] = []
  const flush = (): void => {
    if (records === 0 || !columns[0]?.length) return
    appender?.append(columns)
    columns = columns.map(() => [])
    effects.progress(`${records.toLocaleString('en-GB')} records`)
  }

  let rowsSeen = 0
  for await (const rows of readRows(all, delimiterOf(headerLine, source))) {
    for (const row of rows) {
      rowsSeen++
      if (rowsSeen < source.headerRow) continue
      if (!header) {
        header = understand(row, source)
        names = [...header.cells.keys()]
        await database.run('drop table if exists landing')
        await database.run(
          `create table landing (record integer, rejected_as varchar${names.map((name) => `, "${name}" varchar`).join('')})`,
        )
        appender = await database.appender('landing', [INTEGER, VARCHAR, ...names.map(() => VARCHAR)])
        columns = [[], [], ...names.map(() => [])]
        continue
      }
      records++
      const fault = shapeFault(row, header.width, source)
      columns[0]?.push(records)
      columns[1]?.push(fault)
      names.forEach((name, index) => {
        const cell = fault ? null : readCell(row, header?.cells.get(name) ?? [], nulls)
        columns[index + 2]?.push(cell !== null && keyedColumns.has(name) ? keyed(cell) : cell)
      })
      if (records % rowsInBatch === 0) flush()
    }
  }
  if (!header)
    throw new Refusal(
      'no_header',
      `it has no header in line ${source.headerRow}: set header_row at source "${source.name}"`,
    )
  if (records === 0) throw new Refusal('empty', 'it has a header and no record: export it again')
  flush()
  appender?.close()
  return { records, encoding: text.encoding(), columns: names, unused: header.located.unused }
}
