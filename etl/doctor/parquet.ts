import type { Database, Row } from '../db/database.ts'

const statement = new URL('queries/parquet_rows.sql', import.meta.url)

/** How many rows a Parquet file holds; null where it cannot be read to its end. */
export async function rowsOf(path: string, database: Database): Promise<number | null> {
  try {
    const [row] = await database.rowsOf<{ records: number } & Row>(statement, { path })
    return row?.records ?? null
  } catch {
    // its message would show what stands in the file
    return null
  }
}
