import { foldHeader, type Located, locate } from '../../data/shared/reading.ts'
import { nearest } from '../config/near.ts'
import type { Source } from '../config/settings.ts'
import { mostColumns } from './limits.ts'
import { printable } from './printable.ts'
import { delimiters } from './read/delimited.ts'
import { Refusal } from './refusal.ts'

export interface Header {
  readonly width: number
  /** Cells up to the last one that has a name; a row may end after them. */
  readonly named: number
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
function namesOf(header: readonly string[], { reading }: Source): string[] {
  if (Object.keys(locate(header, reading).positions).length === 0) return []
  const names = header
    .map((name) => printable(name).trim().slice(0, lettersShown))
    .filter((name) => name !== '')
  return names.length > namesShown
    ? [...names.slice(0, namesShown), `and ${names.length - namesShown} more`]
    : names
}

function missing(columns: readonly string[], header: readonly string[], source: Source): Refusal {
  const names = namesOf(header, source)
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

/** What `escalated_when` and `exported_at` of the source look at, beside the canonical columns. */
function extraColumns({ escalatedWhen, exportedAt }: Source): [landed: string, named: string][] {
  const named: [string, string | null | undefined][] = [
    ['escalated_by', escalatedWhen?.column],
    ['escalated_at', escalatedWhen?.at],
    ['export_time', exportedAt && 'column' in exportedAt ? exportedAt.column : null],
  ]
  return named.flatMap(([landed, name]) => (name ? [[landed, name]] : []))
}

/** Finds the columns of a source in a header row. Throws `Refusal` where one that it needs is not there. */
export function understand(row: readonly string[], source: Source): Header {
  if (row.length > mostColumns) {
    throw new Refusal(
      'too_large',
      `its header has ${row.length.toLocaleString('en-GB')} columns, more than ${mostColumns.toLocaleString('en-GB')}: this is no table of records; set delimiter or header_row if it is`,
    )
  }
  const located: Located = locate(row, source.reading)
  if (located.missing.length > 0) throw missing(located.missing, row, source)
  const cells = new Map(Object.entries(located.positions))
  const folded = row.map(foldHeader)
  for (const [landed, name] of extraColumns(source)) {
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
export function delimiterOf(line: string, source: Source): string {
  if (source.delimiter) return source.delimiter
  const found = delimiters.map((delimiter) => {
    const header = line.split(delimiter).map((cell) => cell.replace(/^"|"$/g, ''))
    return Object.keys(locate(header, source.reading).positions).length
  })
  return delimiters[found.indexOf(Math.max(...found))] ?? ','
}
