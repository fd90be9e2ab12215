import type { FormatsFile, SetAsideFile, WaitingFile } from '../../data/contract.ts'
import { formatsFileOf } from './formats-file.ts'
import { setAsideFileOf } from './operations/set-aside.ts'
import { type WaitingParts, waitingFileOf } from './operations/waiting.ts'

/** What those who run escalations need by item and by name. */
export interface Operations {
  readonly waiting: WaitingFile
  readonly setAside: SetAsideFile
  readonly formats: FormatsFile
}

/** Reads it from the facts of tonight. */
export async function operationsOf(parts: WaitingParts): Promise<Operations> {
  return {
    waiting: await waitingFileOf(parts),
    setAside: await setAsideFileOf(parts.database),
    formats: await formatsFileOf(parts.settings),
  }
}
