import { open } from 'node:fs/promises'
import Papa from 'papaparse'
import { delimiterOf, type Header } from '../../data/shared/header.ts'
import type { Source } from '../config/settings.ts'
import type { Database } from '../db/database.ts'
import { understand } from './header.ts'
import { landedColumns } from './landed-columns.ts'
import type { Landing, LandingKit } from './landing.ts'
import { type Plain, scanPlain } from './read/plain.ts'

const mostHeaderBytes = 1 << 16
const lineFeed = 10
const byteOrderMark = '\uFEFF'

interface Opening {
  readonly header: Header
  readonly delimiter: string
  /** Bytes up to the first record. */
  readonly bytes: number
}

/** The first line of a file as text, and its length in bytes with its line end; null where it is not plain UTF-8 text. */
async function firstLine(path: string): Promise<{ text: string; bytes: number } | null> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(mostHeaderBytes), 0, mostHeaderBytes, 0)
    const end = buffer.subarray(0, bytesRead).indexOf(lineFeed)
    if (end < 0) return null
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(buffer.subarray(0, end))
    return { text: text.replace(byteOrderMark, '').replace(/\r$/, ''), bytes: end + 1 }
  } catch {
    return null
  } finally {
    await file.close()
  }
}

/** The header of a file that begins with it, in one line; null where it takes more care to find or to understand it. */
async function openingOf(path: string, source: Source): Promise<Opening | null> {
  const line = await firstLine(path)
  if (line === null || line.text.trim() === '' || /[\0\r]/.test(line.text)) return null
  const delimiter = delimiterOf(line.text, source)
  const parsed = Papa.parse<string[]>(line.text, { delimiter, newline: '\n', quoteChar: '"' })
  const row = parsed.data[0]
  if (parsed.errors.length > 0 || parsed.data.length !== 1 || row === undefined) return null
  try {
    return { header: understand(row, source), delimiter, bytes: line.bytes }
  } catch {
    return null
  }
}

/** DuckDB's own reader over a file of which every record is plain, told everything and left to guess nothing. */
function readerOf(path: string, { header, delimiter }: Opening, { hasLinesInCells }: Plain): string {
  const text = (value: string): string => `'${value.replaceAll("'", "''")}'`
  const columns = Array.from({ length: header.width }, (_, index) => `'c${index}': 'VARCHAR'`)
  const options = [
    'auto_detect = false',
    'header = false',
    'skip = 1',
    `delim = ${text(delimiter)}`,
    `quote = '"'`,
    `escape = '"'`,
    'buffer_size = 8388608',
    'strict_mode = true',
    // a reader that begins in the middle of a file cannot tell such a line from a record
    `parallel = ${!hasLinesInCells}`,
    `columns = {${columns.join(', ')}}`,
  ]
  return `read_csv(${text(path)}, ${options.join(', ')})`
}

async function countLanded(parquet: string, database: Database): Promise<number | undefined> {
  const path = parquet.replaceAll("'", "''")
  const [row] = await database.all<{ n: number }>(
    `select count(*)::integer as n from read_parquet('${path}')`,
  )
  return row?.n
}

/**
 * Lands a delimited file whose every record is plain by DuckDB's own reader: what most exports are, and many times
 * faster. Null where anything is out of the ordinary: then nothing is landed, and rows are read one by one.
 */
export async function landPlain(
  { name, path }: { readonly name: string; readonly path: string },
  source: Source,
  to: string,
  kit: LandingKit,
): Promise<Landing | null> {
  const { database, effects } = kit
  if (source.headerRow !== 1 || (source.encoding ?? 'utf-8') !== 'utf-8' || source.mail) return null
  const opening = await openingOf(path, source)
  if (opening === null) return null
  const { header, delimiter, bytes } = opening
  const plain = await scanPlain(path, bytes, delimiter, header.width)
  if (plain === null) return null
  const columns = await landedColumns(header, source, (position) => `c${position}`, kit)
  const select = columns.map(({ name, expression }) => `${expression} as "${name}"`).join(', ')
  try {
    await database.copy(
      `select null::varchar as rejected_as, ${select} from ${readerOf(path, opening, plain)}`,
      to,
    )
    if ((await countLanded(to, database)) !== plain.records) return null
  } catch {
    // its message would show cells
    effects.log(`${name}: DuckDB's reader gave up, so it is read row by row`)
    return null
  }
  return {
    records: plain.records,
    encoding: 'utf-8',
    columns: columns.map(({ name }) => name),
    unused: header.unused,
    rejects: 0,
  }
}
