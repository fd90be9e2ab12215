import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '../db/database.ts'
import type { Effects } from '../effects.ts'
import { holdErased, namesErased } from '../ingest/erase-rejects.ts'
import type { Erased } from '../ingest/erased.ts'
import { runFilesIn } from './set-aside.ts'

/** A cell of a CSV that a run wrote; what a record holds stands there as JSON. */
const cellText = `array_to_string(list_transform([*columns(*)], lambda cell: text_in_json(coalesce(cell, ''))), ' ')`

const readerOf = (path: string): string =>
  `read_csv('${path.replaceAll("'", "''")}', auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', max_line_size = 4194304, buffer_size = 8388608, columns = {COLUMNS})`

/** The names in the first line of a CSV that a run wrote. */
function columnsOf(text: string): string[] {
  const [header = ''] = text.split('\n', 1)
  return header.split(',').map((name) => name.trim().replace(/^"|"$/g, ''))
}

/** Takes the records that name someone out of a CSV; resolves to how many those were. */
async function eraseFromCsv(path: string, database: Database, { disk }: Effects): Promise<number> {
  const columns = columnsOf(await readFile(path, 'utf8')).map(
    (name) => `'${name.replaceAll("'", "''")}': 'VARCHAR'`,
  )
  const rows = readerOf(path).replace('COLUMNS', columns.join(', '))
  await database.run(
    `create or replace temp table set_aside as select *, ${namesErased(cellText)} as is_naming from ${rows}`,
  )
  const [found] = await database.all<{ n: number }>(
    'select count(*)::integer as n from set_aside where is_naming',
  )
  if (!found?.n) return 0
  await database.copy(
    'select * exclude (is_naming) from set_aside where is_naming is not true',
    `${path}.new`,
    'csv',
  )
  await disk.seal(`${path}.new`)
  await disk.move(`${path}.new`, path)
  return found.n
}

/** What was removed from one file of quarantine/; null where it was removed whole. */
export interface ErasedSetAside {
  readonly name: string
  readonly records: number | null
}

async function eraseOne(
  path: string,
  erased: Erased,
  database: Database,
  effects: Effects,
): Promise<number | null> {
  if (!path.endsWith('.csv')) {
    if (!erased.names(await readFile(path, 'utf8'))) return 0
    await effects.disk.remove(path)
    return null
  }
  try {
    return await eraseFromCsv(path, database, effects)
  } catch (error) {
    if (!/\bCSV Error\b/.test((error as Error).message)) throw error
    // somebody changed it, or one of its lines is longer than any that is read
    await effects.disk.remove(path)
    return null
  }
}

/** Takes erased persons out of what earlier runs wrote into quarantine/. */
export async function eraseQuarantine(
  installation: string,
  erased: Erased,
  database: Database,
  effects: Effects,
): Promise<ErasedSetAside[]> {
  await holdErased(erased, database)
  const done: ErasedSetAside[] = []
  for (const name of await runFilesIn(installation)) {
    const records = await eraseOne(join(installation, 'quarantine', name), erased, database, effects)
    if (records !== 0) done.push({ name, records })
  }
  return done
}
