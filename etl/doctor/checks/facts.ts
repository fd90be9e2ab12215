import { join } from 'node:path'
import { Database } from '../../db/database.ts'
import { count } from '../../inspect/text.ts'
import { statusOf } from '../files.ts'
import { type Finding, note, stopping, well } from '../finding.ts'
import { rowsOf } from '../parquet.ts'
import { nightlyOf, type Patient } from '../patient.ts'

async function historyOf(dir: string): Promise<Finding> {
  const folder = join(dir, 'history')
  const path = join(folder, 'backlog.parquet')
  if ((await statusOf(path)) === null) return well('the daily backlog has no day yet')
  const database = await Database.open(':memory:', [folder])
  try {
    const rows = await rowsOf(path, database)
    if (rows !== null) return well(`the daily backlog can be read: ${count(rows, 'row')}`)
    return stopping(
      `${path} is damaged, and nothing else holds the backlog as it was published`,
      'Restore it from a back-up, or move it elsewhere to begin anew',
    )
  } finally {
    await database.close()
  }
}

async function opens(path: string): Promise<boolean> {
  const database = await Database.open(':memory:', [], { files: [path, `${path}.wal`] })
  try {
    await database.run(`attach '${path.replaceAll("'", "''")}' as warehouse (read_only)`)
    return true
  } catch (error) {
    // another program reads it
    return /could not set lock|used by another process/i.test((error as Error).message)
  } finally {
    await database.close()
  }
}

async function warehouseOf(patient: Patient): Promise<Finding[]> {
  const path = join(patient.dir, 'warehouse.duckdb')
  if (patient.standing.run === null || patient.atWork) return []
  const again = `Run ${nightlyOf(patient)} if analysts need it sooner than tomorrow`
  if ((await statusOf(path)) === null) return [note('warehouse.duckdb is not there', again)]
  return (await opens(path)) ? [] : [note('warehouse.duckdb cannot be opened', again)]
}

/** Whether the history can be read, which nothing else holds, and the warehouse, which every night makes anew. */
export const lookAtFacts = async (patient: Patient): Promise<Finding[]> => [
  await historyOf(patient.dir),
  ...(await warehouseOf(patient)),
]
