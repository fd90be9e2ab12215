import { access, constants } from 'node:fs/promises'
import { join } from 'node:path'
import { type Bindings, Database, type Row } from '../db/database.ts'

/** There is nothing to tell, and the message says what to do about it. */
export class NothingToTell extends Error {}

/** The facts of an installation's last night, which nothing here can change. */
export interface Warehouse {
  /** The rows of one of the selects in `queries/`. Throws `NothingToTell` where another version wrote the warehouse. */
  readonly rows: <T extends object>(query: string, bindings: Bindings) => Promise<T[]>
  readonly close: () => Promise<void>
}

async function assertReadable(path: string, installation: string): Promise<void> {
  const code = await access(path, constants.R_OK).then(
    () => null,
    (error: NodeJS.ErrnoException) => error.code,
  )
  if (code === null) return
  if (code === 'ENOENT')
    throw new NothingToTell(
      `there are no facts in ${installation} yet: npm run nightly -- --data ${installation} reads its exports`,
    )
  throw new NothingToTell(`${path} may be read by its owner only: run as whoever runs the nightly`)
}

/** DuckDB takes no parameter in `attach`. */
async function attach(database: Database, path: string): Promise<void> {
  try {
    await database.run(`attach '${path.replaceAll("'", "''")}' as warehouse (read_only)`)
  } catch (error) {
    if (!/could not set lock|used by another process/i.test((error as Error).message)) throw error
    throw new NothingToTell(`another program has ${path} open and may be changing it: close it there`, {
      cause: error,
    })
  }
  await database.run('use warehouse')
}

/** Opens the warehouse of an installation to read only. Throws `NothingToTell` where there is none to be read. */
export async function openWarehouse(installation: string): Promise<Warehouse> {
  const path = join(installation, 'warehouse.duckdb')
  await assertReadable(path, installation)
  const database = await Database.open(':memory:', [], { files: [path, `${path}.wal`] })
  try {
    await attach(database, path)
  } catch (error) {
    await database.close()
    throw error
  }
  return {
    rows: async <T extends object>(query: string, bindings: Bindings) => {
      try {
        return await database.rowsOf<T & Row>(new URL(`queries/${query}.sql`, import.meta.url), bindings)
      } catch (error) {
        if (!/Catalog Error|Binder Error/.test((error as Error).message)) throw error
        throw new NothingToTell(
          `another version wrote the facts in ${installation}: npm run nightly -- --data ${installation} writes them anew (${(error as Error).message})`,
          { cause: error },
        )
      }
    },
    close: () => database.close(),
  }
}
