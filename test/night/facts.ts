import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Database } from '../../etl/db/database.ts'

/** When and by which run a release was made; no two nights have the same. */
const ofTheRun = new Set(['built_at', 'next_update_due_at', 'started_at', 'finished_at', 'seconds'])

/** A released file without what is of its run, or of the run before, alone. */
const comparable = (text: string): string =>
  JSON.stringify(
    JSON.parse(text.replaceAll(/\d{8}T\d{9}Z/g, 'run'), (key, value) => (ofTheRun.has(key) ? null : value)),
  )

async function tablesOf(dir: string): Promise<[string, string][]> {
  const warehouse = await Database.open(join(dir, 'warehouse.duckdb'), [join(dir, 'history')])
  try {
    const tables = await warehouse.all<{ name: string }>(
      "select table_name as name from duckdb_tables() where regexp_matches(table_name, '^(fct|dim)_') order by name",
    )
    const rows = async (name: string, from: string): Promise<[string, string]> => {
      const [told] = await warehouse.all<{ rows: string }>(
        `select md5(coalesce(string_agg(r::varchar, '|' order by r::varchar), '')) || ' ' || count(*) as rows from (${from}) as r`,
      )
      return [name, told?.rows ?? '']
    }
    const found: [string, string][] = []
    for (const { name } of tables) found.push(await rows(name, `from ${name}`))
    const history = `select * exclude (published_run, published_at) from read_parquet('${join(dir, 'history', 'backlog.parquet')}')`
    return [...found, await rows('history', history)]
  } finally {
    await warehouse.close()
  }
}

/** The facts, the history and every released file of the release that stands, by name: equal for equal nights. */
export async function factsOf(dir: string): Promise<Map<string, string>> {
  const current = join(dir, 'current')
  const names = (await readdir(current, { recursive: true })).filter((name) => name.endsWith('.json'))
  const files = names
    .sort()
    .map(
      async (name): Promise<[string, string]> => [
        name,
        comparable(await readFile(join(current, name), 'utf8')),
      ],
    )
  return new Map([...(await tablesOf(dir)), ...(await Promise.all(files))])
}

/** Names of what two nights tell differently. */
export const different = (one: Map<string, string>, other: Map<string, string>): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter((name) => one.get(name) !== other.get(name))
