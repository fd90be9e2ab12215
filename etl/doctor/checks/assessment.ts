import { count } from '../../inspect/text.ts'
import { type Finding, note, well } from '../finding.ts'
import type { Patient } from '../patient.ts'
import { day } from '../words.ts'

const mostDays = 365

/** Whether the data protection assessments that config.yaml names were looked at within a year. */
export async function lookAtAssessments({ settings, now }: Patient): Promise<Finding[]> {
  if (settings === null) return []
  const named = (['leadership', 'operations'] as const).flatMap((audience) => {
    const { dpia } = settings.audiences[audience]
    return dpia ? [{ audience, date: dpia.date, days: Math.floor((now - Date.parse(dpia.date)) / day) }] : []
  })
  return named.map(({ audience, date, days }) => {
    const found = `the assessment for ${audience} is of ${date}, ${count(days, 'day')} ago`
    if (days <= mostDays) return well(found)
    return note(found, `Review it, and write the new date under audiences.${audience}.dpia`)
  })
}
