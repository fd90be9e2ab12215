import { createHash } from 'node:crypto'
import type { Source } from '../config/settings.ts'
import type { Database } from '../db/database.ts'
import type { Effects } from '../effects.ts'
import { delimiterOf, understand } from './header.ts'
import type { Keyed } from './keys.ts'
import { LandingTable } from './landing-table.ts'
import { readRows } from './read/delimited.ts'
import { readText } from './read/text.ts'
import { Refusal } from './refusal.ts'

export interface Landing {
  readonly records: number
  readonly encoding: string
  readonly columns: readonly string[]
  /** Headers that nothing uses. */
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

/** The first lines of a text, and what follows them. */
async function peek(
  pieces: AsyncIterable<string>,
  lines: number,
): Promise<{ start: string; rest: AsyncIterable<string> }> {
  const iterator = pieces[Symbol.asyncIterator]()
  let start = ''
  while (start.split('\n').length <= lines) {
    const next = await iterator.next()
    if (next.done) break
    start += next.value
  }
  return { start, rest: { [Symbol.asyncIterator]: () => iterator } }
}

async function* following(start: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield start
  yield* rest
}

/**
 * Reads a delimited file into the table `landing` of `database` (see `LandingTable`).
 * Throws `Refusal` where the file cannot be trusted as a whole.
 */
export async function landText(
  path: string,
  source: Source,
  keyed: Keyed,
  database: Database,
  effects: Effects,
): Promise<Landing> {
  const text = readText(path, source.encoding)
  const { start, rest } = await peek(text.pieces, source.headerRow)
  if (start.trim() === '') throw new Refusal('empty', 'it is empty: export it again')
  if (start.includes('\0')) throw new Refusal('encoding', 'it holds binary data, not text: export it as CSV')
  // header_row counts lines as an editor does, blank ones too
  const lines = start.split('\n').slice(source.headerRow - 1)
  const headerLine = lines.find((line) => line.trim() !== '') ?? ''
  const all = following(lines.join('\n'), rest)
  let table: LandingTable | null = null
  let header: ReturnType<typeof understand> | null = null
  for await (const rows of readRows(all, delimiterOf(headerLine, source))) {
    for (const row of rows) {
      if (table) table.add(row)
      else {
        header = understand(row, source)
        table = await LandingTable.make(header, source, keyed, database)
      }
    }
    effects.progress(`${table?.records.toLocaleString('en-GB') ?? 0} records`)
  }
  if (!table || !header)
    throw new Refusal(
      'no_header',
      `it has no header in line ${source.headerRow}: set header_row at source "${source.name}"`,
    )
  table.finish()
  if (table.records === 0) throw new Refusal('empty', 'it has a header and no record: export it again')
  return {
    records: table.records,
    encoding: text.encoding(),
    columns: [...header.cells.keys()],
    unused: header.unused,
  }
}
