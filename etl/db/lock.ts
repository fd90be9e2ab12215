import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'

export class LockHeldError extends Error {}

/**
 * Takes the installation for this process. The lock is DuckDB's own on the file `.lock`, which the kernel drops with
 * the process, however it ends. Throws `LockHeldError` while another process has it.
 */
export async function takeLock(installation: string): Promise<() => void> {
  try {
    const instance = await DuckDBInstance.create(join(installation, '.lock'), { threads: '1' })
    return () => instance.closeSync()
  } catch (error) {
    // the message of any failure names the file, .lock
    if (!/could not set lock|used by another process/i.test((error as Error).message)) throw error
    throw new LockHeldError(
      `another run is at work in ${installation}: wait until it has ended, then run again`,
      {
        cause: error,
      },
    )
  }
}
