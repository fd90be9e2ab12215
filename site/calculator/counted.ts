/** The time that counts between two instants, day by day. */
import { type Calendar, countLeading, wallAt } from '../../data/shared/calendar.ts'
import type { PackedCalendar } from './spec.ts'

const minute = 60_000
const day = 1440 * minute

/** Why a whole day counts for nothing. */
export type Closed =
  | { why: 'bank_holiday' | 'week' | 'outside_hours' }
  | { why: 'closure'; note: string | null }

/** What counts of one local day; `closed` where nothing does. Spans are wall times in milliseconds. */
export type CountedDay = {
  /** Its midnight, as if the local clock were UTC. */
  midnight: number
  spans: readonly (readonly [from: number, to: number])[]
  minutes: number
  closed: Closed | null
}

export type ClosedDays = Pick<PackedCalendar, 'bank_holidays' | 'closures'>

const closedOn = ({ bank_holidays, closures }: ClosedDays, midnight: number): Closed => {
  const date = new Date(midnight).toISOString().slice(0, 10)
  const closure = closures.find(({ from, to }) => from <= date && date <= to)
  if (closure) return { why: 'closure', note: closure.note }
  return { why: bank_holidays.includes(date) ? 'bank_holiday' : 'week' }
}

/** The open stretches between two instants, each cut at them, with the local midnight that begins its day. */
const overlaps = (calendar: Calendar, from: number, to: number) =>
  calendar.stretches
    .slice(
      countLeading(calendar.stretches, ({ closes }) => closes <= from),
      countLeading(calendar.stretches, ({ opens }) => opens < to),
    )
    .map(({ opens, closes, day: place }) => ({
      begins: Math.max(from, opens),
      ends: Math.min(to, closes),
      midnight: calendar.days[place]?.midnight ?? 0,
    }))

/**
 * Each local day from one instant to another (milliseconds since 1970), with the open time in it; without the last where
 * it ends before that day opens.
 */
export const countedDays = (
  calendar: Calendar,
  closedDays: ClosedDays,
  from: number,
  to: number,
): CountedDay[] => {
  const midnightOf = (at: number): number => Math.floor(wallAt(calendar, at) / day) * day
  const all = overlaps(calendar, from, to)
  const days: CountedDay[] = []
  // an end at midnight is the last of the day before
  for (let midnight = midnightOf(from); midnight <= midnightOf(Math.max(from, to - 1)); midnight += day) {
    const counted = all.filter((stretch) => stretch.midnight === midnight)
    const opens = calendar.days.some((open) => open.midnight === midnight)
    const closed: Closed = opens ? { why: 'outside_hours' } : closedOn(closedDays, midnight)
    days.push({
      midnight,
      spans: counted.map(({ begins, ends }) => [wallAt(calendar, begins), wallAt(calendar, ends)] as const),
      minutes: counted.reduce((sum, { begins, ends }) => sum + ends - begins, 0) / minute,
      closed: counted.length > 0 ? null : closed,
    })
  }
  return days.at(-1)?.closed?.why === 'outside_hours' && days.length > 1 ? days.slice(0, -1) : days
}

/** All that counts of some days, in minutes. */
export const minutesOf = (days: readonly CountedDay[]): number =>
  days.reduce((sum, { minutes }) => sum + minutes, 0)
