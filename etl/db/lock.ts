import { link, lstat, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'

export class LockHeldError extends Error {}

/** The lock can be taken by nobody until someone removes it. */
export class BrokenLockError extends Error {}

const threads = '1'
const isHeld = (error: Error): boolean => /could not set lock|used by another process/i.test(error.message)
const isBroken = (error: Error): boolean =>
  /not a valid DuckDB database file|could not read (?:enough bytes )?from file|corrupt/i.test(error.message)

/**
 * Puts the file that is locked where none is yet, whole: a process that is killed while it makes it leaves none that
 * nobody can open.
 */
async function makeLock(path: string): Promise<void> {
  if (await lstat(path).catch(() => null)) return
  const fresh = `${path}.${process.pid}.new`
  try {
    await rm(fresh, { force: true })
    const instance = await DuckDBInstance.create(fresh, { threads })
    instance.closeSync()
    const file = await open(fresh)
    await file.sync().finally(() => file.close())
    await link(fresh, path)
  } catch (error) {
    // another process made it meanwhile
    if (!(await lstat(path).catch(() => null))) throw error
  } finally {
    await rm(fresh, { force: true })
  }
}

/**
 * Takes the installation for this process. The lock is DuckDB's own on the file `.lock`, which the kernel drops with
 * the process, however it ends. Throws `LockHeldError` while another process has it, `BrokenLockError` where the file is
 * no longer one that can be locked.
 */
export async function takeLock(installation: string): Promise<() => void> {
  const path = join(installation, '.lock')
  await makeLock(path)
  try {
    const instance = await DuckDBInstance.create(path, { threads })
    return () => instance.closeSync()
  } catch (cause) {
    if (isHeld(cause as Error))
      throw new LockHeldError(
        `another run is at work in ${installation}: wait until it has ended, then run again`,
        { cause },
      )
    if (isBroken(cause as Error))
      throw new BrokenLockError(`${path} is damaged: remove it while no run is at work, and run again`, {
        cause,
      })
    throw cause
  }
}
