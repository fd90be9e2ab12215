import { access, constants } from 'node:fs/promises'
import { join } from 'node:path'
import { LockHeldError, takeLock } from '../db/lock.ts'
import { unlessMissing } from './files.ts'

/** Who is at work in a folder. */
export interface Holder {
  /** Number of the process, where the system tells it. */
  readonly process: number | null
}

const processOf = (error: LockHeldError): number | null => {
  const told = /\(PID (\d+)\)/.exec((error.cause as Error | undefined)?.message ?? '')?.[1]
  return told === undefined ? null : Number(told)
}

/** Who holds the lock of a folder; null where nobody does. It is taken for a moment, and only where it was ever taken. */
export async function holderOf(folder: string): Promise<Holder | null> {
  const path = join(folder, '.lock')
  const wasTaken = await unlessMissing(
    access(path, constants.R_OK | constants.W_OK).then(() => true),
    false,
  )
  if (!wasTaken) return null
  try {
    const release = await takeLock(folder)
    release()
    return null
  } catch (error) {
    if (!(error instanceof LockHeldError)) throw error
    return { process: processOf(error) }
  }
}
