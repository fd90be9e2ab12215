import type { Settings } from '../../config/settings.ts'
import { staffOf } from '../../config/staff.ts'
import type { LandedReceipt } from '../../ingest/landed.ts'
import { isOfAnotherKey, readingMark } from '../../ingest/reading-mark.ts'
import { count } from '../../inspect/text.ts'
import { type Finding, note, toDo, well } from '../finding.ts'
import type { Patient } from '../patient.ts'
import { listed } from '../words.ts'
import { secretOf } from './key.ts'

/** Landed files that were read otherwise than they would be now. */
function outdated(patient: Patient, settings: Settings, secret: Buffer): LandedReceipt[] {
  const ticketPattern = settings.institution.ticket_number.pattern
  const kit = { staff: staffOf(settings), ticketPattern, secret }
  const marks = new Map(settings.sources.map((source) => [source.name, readingMark(source, kit)]))
  return patient.landed.receipts.filter(
    ({ source, reading }) => marks.has(source) && marks.get(source) !== reading,
  )
}

/** What to say of such files, by whether the next night finds them in the inbox. */
function tell(files: readonly LandedReceipt[], how: string, todo: string, { inbox }: Patient): Finding[] {
  const lie = new Set(inbox.map(({ name }) => name))
  const [there, gone] = [true, false].map((is) =>
    files.filter(({ names }) => names.some((name) => lie.has(name)) === is),
  ) as [LandedReceipt[], LandedReceipt[]]
  return [
    ...(there.length > 0
      ? [
          note(
            `${count(there.length, 'landed file')} read ${how}; the next night reads them anew from inbox/`,
          ),
        ]
      : []),
    ...(gone.length > 0
      ? [toDo(`${count(gone.length, 'landed file')} read ${how}, and not in inbox/ any more`, todo)]
      : []),
  ]
}

function orphans({ landed }: Patient, { sources }: Settings): Finding[] {
  const known = new Set(sources.map(({ name }) => name))
  const left = landed.receipts.filter(({ source }) => !known.has(source))
  if (left.length === 0) return []
  const names = [...new Set(left.map(({ source }) => `"${source}"`))]
  return [
    note(`${count(left.length, 'landed file')} of sources that config.yaml has no longer: ${listed(names)}`),
  ]
}

/** Whether every landed file was read with the key and the settings of now. */
export async function lookAtReadings(patient: Patient): Promise<Finding[]> {
  const { settings, landed } = patient
  const secret = await secretOf(patient)
  if (settings === null || secret === null || landed.receipts.length === 0) return []
  const files = outdated(patient, settings, secret)
  const found = [
    ...tell(
      files.filter(({ reading }) => isOfAnotherKey(reading, secret)),
      'with another key than now, so that who asked is not known as the same person',
      'Give the key of before back, or put those exports into inbox/ again',
      patient,
    ),
    ...tell(
      files.filter(({ reading }) => !isOfAnotherKey(reading, secret)),
      'by other settings or another version than now',
      'Put those exports into inbox/ again if they are to be read anew',
      patient,
    ),
    ...orphans(patient, settings),
  ]
  return found.length > 0 ? found : [well('every landed file was read with the key and the settings of now')]
}
