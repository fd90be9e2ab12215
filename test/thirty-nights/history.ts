import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Night } from '../support/installation.ts'

/** The daily backlog as it was published, a text for each row; none before the first night. */
export async function publishedBacklog({ dir, query }: Pick<Night, 'dir' | 'query'>): Promise<string[]> {
  const path = join(dir, 'history', 'backlog.parquet')
  if (!existsSync(path)) return []
  const rows = await query<{ row: string }>(
    `select to_json(b)::varchar as row from read_parquet('${path}') as b`,
  )
  return rows.map(({ row }) => row)
}

/** How many records were set aside, as the night's quarantine lists them. */
export async function setAside({ dir, query }: Pick<Night, 'dir' | 'query'>, run: string): Promise<number> {
  const path = join(dir, 'quarantine', `${run}.csv`)
  if (!existsSync(path)) return 0
  const [row] = await query<{ n: number }>(
    `select count(*)::integer as n from read_csv('${path}', all_varchar = true, header = true)`,
  )
  return row?.n ?? 0
}
