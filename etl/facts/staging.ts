import { mapValue } from '../../data/shared/reading.ts'
import { canonicalColumns } from '../config/schema.ts'
import type { Source } from '../config/settings.ts'
import type { Bindings, Database } from '../db/database.ts'
import { canonicalValues } from '../formats/canonical.ts'
import { dateBindings } from '../ingest/bindings.ts'

const statement = new URL('stg_records.sql', import.meta.url)
/** Columns whose cells a source may map to other words. */
const mapped = [
  'status',
  'event',
  'kind',
  'priority',
  'service',
  'category',
  'subcategory',
  'department',
  'is_major',
  'route',
  'reason',
  'impact',
  'wanted',
  'outcome',
  'closed_by',
  'satisfaction',
] as const

/** The tables that staging begins with: one that gives every landed file the same columns, and `stg_records`, empty. */
export async function prepareStaging(database: Database): Promise<void> {
  const columns = [...canonicalColumns, 'escalated_by', 'escalated_at', 'rejected_as', 'filename']
  const list = columns.map((column) => `"${column}" varchar`).join(', ')
  await database.run(`create table landing_template (record integer, ${list})`)
}

/** For each mapped column, the cells that occur and what they mean, as two lists. */
async function valueBindings(
  source: Source,
  files: readonly string[],
  database: Database,
): Promise<Bindings> {
  const bindings: Record<string, readonly string[]> = {}
  for (const column of mapped) {
    const map = source.values[column]
    const cells = map ? await distinctCells(column, files, database) : []
    const known = cells.flatMap((cell) => {
      const meaning = mapValue(map ?? {}, cell)
      return meaning === undefined ? [] : [{ cell, meaning }]
    })
    bindings[`${column}_written`] = known.map(({ cell }) => cell)
    bindings[`${column}_meant`] = known.map(({ meaning }) => meaning)
  }
  return bindings
}

async function distinctCells(
  column: string,
  files: readonly string[],
  database: Database,
): Promise<string[]> {
  const landed =
    'select * from landing_template union all by name select * from read_parquet($files, union_by_name = true)'
  const rows = await database.all<{ cell: string }>(
    `select distinct "${column}" as cell from (${landed}) where "${column}" is not null order by cell`,
    { files },
  )
  return rows.map(({ cell }) => cell)
}

/** Stages the landed files of one source into `stg_records`; the first source makes the table. */
export async function stageSource(
  database: Database,
  source: Source,
  rank: number,
  files: readonly string[],
  isFirst: boolean,
): Promise<void> {
  const bindings: Bindings = {
    ...dateBindings(source),
    ...(await valueBindings(source, files, database)),
    files,
    source: source.name,
    source_rank: rank,
    item_kind: source.entity,
    grain: source.grain,
    timezone: source.timezone,
    event_kinds: canonicalValues.event ?? [],
    escalated_pattern: source.escalatedWhen?.pattern.source ?? '',
  }
  await database.file(statement, bindings, isFirst ? { create: 'stg_records' } : { insert: 'stg_records' })
}
