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
  /** The first file and record that hold it. */
  readonly file_id: string
  readonly record: number
}

interface Cell {
  readonly [name: string]: unknown
  readonly cell: string
  readonly records: number
  readonly first: { readonly file_id: string; readonly record: number }
}

/** The cells of a column of the view `landed`, each with the number of its records and the first of them. */
const cellsOf = (column: MappedColumn, database: Database): Promise<Cell[]> =>
  database.all<Cell>(
    `select "${column}" as cell, count(*)::integer as records,
       min({file_id: file_of(filename), record: record}) as first
     from landed where "${column}" is not null group by cell order by cell`,
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
    const cells = (map ? await cellsOf(column, database) : []).map(({ cell, records, first }) => ({
      cell,
      records,
      first,
      meaning: mapValue(map ?? {}, cell),
    }))
    const known = cells.filter(({ meaning }) => meaning !== undefined)
    bindings[`${column}_written`] = known.map(({ cell }) => cell)
    bindings[`${column}_meant`] = known.map(({ meaning }) => meaning ?? '')
    if (!isClosed(column)) continue
    for (const { cell, records, first, meaning } of cells)
      if (meaning === undefined) unknown.push({ source: source.name, column, word: cell, records, ...first })
  }
  return { bindings, unknown }
}

/** Each word of a column once, with all its records. */
export function addedUp(words: readonly UnknownWord[]): UnknownWord[] {
  const same = Map.groupBy(words, ({ source, column, word }) => JSON.stringify([source, column, word]))
  return [...same.values()].flatMap((equal) => {
    const [first] = equal
    return first ? [{ ...first, records: equal.reduce((sum, { records }) => sum + records, 0) }] : []
  })
}
