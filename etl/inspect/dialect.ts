import { delimiters } from '../../data/shared/delimited.ts'
import type { Format } from '../formats/format.ts'
import { readBytes } from '../ingest/read/bytes.ts'
import { readText } from '../ingest/read/text.ts'
import { Refusal } from '../ingest/refusal.ts'
import { firstRows, type Manner, type Row } from './rows.ts'

/** Records by which a delimiter is judged. */
const judged = 50
const words: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' }

/** How a text is written, and why that is believed. */
export interface Dialect {
  readonly delimiter: Manner['delimiter']
  /** Null where the file is read as UTF-8 or by its own mark, and nothing has to be declared. */
  readonly encoding: 'windows-1252' | null
  /** What was seen, a sentence each. */
  readonly seen: readonly string[]
}

async function firstBytes(path: string): Promise<Buffer> {
  for await (const bytes of readBytes(path)) return bytes.subarray(0, 1 << 16)
  throw new Refusal('empty', 'it is empty: export it again')
}

function lineEnds(bytes: Buffer): string {
  const text = bytes.toString('latin1').replaceAll('\0', '')
  const [windows, all] = [text.split('\r\n').length - 1, text.split('\n').length - 1]
  if (all === 0) return text.includes('\r') ? 'lines end with CR' : 'one line'
  if (windows === 0) return 'lines end with LF'
  return windows === all ? 'lines end with CRLF' : 'lines end with LF and CRLF, mixed'
}

function mark(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16 by its mark'
  return bytes[0] === 0xef && bytes[1] === 0xbb ? 'UTF-8 with a byte order mark' : 'UTF-8'
}

interface Trial {
  readonly delimiter: NonNullable<Manner['delimiter']>
  readonly width: number
  readonly fitting: number
  readonly rows: number
}

function widthOf(rows: readonly Row[]): { width: number; fitting: number } {
  const widths = Map.groupBy(rows, (row) => row.length)
  const [width, fitting] = [...widths]
    .map(([cells, of]) => [cells, of.length] as const)
    .sort((a, b) => b[1] - a[1])[0] ?? [0, 0]
  return { width, fitting }
}

async function tryDelimiter(
  path: string,
  delimiter: Trial['delimiter'],
  manner: Manner,
  format: Format,
): Promise<Trial> {
  try {
    const rows = await firstRows(path, { ...manner, delimiter }, format, judged)
    return { delimiter, ...widthOf(rows), rows: rows.length }
  } catch (error) {
    if (error instanceof Refusal && error.reason === 'open_quote')
      return { delimiter, width: 0, fitting: 0, rows: 0 }
    throw error
  }
}

/** The trial in which most rows have equally many cells, at least two; of equal ones the widest. */
const better = (a: Trial, b: Trial): number => {
  const share = ({ width, fitting, rows }: Trial): number => (width > 1 ? fitting / rows : 0)
  return share(b) - share(a) || b.width - a.width
}

const told = ({ delimiter, width, fitting, rows }: Trial): string =>
  `${words[delimiter]}: ${fitting} of the first ${rows} rows have ${width} cells`

async function isUtf8(path: string): Promise<boolean> {
  try {
    for await (const _ of readText(path, null).pieces);
    return true
  } catch (error) {
    if (error instanceof Refusal && error.message.startsWith('it is not utf-8')) return false
    throw error
  }
}

/** Looks at a delimited text. Throws `Refusal` where it holds no text. */
export async function dialectOf(path: string, format: Format): Promise<Dialect> {
  const bytes = await firstBytes(path)
  const isPlain = await isUtf8(path)
  const encoding = isPlain ? null : ('windows-1252' as const)
  const manner: Manner = { header_row: 1, ...(encoding && { encoding }) }
  const trials: Trial[] = []
  for (const delimiter of delimiters) trials.push(await tryDelimiter(path, delimiter, manner, format))
  const [best, ...others] = trials.sort(better)
  const isTable = best !== undefined && best.width > 1
  const othersTold = others.filter(({ width }) => width > 1).map(told)
  return {
    delimiter: isTable ? best.delimiter : ',',
    encoding,
    seen: [
      isPlain
        ? `${mark(bytes)}, ${lineEnds(bytes)}`
        : `not UTF-8; ${lineEnds(bytes)}. Read as windows-1252 to be looked at: check that é, £ and ’ come out right`,
      isTable
        ? `cells parted by ${[told(best), ...othersTold].join('; ')}`
        : 'one column: no delimiter gives more than one cell a row',
    ],
  }
}
