import { join } from 'node:path'
import { statusOf } from '../files.ts'
import { type Finding, toDo, well } from '../finding.ts'
import type { Patient } from '../patient.ts'

/** Whether what is to be run after every night can be, and by nobody else's will. */
export async function lookAtHook({ dir, machine }: Patient): Promise<Finding[]> {
  const path = join(dir, 'after-night')
  const status = await statusOf(path)
  if (status === null || machine.platform.startsWith('win32')) return []
  if ((status.mode & 0o100) === 0)
    return [toDo('after-night cannot be run, so nobody hears of a night', `chmod 700 ${path}`)]
  if ((status.mode & 0o002) !== 0)
    return [toDo('every account of this machine may change what is run after a night', `chmod 700 ${path}`)]
  return [well('after-night is run after every night')]
}
