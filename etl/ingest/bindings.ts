import { hasTime } from '../../data/shared/dates.ts'
import type { CanonicalColumn } from '../config/schema.ts'
import type { Source } from '../config/settings.ts'
import type { Bindings } from '../db/database.ts'

export const dateColumns = [
  'at',
  'opened_at',
  'received_at',
  'logged_at',
  'acknowledged_at',
  'first_response_at',
  'updated_at',
  'first_resolved_at',
  'resolved_at',
  'closed_at',
  'needed_by',
] as const satisfies readonly CanonicalColumn[]

/** strptime takes no empty list: a format that no cell has. */
const matchesNothing = '\u0001'

/** A spreadsheet hands over its dates as ISO text, or as the number it holds where it does not show that it is a date. */
const ofSpreadsheets = ['iso', 'excel']

/**
 * For each date column, its strptime formats with a time of day and those of a day alone, as `instant` takes them.
 * Files that are spreadsheets have real dates beside those that someone typed.
 */
export function dateBindings(source: Source, hasSpreadsheets = false): Bindings {
  const more = hasSpreadsheets ? ofSpreadsheets : []
  const orNone = (formats: readonly string[]): readonly string[] =>
    formats.length > 0 ? formats : [matchesNothing]
  const both = (column: string, formats: readonly string[]): [string, readonly string[]][] => [
    [`${column}_formats`, orNone(formats.filter(hasTime))],
    [`${column}_day_formats`, orNone(formats.filter((format) => !hasTime(format)))],
  ]
  return Object.fromEntries([
    ...dateColumns.flatMap((column) =>
      both(column, [...(source.columnDates[column] ?? source.dates), ...more]),
    ),
    ...both('escalated_at', [...source.dates, ...more]),
  ])
}
