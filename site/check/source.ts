/** A published source as the shared readers take it. */
import type { SourceReading } from '../../data/contract.ts'
import type { OrderReading } from '../../data/shared/date-order.ts'
import { unreadFormats } from '../../data/shared/dates.ts'
import type { DelimiterReading, ExtraColumn, HeaderReading } from '../../data/shared/header.ts'
import type { ColumnReading } from '../../data/shared/reading.ts'
import type { RecordReading } from '../../data/shared/record.ts'

export type FileReading = HeaderReading & DelimiterReading & RecordReading & OrderReading

/** Without what the schema lets be undefined. */
const columnOf = ({
  alternatives,
  separators,
  isGrouped,
  nulls,
}: SourceReading['columns'][string]): ColumnReading => ({
  alternatives,
  ...(separators && { separators }),
  ...(isGrouped && { isGrouped }),
  ...(nulls && { nulls }),
})

export const readingOf = (source: SourceReading): FileReading => ({
  name: source.name,
  headerRow: source.header_row,
  delimiter: source.delimiter,
  entity: source.entity,
  grain: source.grain,
  timezone: source.timezone,
  isDayFirst: source.is_day_first,
  dates: source.dates,
  columnDates: source.column_dates,
  values: source.values,
  reading: {
    columns: Object.fromEntries(
      Object.entries(source.columns).map(([column, reading]) => [column, columnOf(reading)]),
    ),
    required: source.required,
    nulls: source.nulls,
  },
})

export const extraOf = ({ extra_columns }: SourceReading): readonly ExtraColumn[] => extra_columns

/** The date formats of a source that only the night reads. */
export const unreadOf = ({ dates, column_dates }: SourceReading): string[] => [
  ...new Set(unreadFormats([...dates, ...Object.values(column_dates).flat()])),
]
