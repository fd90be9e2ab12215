/** When a ticket was raised: a typed wall time → the instant that the ETL would take it for. */
import { type Calendar, instantAt, wallAt } from '../../data/shared/calendar.ts'
import { moment, placeOf } from './moment.ts'
import type { Fault } from './typed.ts'

/** Milliseconds since 1970. A wall time that a clock change skips or repeats is the later of what it could mean. */
export type Raised = { at: number; change: 'skipped' | 'repeated' | null }

/** How often a wall time came: once, or twice or never where the clocks were changed. */
const timesOf = ({ offsets }: Pick<Calendar, 'offsets'>, wall: number): number =>
  offsets.filter(({ ahead }, index) => {
    const at = wall - ahead
    const since = index === 0 ? Number.NEGATIVE_INFINITY : (offsets[index]?.from ?? 0)
    return since <= at && at < (offsets[index + 1]?.from ?? Number.POSITIVE_INFINITY)
  }).length

/** The instant of a wall time, and whether a change of clocks makes it doubtful. */
export const raisedAt = (calendar: Calendar, wall: number): Raised => {
  const times = timesOf(calendar, wall)
  return { at: instantAt(calendar, wall), change: times === 0 ? 'skipped' : times > 1 ? 'repeated' : null }
}

/** What is wrong with when it was raised: it has not come yet, or the calendar tells nothing of it. Null where all is well. */
export const raisedFault = (
  calendar: Calendar,
  { at, change }: Raised,
  now: number,
  timezone: string,
): Fault | null => {
  const said = (instant: number): string => moment(wallAt(calendar, instant))
  if (at > now && change === 'repeated')
    return {
      field: 'time',
      words: 'The clocks go back, so this time comes twice. The later one is taken, and it has not come yet.',
    }
  if (at > now) {
    const clock = `By this device’s clock it is ${said(now)} in ${placeOf(timezone)}`
    return { field: 'day', words: `The date and time must be in the past. ${clock}.` }
  }
  if (at < calendar.from)
    return {
      field: 'day',
      words: `This page knows working hours from ${said(calendar.from)} on only. Enter a later date.`,
    }
  if (at >= calendar.to)
    return {
      field: 'day',
      words: `This page knows working hours up to ${said(calendar.to)} only. Enter an earlier date.`,
    }
  return null
}
