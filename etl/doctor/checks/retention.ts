import { count } from '../../inspect/text.ts'
import { clockDoubt } from '../../retention/clock.ts'
import { oldLanded } from '../../retention/landed.ts'
import { limitsAt } from '../../retention/limits.ts'
import { oldSetAside } from '../../retention/set-aside.ts'
import { type Finding, toDo, well } from '../finding.ts'
import type { Patient } from '../patient.ts'
import { day, runTime } from '../words.ts'

/** The next night removes what became due since the last; one may be missed. */
const grace = 2 * day

const doubtOf = ({ standing, now }: Patient): string => {
  const published = standing.releases.map(runTime).filter((at) => at !== null)
  const doubt = clockDoubt(
    published.map((at) => new Date(at)),
    new Date(now),
  )
  return doubt === null ? '' : `; nights remove nothing by themselves, since ${doubt}`
}

/** Whether what is older than it may be kept was removed. */
export async function lookAtRetention(patient: Patient): Promise<Finding[]> {
  const { dir, settings, landed, now } = patient
  if (settings === null) return []
  const { landed_days, quarantine_days } = settings.retention
  const { landedSince, quarantineSince } = limitsAt(new Date(now - grace), settings)
  const old = oldLanded(landed.receipts, landedSince).length
  const setAside = (await oldSetAside(dir, landed.receipts, quarantineSince)).length
  const limits = `landed files are kept ${count(landed_days, 'day')}, what was set aside ${count(quarantine_days, 'day')}`
  if (old + setAside === 0) return [well(`${limits}; none is older`)]
  return [
    toDo(
      `${limits}; older and still there: ${count(old, 'landed file')}, ${count(setAside, 'file')} in quarantine/${doubtOf(patient)}`,
      `Run npm run purge -- --data ${dir}`,
    ),
  ]
}
