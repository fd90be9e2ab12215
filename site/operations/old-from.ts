/** From when on a list of what waits is old. */

import type { PublishedCalendar } from '../../data/contract.ts'
import { type Calendar, readCalendar, wallAt } from '../../data/shared/calendar.ts'

const hour = 3_600_000
const day = 24 * hour
const hoursFresh = 36
/** However long nothing opens, a list is old after so many hours. */
const mostHours = 21 * 24

/** Whether any part of the local day is open; of days that the calendar does not tell of, that they are. */
const isWorked = (calendar: Calendar, worked: ReadonlySet<number>, at: number): boolean =>
  at < calendar.from || at >= calendar.to || worked.has(Math.floor(wallAt(calendar, at) / day) * day)

/** The instant 36 hours after another, days on which the service stays closed left out: a Friday's list is not old on Monday. */
export const oldFrom = (knownUntil: string, published: PublishedCalendar | undefined): string => {
  const known = Date.parse(knownUntil)
  const calendar = readCalendar(published ?? everyDay)
  const worked = new Set(calendar.days.map(({ midnight }) => midnight))
  let [hours, passed] = [0, 0]
  while (hours < hoursFresh && passed < mostHours) {
    if (isWorked(calendar, worked, known + passed * hour)) hours += 1
    passed += 1
  }
  return new Date(known + passed * hour).toISOString()
}

const everyDay = { name: '', timezone: 'UTC', from: 0, to: 0, stretches: [], offsets: [] }
