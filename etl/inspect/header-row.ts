import { foldHeader } from '../../data/shared/reading.ts'
import type { Format } from '../formats/format.ts'
import { Refusal } from '../ingest/refusal.ts'
import { shapeOf } from './dates.ts'
import { firstRows, type Manner, type Row } from './rows.ts'

/** Rows among which a header is looked for. */
const looked = 20

const filled = (row: Row): number => row.filter((cell) => cell.trim() !== '').length

/** Where a file's header stands, as `header_row` counts, and why it is taken for one. */
export interface HeaderRow {
  readonly row: number
  readonly cells: Row
  readonly why: string
}

/** Whether a row has all headers of a signature. */
export function holdsOneOf(row: Row, signatures: readonly Row[]): boolean {
  const cells = new Set(row.map(foldHeader))
  return signatures.some((signature) => signature.every((name) => cells.has(foldHeader(name))))
}

/** Whether a row that nothing else shows to be a header is a record: no column is called by a date or an address. */
const isRecord = (row: Row): boolean =>
  row.some((cell) => shapeOf(cell.trim()) !== null || /\S@\S+\.\S/.test(cell))

/**
 * From `header_row` of the manner on: the row that satisfies a signature, else the first that is as full as the fullest of
 * the first rows. Throws `Refusal` where that is a record, whose cells must not be taken for names of columns.
 */
export async function headerRowOf(
  path: string,
  manner: Manner,
  format: Format,
  signatures: readonly Row[],
): Promise<HeaderRow | null> {
  const start = manner.header_row
  const rows = await firstRows(path, manner, format, looked)
  const known = rows.find((row) => holdsOneOf(row, signatures))
  const fullest = Math.max(0, ...rows.map(filled))
  const cells = known ?? rows.find((row) => filled(row) === fullest)
  if (cells === undefined || fullest === 0) return null
  if (!known && isRecord(cells))
    throw new Refusal(
      'no_header',
      'the fullest of its first rows holds a date or an address, so it is a record and no header: write a line with the names of the columns above the records',
    )
  const why = known
    ? 'it has the headers of a known export'
    : `the first row with ${fullest} filled cells, as many as any`
  if (cells === rows[0]) return { row: start, cells, why }
  const row = await lineOf(cells, path, manner, format)
  return row === null ? null : { row, cells, why }
}

/** A row's number as the reader counts it: blank lines count, and so do the lines within a cell. */
async function lineOf(cells: Row, path: string, manner: Manner, format: Format): Promise<number | null> {
  const wanted = JSON.stringify(cells)
  for (let row = manner.header_row + 1; row <= looked * 3; row++) {
    const [first] = await firstRows(path, { ...manner, header_row: row }, format, 1).catch((): Row[] => [])
    if (JSON.stringify(first) !== wanted) continue
    // a blank line before it leads to the same row: the last one that does is its own
    const [next] = await firstRows(path, { ...manner, header_row: row + 1 }, format, 1).catch((): Row[] => [])
    if (JSON.stringify(next) !== wanted) return row
  }
  return null
}
