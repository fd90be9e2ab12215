import { Refusal } from './refusal.ts'
import { dayInMilliseconds, millisecondsOf, timeOf } from './wall-time.ts'

/** When a file was exported, as its name says: a wall time, or a whole day (its start). */
export interface ExportNamed {
  readonly wall: number
  readonly isDay: boolean
}

const date = String.raw`(?<year>\d{4})(?:-(?<month>\d\d)-(?<day>\d\d)|(?<month2>\d\d)(?<day2>\d\d))`
const time = String.raw`(?<hour>\d\d)(?::(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,](?<rest>\d{1,9}))?)?|(?<minute2>\d\d)(?:(?<second2>\d\d)(?:[.,](?<rest2>\d{1,9}))?)?)?`
const offset = String.raw`(?:[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)?`
const pattern = new RegExp(`^${date}(?:[Tt ]${time}${offset})?$`)

/** A date in ISO 8601, with or without a time of day, whose offset says nothing; null where a text is none. */
export function namedTime(text: string): ExportNamed | null {
  const found = pattern.exec(text)?.groups
  if (!found) return null
  const { year, month, day, month2, day2, hour, minute, second, minute2, second2, rest, rest2 } = found
  const [h, m, s] = [hour ?? 0, minute ?? minute2 ?? 0, second ?? second2 ?? 0].map(Number) as [
    number,
    number,
    number,
  ]
  if (h > 23 || m > 59 || s > 60) return null
  const fraction = Number((rest ?? rest2 ?? '').slice(0, 3).padEnd(3, '0'))
  const parts = [Number(year), Number(month ?? month2), Number(day ?? day2)] as const
  const wall = timeOf(parts, millisecondsOf(h, m, Math.min(s, 59)) + fraction)
  return wall === null ? null : { wall, isDay: hour === undefined }
}

/** The export time that a file's name holds in the one group of a regular expression. Throws `Refusal` where it holds none. */
export function exportNamed(name: string, expression: string, source: string): ExportNamed {
  const found = namedTime(new RegExp(expression).exec(name)?.[1] ?? '')
  if (found) return found
  throw new Refusal(
    'missing_column',
    `its name holds no export date as exported_at of source "${source}" expects (${expression}): rename it, or change exported_at`,
  )
}

/** The refusal of a file whose column of export times holds none. */
export const noExportTime = (column: string): Refusal =>
  new Refusal(
    'missing_column',
    `column "${column}", which tells the export time, holds no date that can be read`,
  )

/** Whether an export time (an ISO instant) is more than a day after `now`. */
export const isOfFuture = (exportedAt: string, now: Date): boolean =>
  Date.parse(exportedAt) > now.getTime() + dayInMilliseconds

/**
 * Refuses a file whose export time (an ISO instant) is more than a day after `now`: taken for true, it would be the time
 * that everything is told as of, and no export before it would count any more.
 */
export function refuseFuture(exportedAt: string, now: Date): void {
  if (!isOfFuture(exportedAt, now)) return
  throw new Refusal(
    'future',
    `its export time, ${exportedAt}, is in the future: the clock says ${now.toISOString().slice(0, 10)}. Correct the date that its name, its column or the file itself has, or the clock`,
  )
}
