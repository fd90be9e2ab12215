import type { StaffTime } from '../../data/contract.ts'
import { shortDay } from '../words/date.ts'
import { roundDuration } from '../words/duration.ts'

/**
 * How soon escalations were acknowledged of late, in a sentence; null where that cannot be told. By every hour that passed,
 * which is what whoever waits knows of it.
 */
export function acknowledgedRecently(times: readonly StaffTime[]): string | null {
  const time = times.find(({ measure, clock }) => measure === 'acknowledged' && clock === 'elapsed')
  if (time === undefined) return null
  const { half_within_minutes: half, nine_in_ten_within_minutes: most, clock, from, to } = time
  const parts = [
    ...(half === null
      ? []
      : [`half of all escalations were acknowledged within ${roundDuration(half, clock)}`]),
    ...(most === null ? [] : [`nine in ten within ${roundDuration(most, clock)}`]),
  ]
  if (half === null) return null
  const days = from && to ? ` (those of ${shortDay(from)} to ${shortDay(to)})` : ''
  return `Recently, ${parts.join(', and ')}${days}.`
}
