import { afterAll } from 'vitest'
import { loadSettings } from '../../etl/config/load.ts'
import type { Settings } from '../../etl/config/settings.ts'
import { type Bound, Database } from '../../etl/db/database.ts'
import { setKey } from '../../etl/db/key.ts'
import { calendarBindings } from '../../etl/facts/dimensions.ts'
import { installAllMacros } from '../../etl/facts/index.ts'
import { installation } from './installation.ts'

const opened: Database[] = []
afterAll(async () => {
  for (const database of opened.splice(0)) await database.close()
})

/** An empty database in memory with the house's macros, which may read and write below `folders`. */
export async function memory(folders: readonly string[] = ['/nowhere']): Promise<Database> {
  const database = await Database.open(':memory:', folders)
  opened.push(database)
  await installAllMacros(database)
  await setKey(database, Buffer.from('secret'))
  return database
}

/** The settings that a config.yaml makes. */
export const settingsOf = async (config: string): Promise<Settings> =>
  loadSettings(await installation({ config }))

/** Makes `dim_calendar` from the calendars of `settings`, for the years from `first` to `last`. */
export const makeCalendar = (database: Database, settings: Settings, first: string, last: string) =>
  database.file(
    new URL('../../etl/facts/dim_calendar.sql', import.meta.url),
    calendarBindings(settings, first, last),
    {
      create: 'dim_calendar',
    },
  )

export type TableRows = Readonly<Record<string, Bound>>
/** Column types by table and column. */
export type Shapes = ReadonlyMap<string, ReadonlyMap<string, string>>

/** What words there are is a type of the night that read them; those of a test are text. */
const typeOf = (type: string): string => type.replace(/ENUM\((?:'(?:[^']|'')*'(?:, )?)*\)/g, 'VARCHAR')

/** The tables of a warehouse with their column types. */
export async function shapesOf(query: (sql: string) => Promise<Record<string, unknown>[]>): Promise<Shapes> {
  const rows = await query(
    'select table_name, column_name, data_type from duckdb_columns() where not internal order by column_index',
  )
  const tables = Map.groupBy(rows, ({ table_name }) => String(table_name))
  return new Map(
    [...tables].map(([table, columns]) => [
      table,
      new Map(columns.map(({ column_name, data_type }) => [String(column_name), typeOf(String(data_type))])),
    ]),
  )
}

/** Makes the tables of `shapes`, empty; those that are there already stay. */
export async function makeTables(database: Database, shapes: Shapes): Promise<void> {
  for (const [table, columns] of shapes) {
    const list = [...columns].map(([name, type]) => `"${name}" ${type}`).join(', ')
    await database.run(`create table if not exists "${table}" (${list})`)
  }
}

/** Puts rows into a table that `shapes` knows; a column that a row leaves out is null. */
export async function fill(
  database: Database,
  shapes: Shapes,
  table: string,
  rows: readonly TableRows[],
): Promise<void> {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const unknown = names.find((name) => !shapes.get(table)?.has(name))
  if (unknown || !shapes.has(table)) throw new Error(`there is no ${table}.${unknown ?? ''}`)
  if (rows.length === 0) return
  const cell = (index: number, name: string): string => `$r${index}_${name}::${shapes.get(table)?.get(name)}`
  const values = rows.map((_, index) => `(${names.map((name) => cell(index, name)).join(', ')})`)
  const bound = rows.flatMap((row, index) => names.map((name) => [`r${index}_${name}`, row[name] ?? null]))
  const columns = names.map((name) => `"${name}"`).join(', ')
  await database.run(
    `insert into "${table}" (${columns}) values ${values.join(', ')}`,
    Object.fromEntries(bound),
  )
}
