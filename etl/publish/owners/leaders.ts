import type { OwnersFile } from '../../../data/contract.ts'
import type { Settings } from '../../config/settings.ts'
import type { Owners } from './shown.ts'

type Leadership = Pick<Settings, 'institution' | 'audiences'>

const localDay = (instant: string, timezone: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timezone).toPlainDate().toString()

const isStillToCome = ({ institution, audiences }: Leadership, now: string): boolean =>
  (audiences.leadership.dpia?.date ?? '') > localDay(now, institution.timezone)

/** How owners are shown to leaders at `now` (ISO): not at all before the day of the assessment that allows it. */
export function leadershipOwners(settings: Leadership, now: string): Owners {
  const { owners, dpia } = settings.audiences.leadership
  return dpia === undefined || isStillToCome(settings, now) ? 'hidden' : owners
}

/** The assessment as it is published; null where there is none. */
export function assessmentOf({ audiences }: Leadership): OwnersFile['dpia'] | null {
  const { dpia } = audiences.leadership
  if (dpia === undefined) return null
  const { reference, date, workers_consulted: consulted } = dpia
  return {
    reference,
    date,
    workers_consulted: consulted !== false,
    consultation: typeof consulted === 'string' ? consulted : null,
  }
}

/** What is not as it should be where owners are to be shown to leaders, in sentences. */
export function leadershipWarnings(settings: Leadership, now: string): string[] {
  const { owners, dpia } = settings.audiences.leadership
  if (owners === 'hidden' || dpia === undefined) return []
  const which = `audiences.leadership.dpia: the assessment “${dpia.reference}”`
  if (isStillToCome(settings, now))
    return [
      `${which} is dated ${dpia.date}, which is still to come: until that day owners are hidden from leaders`,
    ]
  if (dpia.workers_consulted !== false) return []
  return [
    `${which} says that those whose work it shows were not consulted: consult them and write whom and when at workers_consulted, or set owners: hidden`,
  ]
}
