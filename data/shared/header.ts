import { delimiters } from './delimited.ts'
import { mostColumns } from './limits.ts'
import { nearest } from './near.ts'
import { printable } from './printable.ts'
import { foldHeader, locate, type Reading } from './reading.ts'
import { Refusal } from './refusal.ts'
import type { Widths } from './shape-fault.ts'

/** What finding the columns of a file takes of its source. */
export interface HeaderReading {
  /** The source's name. */
  readonly name: string
  readonly headerRow: number
  readonly reading: Reading
}

export interface DelimiterReading {
  readonly delimiter: string | null
  readonly reading: Reading
}

/** A column that is landed beside the canonical ones, and what it is called: a header or a canonical column. */
export type ExtraColumn = readonly [landed: string, named: string]

export interface Header extends Widths {
  /** Positions of the cells of each landed column. */
  readonly cells: ReadonlyMap<string, readonly number[]>
  /** Headers that no landed column uses. */
  readonly unused: readonly string[]
}

/** ` (now "Reference"?)` where a header is near one of the names that were looked for. */
function renamed(wanted: readonly string[], header: readonly string[]): string {
  const there = new Set(header.map(foldHeader))
  const gone = wanted.filter((name) => !there.has(foldHeader(name)))
  const near = gone.map((name) => nearest(name, header)).find((name) => name !== undefined)
  return near === undefined ? '' : `; perhaps it is "${near}" now`
}

const namesShown = 30
const lettersShown = 40

/**
 * The headers of a row, to be shown where everybody reads them; none where not one of them is known, since the row may
 * be a record and hold what nobody should read.
 */
function namesOf(header: readonly string[], reading: Reading): string[] {
  if (Object.keys(locate(header, reading).positions).length === 0) return []
  const names = header
    .map((name) => printable(name).trim().slice(0, lettersShown))
    .filter((name) => name !== '')
  return names.length > namesShown
    ? [...names.slice(0, namesShown), `and ${names.length - namesShown} more`]
    : names
}

function missing(columns: readonly string[], header: readonly string[], source: HeaderReading): Refusal {
  const names = namesOf(header, source.reading)
  const wanted = columns.map((column) => {
    const alternatives = source.reading.columns[column]?.alternatives ?? []
    const looked = alternatives.map((alternative) => alternative.join(' + '))
    if (looked.length === 0) return column
    return `${column} (looked for: ${looked.join(', ')}${renamed(alternatives.flat(), names)})`
  })
  return new Refusal(
    'missing_column',
    `it has no column for ${wanted.join('; ')}. ${names.length > 0 ? `Its header: ${names.join(', ')}` : `Line ${source.headerRow} has no header that is known (npm run inspect -- FILE shows what it has)`}. Name the right one under columns: of source "${source.name}", or set header_row or delimiter`,
  )
}

/** Finds the columns of a source in a header row. Throws `Refusal` where one that it needs is not there. */
export function understandHeader(
  row: readonly string[],
  source: HeaderReading,
  extra: readonly ExtraColumn[],
): Header {
  if (row.length > mostColumns) {
    throw new Refusal(
      'too_large',
      `its header has ${row.length.toLocaleString('en-GB')} columns, more than ${mostColumns.toLocaleString('en-GB')}: this is no table of records; set delimiter or header_row if it is`,
    )
  }
  const located = locate(row, source.reading)
  if (located.missing.length > 0) throw missing(located.missing, row, source)
  const cells = new Map(Object.entries(located.positions))
  const folded = row.map(foldHeader)
  for (const [landed, name] of extra) {
    const found = located.positions[name] ?? [folded.indexOf(foldHeader(name))]
    if (found.includes(-1)) throw missing([name], row, source)
    cells.set(landed, found)
  }
  const unused = located.unused
    .map((name) => printable(name).trim().slice(0, lettersShown))
    .filter((name) => name !== '')
  const named = folded.findLastIndex((name) => name !== '') + 1
  return { width: row.length, named, cells, unused: [...new Set(unused)] }
}

/** The delimiter that is configured, else the one by which the header has the most of what the source reads. */
export function delimiterOf(line: string, source: DelimiterReading): string {
  if (source.delimiter) return source.delimiter
  const found = delimiters.map((delimiter) => {
    const header = line.split(delimiter).map((cell) => cell.replace(/^"|"$/g, ''))
    return Object.keys(locate(header, source.reading).positions).length
  })
  return delimiters[found.indexOf(Math.max(...found))] ?? ','
}

/** The refusal of a text in which nothing stands where its header should. */
export const noHeader = ({ headerRow, name }: HeaderReading): Refusal =>
  new Refusal('no_header', `it has no header in line ${headerRow}: set header_row at source "${name}"`)

/** The refusal of a file without a record; of what is open only, or new since the last export, there may be none. */
export const noRecord = (): Refusal => new Refusal('empty', 'it has a header and no record: export it again')
