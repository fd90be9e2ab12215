import { WrongLimit } from '../db/limits.ts'
import type { Effects } from '../effects.ts'
import { visible } from '../inspect/text.ts'
import { lookAtAssessments } from './checks/assessment.ts'
import { lookAtClock } from './checks/clock.ts'
import { lookAtConfiguration } from './checks/configuration.ts'
import { lookAtErased } from './checks/erased.ts'
import { lookAtFacts } from './checks/facts.ts'
import { lookAtFolders } from './checks/folders.ts'
import { lookAtHook } from './checks/hook.ts'
import { lookAtInbox } from './checks/inbox.ts'
import { lookAtKey } from './checks/key.ts'
import { lookAtLanded } from './checks/landed.ts'
import { lookAtLastNight } from './checks/last-night.ts'
import { lookAtLeftovers } from './checks/leftovers.ts'
import { lookAtLock } from './checks/lock.ts'
import { lookAtModes } from './checks/modes.ts'
import { lookAtProgram } from './checks/program.ts'
import { lookAtReadings } from './checks/readings.ts'
import { lookAtRecords } from './checks/records.ts'
import { lookAtRelease } from './checks/release.ts'
import { lookAtRetention } from './checks/retention.ts'
import { lookAtSites } from './checks/sites.ts'
import { lookAtSources } from './checks/sources.ts'
import { lookAtSpace } from './checks/space.ts'
import { lookAtWarnings } from './checks/warnings.ts'
import { lookAtWeights } from './checks/weights.ts'
import { isRefused } from './files.ts'
import { type Finding, note, toDo } from './finding.ts'
import type { Patient } from './patient.ts'

type Look = (patient: Patient, effects: Effects) => Promise<Finding[]>

/** What is looked at, in the order in which somebody asks in the morning: first what is shown, then why, then what is to come. */
const looks: readonly (readonly [subject: string, look: Look])[] = [
  ['run', lookAtLock],
  ['last night', lookAtLastNight],
  ['release', lookAtRelease],
  ['sites', lookAtSites],
  ['source', lookAtSources],
  ['inbox', lookAtInbox],
  ['records', lookAtRecords],
  ['warnings', lookAtWarnings],
  ['settings', lookAtConfiguration],
  ['clock', lookAtClock],
  ['room', lookAtSpace],
  ['sizes', lookAtWeights],
  ['folders', lookAtFolders],
  ['privacy', lookAtModes],
  ['retention', lookAtRetention],
  ['assessment', lookAtAssessments],
  ['key', lookAtKey],
  ['erased', lookAtErased],
  ['readings', lookAtReadings],
  ['landed', lookAtLanded],
  ['history', lookAtFacts],
  ['leftovers', lookAtLeftovers],
  ['after-night', lookAtHook],
  ['program', lookAtProgram],
]

/** What the operating system refuses is a finding of its own; a wrong limit is one of the program. */
async function found(look: Look, patient: Patient, effects: Effects): Promise<Finding[]> {
  try {
    return await look(patient, effects)
  } catch (error) {
    if (error instanceof WrongLimit) return [note('cannot be looked at while the limit of memory is wrong')]
    if (!isRefused(error)) throw error
    const { code, path } = error
    const where = path === undefined ? '' : ` ${path}`
    return [toDo(`cannot be looked at:${where} (${code})`, 'Ask again as whoever runs the nightly')]
  }
}

const stopped = (text: string): string => (/[.?!…]$/.test(text) ? text : `${text}.`)

const line = (subject: string, { level, found: said, todo }: Finding): string =>
  visible(`${level.padEnd(5)}  ${subject.padEnd(11)}  ${todo === null ? said : `${stopped(said)} ${todo}`}`)

/** A finding and what it is of. */
export interface Told extends Finding {
  readonly subject: string
}

/** Looks at everything and logs each finding in a line, as soon as it is known; what is said already is not said again. */
export async function examine(patient: Patient, effects: Effects): Promise<readonly Told[]> {
  const told: Told[] = []
  for (const [subject, look] of looks) {
    effects.progress(`looking at ${subject} …`)
    for (const finding of await found(look, patient, effects)) {
      if (told.some((other) => other.found === finding.found)) continue
      effects.log(line(subject, finding))
      told.push({ ...finding, subject })
    }
  }
  return told
}
