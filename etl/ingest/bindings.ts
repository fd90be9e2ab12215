import { hasTime } from '../../data/shared/dates.ts'
import { timeColumns } from '../../data/shared/time-columns.ts'
import type { Source } from '../config/settings.ts'
import type { Bindings } from '../db/database.ts'

/** Formats that read an offset from UTC or a zone. */
const hasOffset = (format: string): boolean => /%[zZ]/.test(format)

/** strptime takes no empty list: a format that no cell has. */
const matchesNothing = '\u0001'

/** A spreadsheet hands over its dates as ISO text, or as the number it holds where it does not show that it is a date. */
const ofSpreadsheets = ['iso', 'excel']

/**
 * For each date column, its strptime formats with a time of day, those of a day alone and those with an offset, as `instant`
 * takes them.
 * Files that are spreadsheets have real dates beside those that someone typed.
 */
export function dateBindings(source: Source, hasSpreadsheets = false): Bindings {
  const more = hasSpreadsheets ? ofSpreadsheets : []
  const orNone = (formats: readonly string[]): readonly string[] =>
    formats.length > 0 ? formats : [matchesNothing]
  const lists = (column: string, formats: readonly string[]): [string, readonly string[]][] => {
    const local = formats.filter((format) => !hasOffset(format))
    return [
      [`${column}_formats`, orNone(local.filter(hasTime))],
      [`${column}_day_formats`, orNone(local.filter((format) => !hasTime(format)))],
      [`${column}_offset_formats`, orNone(formats.filter(hasOffset))],
    ]
  }
  const own: Readonly<Partial<Record<string, readonly string[]>>> = source.columnDates
  return Object.fromEntries(
    timeColumns.flatMap((column) => lists(column, [...(own[column] ?? source.dates), ...more])),
  )
}
