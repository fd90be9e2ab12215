import type { Bindings, Database } from '../../db/database.ts'
import type { LandedReceipt } from '../../ingest/landed.ts'

/** What the last night told of items cannot be built on; the message says why. */
export class NotStanding extends Error {}

/** The warehouse of the last night, as of whose time (an ISO instant) its tables tell. */
export interface LastNight {
  readonly asOf: string
}

const ofItem =
  "item_kind = 'escalation' or exists (from touched as t where t.item_kind = o.item_kind and t.item_id = o.item_id)"
const ofRecord = 'exists (from temp.stg_records as r where r.file_id = o.file_id and r.record = o.record)'
/**
 * Tables of what was told of each item, and which of their rows are told anew. With the time as of which they tell,
 * nothing changes in them but by what was to come.
 */
const told: Readonly<Record<string, string>> = {
  stg_versions: ofRecord,
  stg_event_times: ofRecord,
  stg_states: ofItem,
  stg_events: ofItem,
  stg_descriptions: ofItem,
  stg_levels: "exists (from touched as t where t.item_kind = 'ticket' and t.item_id = o.ticket_id)",
  fct_events: ofItem,
  fct_statuses: ofItem,
}
const kept: readonly string[] = [...Object.keys(told), 'stg_records', 'stg_unknown_words']
export const isTold = (table: string): boolean => Object.hasOwn(told, table)

/** Where more than this share of the items is told of anew, it is quicker to tell of all; of few items it makes no difference. */
const mostAnew = 0.25
const few = 10_000
const sql = (name: string): URL => new URL(`${name}.sql`, import.meta.url)

const count = async (database: Database, query: string): Promise<number> =>
  (await database.all<{ n: number }>(`select count(*)::integer as n from ${query}`))[0]?.n ?? 0

/** Empties a copy of the last night's warehouse of all but what was told. */
export async function keepTold(database: Database): Promise<void> {
  await database.run('create temp table last_files as from dim_files')
  await database.run('create temp table last_vanished as from stg_vanished')
  await database.run('create temp table last_words as from dim_words')
  const left = await database.all<{ kind: string; name: string }>(`
    select 'view' as kind, view_name as name from duckdb_views() where not internal and not temporary
    union all
    select 'table', table_name from duckdb_tables() where not internal and not temporary
    union all
    select distinct case function_type when 'table_macro' then 'macro table' else 'macro' end, function_name
    from duckdb_functions() where not internal
    union all
    select 'type', type_name from duckdb_types() where not internal`)
  for (const { kind, name } of left)
    if (kind !== 'table' || !kept.includes(name)) await database.run(`drop ${kind} "${name}"`)
}

/** Turns a type of what was told into the one of that name that was made since; text stays text. */
async function renew(database: Database, type: string, example: string): Promise<void> {
  const columns = await database.all<{ table: string; column: string }>(
    `select table_name as table, column_name as column from duckdb_columns()
     where table_name in ${listed(kept)} and starts_with(data_type, 'ENUM') and data_type = (
       select data_type from duckdb_columns() where table_name = 'fct_events' and column_name = '${example}')`,
  )
  for (const { table, column } of columns)
    await database.run(`alter table "${table}" alter "${column}" type ${type}`)
}
const listed = (names: readonly string[]): string => `(${names.map((name) => `'${name}'`).join(', ')})`

/** The sums of the landed files that it was made of. */
export const lastFiles = async (database: Database): Promise<string[]> =>
  (await database.all<{ file_id: string }>('select file_id from last_files')).map(({ file_id }) => file_id)

/** The landed files that are to be staged: those that are new, and all of sources whose records hang together. */
export async function filesToStage(
  database: Database,
  landed: readonly LandedReceipt[],
): Promise<LandedReceipt[]> {
  const gone = await count(
    database,
    `last_files as l left join dim_files as f on f.file_id = l.file_id::varchar
     where (f.source, f.exported_at, f.records) is distinct from (l.source, l.exported_at, l.records)`,
  )
  if (gone > 0) throw new NotStanding(`${gone} of the files that it was made of are gone or dated otherwise`)
  await renew(database, 'landed_file', 'file_id')
  const threaded = await database.all<{ source: string }>('select source from dim_sources where is_message')
  const sources = threaded.map(({ source }) => source)
  for (const table of ['stg_records', 'stg_unknown_words'])
    await database.run(`delete from ${table} where list_contains($sources, source::varchar)`, { sources })
  const known = new Set(await lastFiles(database))
  return landed.filter(({ sha256, source }) => !known.has(sha256) || sources.includes(source))
}

/**
 * Puts the records of what must be told anew in front of all others; resolves to how many items that is. Throws
 * `NotStanding` where they are too many.
 */
export async function narrow(database: Database, { asOf }: LastNight, bindings: Bindings): Promise<number> {
  if ((await count(database, '(from dim_words except from last_words)')) > 0)
    await renew(database, 'word', 'owner')
  await database.file(sql('touched'), { ...bindings, last_as_of: asOf }, { replace: 'touched' })
  const [touched, all] = [await count(database, 'touched'), await count(database, 'stg_descriptions')]
  if (touched > Math.max(few, mostAnew * all))
    throw new NotStanding(`${touched} of its ${all} items are told of anew`)
  await database.file(sql('records'), {}, { replace: 'stg_records' })
  return touched
}

/** Puts what was told anew in the place of what was told of the same items. */
export async function widen(database: Database): Promise<void> {
  const [found] = await database.all<{ name: string }>('select current_database() as name')
  const all = found?.name ?? ''
  for (const [name, isAnew] of Object.entries(told)) {
    await database.run(`delete from "${all}".${name} as o where ${isAnew}`)
    await database.run(`insert into "${all}".${name} by name from temp.${name}`)
    await database.run(`drop table temp.${name}`)
  }
  await database.run('drop table temp.stg_records')
}
