import { visible } from '../../inspect/text.ts'
import { type Finding, note, stopping, toDo, well } from '../finding.ts'
import { nightlyOf, type Patient } from '../patient.ts'
import { day, lasting, listed, timeText } from '../words.ts'

/** Clocks of two machines differ a little. */
const tolerated = day / 24
/** Exports that are a day ahead were dated wrongly; less may be a matter of zones. */
const ahead = day

const setClock = 'Set the clock right (timedatectl says whether it is kept by the network)'

function againstRelease({ standing, now, zone }: Patient): Finding[] {
  if (standing.manifest === null) return []
  const published = Date.parse(standing.manifest.built_at)
  if (published <= now) return []
  const found = `the clock says ${timeText(now, zone)}, ${lasting(published - now)} before the release that stands was published`
  return [published - now > tolerated ? stopping(found, setClock) : note(found)]
}

function asOfAhead(patient: Patient): Finding[] {
  const { standing, now, zone, dir } = patient
  if (standing.manifest === null) return []
  const asOf = Date.parse(standing.manifest.as_of)
  if (asOf - now <= ahead) return []
  return [
    stopping(
      `the release that stands is as of ${timeText(asOf, zone)}, ${lasting(asOf - now)} ahead of the clock, so that none as of an earlier time replaces it`,
      `Take the export dated so out of ${dir}/inbox and its .json and .parquet out of ${dir}/landed, then run ${nightlyOf(patient)} --republish`,
    ),
  ]
}

function landedAhead({ landed, now, dir }: Patient): Finding[] {
  const wrong = landed.receipts.filter(({ known_at }) => Date.parse(known_at) - now > ahead)
  if (wrong.length === 0) return []
  const names = wrong.map(
    ({ names: [name], known_at }) => `${visible(name ?? '')} (${known_at.slice(0, 10)})`,
  )
  return [
    toDo(
      `landed files that say they were exported later than the clock: ${listed(names)}`,
      `Remove their .json and .parquet from ${dir}/landed before the next night is as of then; mend exported_at of their source, or their names, and put them into inbox/ again`,
    ),
  ]
}

function inboxAhead({ inbox, now, settings }: Patient): Finding[] {
  const dated = new Set(settings?.sources.filter(({ exportedAt }) => exportedAt).map(({ name }) => name))
  const wrong = inbox.filter(
    ({ modifiedAt, source, refusal }) =>
      refusal === null && !dated.has(source ?? '') && modifiedAt.getTime() - now > ahead,
  )
  if (wrong.length === 0) return []
  return [
    toDo(
      `files in inbox/ were changed later than the clock says it is: ${listed(wrong.map(({ name }) => visible(name)))}`,
      'Set the clock right, or date them anew (touch FILE), since that is when they count as exported',
    ),
  ]
}

/** The clock, against the release that stands and the dates of the exports. */
export async function lookAtClock(patient: Patient): Promise<Finding[]> {
  const found = [againstRelease, asOfAhead, landedAhead, inboxAhead].flatMap((look) => look(patient))
  return found.length > 0
    ? found
    : [well(`${timeText(patient.now, patient.zone)}, nothing is later than that`)]
}
