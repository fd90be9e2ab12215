import { mapValue } from '../../data/shared/reading.ts'
import { type MappedColumn, mappedColumns } from '../config/mapped-columns.ts'
import type { Source } from '../config/settings.ts'
import type { Bindings, Database } from '../db/database.ts'
import { canonicalValues } from '../formats/canonical.ts'

/** A word of a column with a closed list of meanings that nothing maps to one of them. */
export interface UnknownWord {
  readonly source: string
  readonly column: MappedColumn
  readonly word: string
  readonly records: number
  /** The file, and the first of its records that holds it. */
  readonly file_id: string
  readonly record: number
}

interface Cell {
  readonly [name: string]: unknown
  readonly cell: string
  readonly records: number
  readonly file_id: string
  readonly record: number
}

/** The cells of a column of the view `landed` in each of its files, each with the number of its records and the first of them. */
const cellsOf = (column: MappedColumn, database: Database): Promise<Cell[]> =>
  database.all<Cell>(
    `select "${column}" as cell, file_of(filename) as file_id, count(*)::integer as records, min(record)::integer as record
     from landed where "${column}" is not null group by all order by cell, file_id`,
  )

/** Whether a word without a meaning is worth a warning; `is_major` takes any word for no. */
const isClosed = (column: MappedColumn): boolean =>
  column !== 'is_major' && canonicalValues[column] !== undefined

export interface Words {
  /** For each mapped column, the cells that occur and what they mean, as two lists. */
  readonly bindings: Bindings
  readonly unknown: readonly UnknownWord[]
}

/** What the words of a source's landed files (the view `landed`) mean by its value maps. */
export async function wordsOf(source: Source, database: Database): Promise<Words> {
  const bindings: Record<string, readonly string[]> = {}
  const unknown: UnknownWord[] = []
  for (const column of mappedColumns) {
    const map = source.values[column]
    const cells = map ? await cellsOf(column, database) : []
    const meanings = new Map(cells.map(({ cell }) => [cell, mapValue(map ?? {}, cell)]))
    const known = [...meanings].filter(([, meaning]) => meaning !== undefined)
    bindings[`${column}_written`] = known.map(([cell]) => cell)
    bindings[`${column}_meant`] = known.map(([, meaning]) => meaning ?? '')
    if (!isClosed(column)) continue
    for (const { cell: word, ...where } of cells)
      if (meanings.get(word) === undefined) unknown.push({ source: source.name, column, word, ...where })
  }
  return { bindings, unknown }
}
