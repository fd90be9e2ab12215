import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Database } from '../../etl/db/database.ts'

/** What people own: nothing but `purge` with --inbox changes it. */
const ofPeople = /^(inbox|procedure|config\.yaml|changes\.yaml|corrections\.csv)(\/|$)/

/** Every file of an installation that the nightly and the purge write, as paths below it. */
export async function keptFiles(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dir.length + 1))
    .filter((name) => !ofPeople.test(name))
    .sort()
}

async function rowsAsText(database: Database, query: string): Promise<string> {
  const rows = await database.all<{ text: string }>(`select to_json(t)::varchar as text from (${query}) as t`)
  return rows.map(({ text }) => text).join('\n')
}

async function parquetText(path: string, dir: string): Promise<string> {
  const database = await Database.open(':memory:', [dir])
  try {
    return await rowsAsText(database, `from read_parquet('${path}')`)
  } finally {
    await database.close()
  }
}

async function warehouseText(path: string, dir: string): Promise<string> {
  const database = await Database.open(path, [dir])
  try {
    const tables = await database.all<{ name: string }>(
      'select table_name as name from duckdb_tables() where not internal',
    )
    const texts: string[] = []
    for (const { name } of tables) texts.push(await rowsAsText(database, `from "${name}"`))
    return texts.join('\n')
  } finally {
    await database.close()
  }
}

async function textsOf(dir: string, name: string): Promise<string[]> {
  const path = join(dir, name)
  const bytes = await readFile(path)
  const raw = [bytes.toString('utf8'), bytes.toString('utf16le')]
  if (name.endsWith('.parquet')) return [...raw, await parquetText(path, dir)]
  return name === 'warehouse.duckdb' ? [...raw, await warehouseText(path, dir)] : raw
}

/** Which files of an installation hold which needles, in whatever case: raw, and as the tables they are. `path: needle` */
export async function traces(dir: string, needles: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const name of await keptFiles(dir)) {
    const texts = [name, ...(await textsOf(dir, name))].map((text) => text.toLowerCase())
    for (const needle of needles)
      if (texts.some((text) => text.includes(needle.toLowerCase()))) found.push(`${name}: ${needle}`)
  }
  return found
}
