import { join } from 'node:path'
import { BrokenLockError } from '../../db/lock.ts'
import { namesIn } from '../files.ts'
import { type Finding, note, stopping, toDo, well } from '../finding.ts'
import { type Holder, holderOf } from '../lock.ts'
import type { Patient } from '../patient.ts'
import { day, lasting, runTime, timeText } from '../words.ts'

/** A night that takes so long stands still, or its machine is far too small. */
const longest = day / 2

const who = ({ process }: Holder): string => (process === null ? '' : ` (process ${process})`)

/** When the run at work began, as the folder that it builds in is named; null where it has none yet. */
async function beganAt(dir: string): Promise<number | null> {
  const names = await namesIn(join(dir, '.workshop'))
  return names.map(runTime).find((at) => at !== null) ?? null
}

async function tell(holder: Holder, { dir, now, zone }: Patient): Promise<Finding> {
  const began = await beganAt(dir)
  const since = began === null ? '' : ` since ${timeText(began, zone)}, ${lasting(now - began)}`
  const found = `a run is at work${who(holder)}${since}`
  if (began === null || now - began < longest)
    return note(found, 'What is said here may change with it: ask again when it has ended')
  return toDo(found, 'See what holds it up, or end that process: the next night removes what it left')
}

async function heldIn(folder: string): Promise<Holder | 'broken' | null> {
  try {
    return await holderOf(folder)
  } catch (error) {
    if (error instanceof BrokenLockError) return 'broken'
    throw error
  }
}

const broken = (folder: string): Finding =>
  stopping(`${join(folder, '.lock')} is damaged, so no run can take it`, 'Remove it while no run is at work')

/** Whether a run is at work in the installation, or another one in the folder of the sites. */
export async function lookAtLock(patient: Patient): Promise<Finding[]> {
  const { dir, out } = patient
  const own = await heldIn(dir)
  if (own === 'broken') return [broken(dir)]
  if (own) return [await tell(own, patient)]
  const others = await heldIn(out)
  if (others === 'broken') return [broken(out)]
  if (!others) return [well('no run is at work')]
  return [
    note(
      `a run of another installation is at work in ${out}${who(others)}`,
      'A night that begins before it has ended publishes nothing',
    ),
  ]
}
