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

/** The cells of a column of the view `landed`. */
const cellsOf = (column: MappedColumn, database: Database): Promise<{ cell: string }[]> =>
  database.all(`select distinct "${column}" as cell from landed where "${column}" is not null order by cell`)

/** Keeps where the words of a column stand that are not `known`. */
const keepUnknown = (
  source: string,
  column: MappedColumn,
  known: readonly string[],
  database: Database,
): Promise<void> =>
  database.run(
    `insert into stg_unknown_words
     select $source, $column, "${column}", count(*)::integer, file_of(filename), min(record)::integer
     from landed where "${column}" is not null and not list_contains($known, "${column}")
     group by all`,
    { source, column, known },
  )

/** Whether a word without a meaning is worth a warning; `is_major` takes any word for no. */
const isClosed = (column: MappedColumn): boolean =>
  column !== 'is_major' && canonicalValues[column] !== undefined

/**
 * What the words of a source's landed files (the view `landed`) mean by its value maps: for each mapped column the cells
 * that occur and what they mean, as two lists. Those without a meaning go into `stg_unknown_words`.
 */
export async function wordsOf(source: Source, database: Database): Promise<Bindings> {
  const bindings: Record<string, readonly string[]> = {}
  for (const column of mappedColumns) {
    const map = source.values[column]
    const cells = map ? (await cellsOf(column, database)).map(({ cell }) => cell) : []
    const meanings = new Map(cells.map((cell) => [cell, mapValue(map ?? {}, cell)]))
    const known = cells.filter((cell) => meanings.get(cell) !== undefined)
    bindings[`${column}_written`] = known
    bindings[`${column}_meant`] = known.map((cell) => meanings.get(cell) ?? '')
    if (isClosed(column) && known.length < cells.length)
      await keepUnknown(source.name, column, known, database)
  }
  return bindings
}

const statement = new URL('unknown_words.sql', import.meta.url)

/** The words of all landed files that nothing maps to a meaning. */
export async function unknownWords(database: Database): Promise<UnknownWord[]> {
  type Found = Omit<UnknownWord, 'file_id' | 'record'> & { first: Pick<UnknownWord, 'file_id' | 'record'> }
  const rows = await database.rowsOf<Found>(statement, { columns: mappedColumns })
  return rows.map(({ first, ...word }) => ({ ...word, ...first }))
}
