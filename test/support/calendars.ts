import { type Calendar, readCalendar } from '../../data/shared/calendar.ts'
import { serviceCalendar } from '../../etl/config/service-calendar.ts'
import type { Settings } from '../../etl/config/settings.ts'
import { configOf, eventSource } from './config.ts'
import { settingsOf } from './memory.ts'

const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const daily = (hours: string): string => `{ ${week.map((day) => `${day}: ${hours}`).join(', ')} }`

/** Calendars of every sort: with closures, holidays and other hours, breaks, nights, and no closing at all. */
const calendars = `  closures: [{ from: 2025-08-04, to: 2025-08-06 }]
  other_hours: [{ date: 2025-03-31, hours: "11:00-12:00" }, { date: 2025-04-21, hours: ["10:00-10:30", "22:00-24:00"] }]
calendars:
  split: { hours: ${daily('["08:30-12:00", "13:00-17:15", "17:45-18:00"]')}, closures: [{ from: 2025-10-27, to: 2025-10-29 }] }
  nights: { hours: ${daily('["00:00-06:00", "22:00-24:00"]')}, other_hours: [{ date: 2025-11-02, hours: "01:30-03:00" }] }
  always: { hours: ${daily('"00:00-24:00"')} }
  saturdays: { hours: { sat: "10:00-14:00" } }`

/** The settings of a service in a zone with all those calendars. */
export const settingsIn = (zone: string): Promise<Settings> =>
  settingsOf(configOf(eventSource, calendars).replace('timezone: Europe/London', `timezone: ${zone}`))

/** The names of the calendars of `settingsIn`. */
export const names = ['main', 'split', 'nights', 'always', 'saturdays'] as const

/** The calendar of that name as a browser has it, from the first day of a year to the last of another. */
export const published = (settings: Settings, name: string, first: string, last: string): Calendar =>
  readCalendar(
    serviceCalendar(name, settings, settings.institution.timezone, `${first}-01-01`, `${last}-12-31`),
  )
