import { join } from 'node:path'
import type { Found } from '../../ingest/inventory.ts'
import { count, visible } from '../../inspect/text.ts'
import { namesIn, targetOf } from '../files.ts'
import { type Finding, note, toDo, well } from '../finding.ts'
import type { Patient } from '../patient.ts'
import { bytesText, day, listed } from '../words.ts'

const weightOf = (files: readonly Found[]): string =>
  `${count(files.length, 'file')}, ${bytesText(files.reduce((sum, { bytes }) => sum + bytes, 0))}`
const namesOf = (files: readonly Found[]): string => listed(files.map(({ name }) => visible(name)))

const remedies: Readonly<Record<string, string>> = {
  no_source: 'Rename them or add a source (npm run inspect -- FILE prints one), or take them out of inbox/',
  not_a_file: 'Put the export itself there, not a link or a folder',
  unreadable: 'Give whoever runs the nightly the right to read them',
}
const problems: Readonly<Record<string, string>> = {
  no_source: 'no source reads',
  not_a_file: 'a night does not follow',
  unreadable: 'cannot be looked at',
}

function refused({ inbox }: Patient): Finding[] {
  const found = inbox.filter(({ refusal }) => refusal !== null)
  return [...Map.groupBy(found, ({ refusal }) => refusal?.reason ?? 'unreadable')].map(([reason, files]) =>
    toDo(
      `${count(files.length, 'file')} that ${problems[reason] ?? 'cannot be read'}: ${namesOf(files)}`,
      remedies[reason] ?? 'Export again',
    ),
  )
}

/** Files that last night did not see. */
function waiting({ inbox, standing }: Patient): readonly Found[] {
  const seen = new Set(standing.receipt?.files.map(({ name }) => name))
  return inbox.filter(({ name, refusal }) => refusal === null && !seen.has(name))
}

function pastRetention({ inbox, now, settings, dir }: Patient): Finding[] {
  const days = settings?.retention.landed_days ?? Number.POSITIVE_INFINITY
  const old = inbox.filter(
    ({ modifiedAt, refusal }) => refusal === null && now - modifiedAt.getTime() > days * day,
  )
  if (old.length === 0) return []
  return [
    note(
      `${weightOf(old)}, not changed for more than ${count(days, 'day')}, which is how long exports are kept`,
      `npm run purge -- --data ${dir} --inbox removes those that were read`,
    ),
  ]
}

/** What lies in the inbox: what no source reads, what waits for the next night, what is older than exports are kept. */
export async function lookAtInbox(patient: Patient): Promise<Finding[]> {
  const { dir, settings, inbox } = patient
  if ((await targetOf(join(dir, 'inbox'))) === null)
    return [toDo('inbox/ is not there', `Make it, and have exports put there: mkdir ${join(dir, 'inbox')}`)]
  await namesIn(join(dir, 'inbox'))
  if (settings === null) return []
  const fresh = waiting(patient)
  const news = fresh.length === 0 ? 'none new since last night' : `${weightOf(fresh)} new since last night`
  return [well(`${weightOf(inbox)}; ${news}`), ...refused(patient), ...pastRetention(patient)]
}
