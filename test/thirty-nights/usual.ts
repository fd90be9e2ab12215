import { dayAfter, dayOf, endOf, instantOf, minute, weekdayOf } from '../reference/clock.ts'
import type { Delivery, SourceName } from './delivery.ts'
import { fileOf, type Sheet, type Style } from './sheet.ts'
import { listSheet, logSheet, openSheet, recentSheet } from './sheets.ts'
import { escalationSheet, mailOf } from './sheets-escalations.ts'
import type { Truth } from './truth.ts'

const firstNight = '2026-10-05'

/** The local day in whose small hours a night runs; night 1 is a Monday's, night 21 that in which clocks go back. */
export const dayOfNight = (night: number): string => dayAfter(firstNight, night - 1)

/** A wall time of a night's day as an instant. */
export const timeIn = (night: number, time: string): number => instantOf(`${dayOfNight(night)}T${time}`)

/** When each tool writes its export. */
export const exportTimes = { 'desk-log': '00:15', 'av-open': '00:16', list: '00:17', mail: '00:20' } as const

/** The afternoon of the last working day before a night, when the log of escalations was last saved. */
export function savedBefore(night: number): number {
  let day = dayAfter(dayOfNight(night), -1)
  while (weekdayOf(day) > 5) day = dayAfter(day, -1)
  return instantOf(`${day}T17:05`)
}

/** When an export was made whose name tells its day: at the newest time stamp on it, else at its end. */
export function exportedOn(day: string, sheet: Sheet): number {
  const times = sheet.rows.flatMap(({ fact }) => [fact.begun, fact.at ?? 0]).filter((at) => dayOf(at) === day)
  return times.length > 0 ? Math.max(...times) : endOf(day)
}

/** The log of the changes since the night before. */
export function logOf(truth: Truth, night: number, style: Style = {}): Delivery {
  const at = timeIn(night, exportTimes['desk-log'])
  const sheet = logSheet(truth, timeIn(night - 1, exportTimes['desk-log']), at)
  return fileOf(sheet, `desk-log-${dayOfNight(night)}.csv`, at, style)
}

/** The log from its beginning. */
export function wholeLogOf(truth: Truth, night: number, style: Style = {}): Delivery {
  const at = timeIn(night, exportTimes['desk-log'])
  return fileOf(logSheet(truth, 0, at), 'desk-log-all.csv', at, style)
}

export function listOf(truth: Truth, night: number, style: Style = {}): Delivery {
  const at = timeIn(night, exportTimes.list)
  return fileOf(listSheet(truth, at), 'list.csv', at, style)
}

export function openOf(truth: Truth, night: number): Delivery {
  const at = timeIn(night, exportTimes['av-open'])
  return fileOf(openSheet(truth, at), 'av-open.csv', at)
}

export const recentNameOf = (night: number): string => `network-${dayAfter(dayOfNight(night), -1)}.csv`

/** The tickets of the network team as of the last minute of the day before. */
export function recentSheetOf(truth: Truth, night: number): Sheet {
  return recentSheet(truth, endOf(dayAfter(dayOfNight(night), -1)) - minute)
}

export function recentOf(truth: Truth, night: number): Delivery {
  const sheet = recentSheetOf(truth, night)
  return fileOf(sheet, recentNameOf(night), exportedOn(dayAfter(dayOfNight(night), -1), sheet))
}

export function escalationsIn(truth: Truth, night: number): Delivery {
  const at = savedBefore(night)
  return fileOf(escalationSheet(truth, at), 'escalation-log.csv', at)
}

export const mailIn = (truth: Truth, night: number): Delivery =>
  mailOf(truth, 'mail.mbox', timeIn(night, exportTimes.mail))

/** What comes on a night on which nothing goes wrong; what is named is otherwise. */
export function usual(
  truth: Truth,
  night: number,
  otherwise: Partial<Record<SourceName, readonly Delivery[]>> = {},
): Delivery[] {
  const isSunday = weekdayOf(dayOfNight(night)) === 7
  const files: Record<SourceName, readonly Delivery[]> = {
    'desk-log': [isSunday || night === 2 ? wholeLogOf(truth, night) : logOf(truth, night)],
    list: [listOf(truth, night)],
    'av-open': [openOf(truth, night)],
    network: [recentOf(truth, night)],
    'escalation-log': [escalationsIn(truth, night)],
    mail: [mailIn(truth, night)],
    ...otherwise,
  }
  return Object.values(files).flat()
}
