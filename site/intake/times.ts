import type { StaffTime } from '../../data/contract.ts'
import { roundDuration } from '../words/duration.ts'

const day = 86_400_000
const daysInYear = [365, 366]
const written = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

const longDay = (isoDay: string): string => written.format(Date.parse(isoDay)).replaceAll(' ', '\u00a0')

/** "In the year to 20 November 2026, "; the first and the last day are of it. */
function whenOf({ from, to }: StaffTime): string {
  if (from === undefined || to === undefined) return ''
  const days = (Date.parse(to) - Date.parse(from)) / day + 1
  return daysInYear.includes(days)
    ? `In the year to ${longDay(to)}, `
    : `Between ${longDay(from)} and ${longDay(to)}, `
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/**
 * How soon escalations were acknowledged, in a sentence that says when; null where that cannot be told. By every hour that
 * passed, which is what whoever waits knows of it.
 */
export function acknowledgedRecently(times: readonly StaffTime[]): string | null {
  const time = times.find(({ measure, clock }) => measure === 'acknowledged' && clock === 'elapsed')
  if (time === undefined || time.half_within_minutes === null) return null
  const { half_within_minutes: half, nine_in_ten_within_minutes: most, clock } = time
  const nine = most === null ? '' : `, and nine in ten within ${roundDuration(most, clock)}`
  return capital(
    `${whenOf(time)}half of all escalations were acknowledged within ${roundDuration(half, clock)}${nine}.`,
  )
}
