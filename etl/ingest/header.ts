import { foldHeader, type Located, locate } from '../../data/shared/reading.ts'
import type { Source } from '../config/settings.ts'
import { delimiters } from './read/delimited.ts'
import { Refusal } from './refusal.ts'

export interface Header {
  readonly width: number
  /** Positions of the cells of each landed column. */
  readonly cells: ReadonlyMap<string, readonly number[]>
  /** Headers that no landed column uses. */
  readonly unused: readonly string[]
}

function missing(columns: readonly string[], header: readonly string[], source: Source): Refusal {
  const wanted = columns.map((column) => {
    const names =
      source.reading.columns[column]?.alternatives.map((alternative) => alternative.join(' + ')) ?? []
    return names.length > 0 ? `${column} (looked for: ${names.join(', ')})` : column
  })
  const names = header.map((name) => name.trim()).join(', ')
  return new Refusal(
    'missing_column',
    `it has no column for ${wanted.join('; ')}. Its header: ${names}. Name the right one under columns: of source "${source.name}", or set header_row or delimiter`,
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
  const located: Located = locate(row, source.reading)
  if (located.missing.length > 0) throw missing(located.missing, row, source)
  const cells = new Map(Object.entries(located.positions))
  const folded = row.map(foldHeader)
  for (const [landed, name] of extraColumns(source)) {
    const found = located.positions[name] ?? [folded.indexOf(foldHeader(name))]
    if (found.includes(-1)) throw missing([name], row, source)
    cells.set(landed, found)
  }
  return { width: row.length, cells, unused: located.unused }
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
