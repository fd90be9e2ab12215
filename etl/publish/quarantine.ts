import { join } from 'node:path'
import type { Database } from '../db/database.ts'
import type { Effects } from '../effects.ts'

const setAside = `
  select coalesce(array_to_string(list_sort(n.names), ' = '), r.file_id) as file, r.record, r.fault as reason, r.fault_column as "column", r.source, r.item_id
  from stg_records as r
  left join (select file_id, names from dim_files) as n on n.file_id = r.file_id
  where r.fault is not null
  order by file, r.record`

/** Writes what was set aside tonight into `folder`, as one CSV a run that only its owner may read; none where nothing was. */
export async function writeQuarantine(
  database: Database,
  folder: string,
  run: string,
  effects: Effects,
): Promise<number> {
  const rows = await database.all<{
    file: string
    record: number
    reason: string
    column: string | null
    source: string
    item_id: string | null
  }>(setAside)
  if (rows.length === 0) return 0
  const quoted = (cell: unknown): string => `"${String(cell ?? '').replaceAll('"', '""')}"`
  const lines = rows.map(({ file, record, reason, column, source, item_id }) =>
    [file, record, reason, column, source, item_id].map(quoted).join(','),
  )
  await effects.disk.folder(folder)
  const path = join(folder, `${run}.csv`)
  await effects.disk.write(
    `${path}.new`,
    `file,record,reason,column,source,item\n${lines.join('\n')}\n`,
    0o600,
  )
  await effects.disk.move(`${path}.new`, path)
  return rows.length
}
