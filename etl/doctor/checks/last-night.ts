import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Manifest } from '../../../data/contract.ts'
import { count } from '../../inspect/text.ts'
import { namesIn } from '../files.ts'
import { type Finding, stopping, toDo, well } from '../finding.ts'
import { nightlyOf, type Patient } from '../patient.ts'
import { day, lasting, runTime, timeText } from '../words.ts'

/** A night may take a while; pages wait as long before they say that one is missing. */
const grace = day / 12

/** When something was last read or set aside by a run that was later than the release which stands; null where nothing was. */
async function triedAt({ dir, now, lastNight }: Patient, publishedAt: number): Promise<number | null> {
  const setAside = (await namesIn(join(dir, 'quarantine'))).map((name) =>
    runTime(name.replace(/\.[a-z]+$/, '')),
  )
  const receipts = (await namesIn(join(dir, 'landed'))).filter((name) => name.endsWith('.json'))
  const landed = await Promise.all(
    receipts.map(async (name) => (await stat(join(dir, 'landed', name))).mtimeMs),
  )
  const ended = lastNight === null ? null : Date.parse(lastNight.ended_at)
  const later = [...setAside, ...landed, ended].filter((at) => at !== null && at > publishedAt && at <= now)
  return later.length === 0 ? null : Math.max(...(later as number[]))
}

async function missed(due: number, lookedAt: number, patient: Patient): Promise<Finding> {
  const { now, zone } = patient
  const nights = Math.floor((now - due) / day) + 1
  const found = `${count(nights, 'night')} missed: the last that ended well was ${timeText(lookedAt, zone)}, the next was due ${timeText(due, zone)}`
  const tried = await triedAt(patient, lookedAt)
  if (tried === null)
    return toDo(
      `${found}, and nothing was read since`,
      `See whether cron, the timer or the workflow still starts it, then run ${nightlyOf(patient)}`,
    )
  return toDo(
    `${found}; a run on ${timeText(tried, zone)} read exports and published nothing`,
    `Run ${nightlyOf(patient)} and do what it says`,
  )
}

function neverPublished(patient: Patient): Finding {
  const { inbox, landed } = patient
  const found = 'nothing was published yet'
  if (inbox.length + landed.receipts.length > 0) return toDo(found, `Run ${nightlyOf(patient)}`)
  return stopping(`${found}, and inbox/ is empty`, `Put an export into it, then run ${nightlyOf(patient)}`)
}

/** A night that ended otherwise than well; null where the last did not, or does not say. */
function failed(patient: Patient): Finding | null {
  const { lastNight, atWork, zone } = patient
  if (lastNight === null || lastNight.exit_code === 0 || atWork) return null
  const when = timeText(Date.parse(lastNight.ended_at), zone)
  const what =
    lastNight.run === null
      ? 'nothing was published by it'
      : `release ${lastNight.run} was published, and it did not end well after that`
  return toDo(
    `it ended ${when} with exit code ${lastNight.exit_code}: ${what}`,
    `Run ${nightlyOf(patient)} and do what it says`,
  )
}

/** When a night that ended well last looked for news, and when the next is due: later than the release, where it found none. */
function lastLook({ lastGood }: Patient, { run, built_at, next_update_due_at }: Manifest) {
  const told = lastGood?.run === run ? lastGood : { looked_at: built_at, next_update_due_at }
  return { looked: Date.parse(told.looked_at), due: Date.parse(told.next_update_due_at) }
}

/** Whether the release that stands is last night's, and whether that night ended well. */
export async function lookAtLastNight(patient: Patient): Promise<Finding[]> {
  const { standing, now, zone } = patient
  if (standing.isInTheWay) return []
  if (standing.run === null) return [neverPublished(patient)]
  if (standing.manifest === null) return []
  const { built_at, as_of } = standing.manifest
  const published = Date.parse(built_at)
  const { looked, due } = lastLook(patient, standing.manifest)
  if (now > due + grace) return [await missed(due, looked, patient)]
  const bad = failed(patient)
  if (bad !== null) return [bad]
  return [
    well(
      `published ${timeText(published, zone)}, ${lasting(now - published)} ago, as of ${timeText(Date.parse(as_of), zone)}${looked > published ? `; nothing was new ${timeText(looked, zone)}` : ''}; the next is due ${timeText(due, zone)}`,
    ),
  ]
}
