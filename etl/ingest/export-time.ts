import { exportNamed, noExportTime, refuseFuture } from '../../data/shared/export-name.ts'
import { kindOf } from '../../data/shared/file-kind.ts'
import { WallClock } from '../../data/shared/wall-time.ts'
import { canonicalColumns } from '../config/schema.ts'
import type { Source } from '../config/settings.ts'
import type { Database } from '../db/database.ts'
import { dateBindings } from './bindings.ts'

/** The newest time stamp of the table `landing` on a local day, else the end of that day. */
async function newestOn(
  day: string,
  columns: readonly string[],
  source: Source,
  isSpreadsheet: boolean,
  database: Database,
): Promise<string> {
  const dated = columns.filter((column) => column.endsWith('_at') || column === 'at')
  const times = dated.map((column) => {
    const dates = `"${column}", $${column}_formats, $${column}_day_formats, $${column}_offset_formats, $timezone`
    return `select max(t.latest) filter (timezone($timezone, t.latest)::date = $day::date and not t.is_day) as newest from (select instant(${dates}) as t from landing)`
  })
  const newest = times.length > 0 ? `(select max(newest) from (${times.join(' union all ')}))` : 'null'
  const [row] = await database.all<{ at: string }>(
    `select strftime(coalesce(${newest}, timezone($timezone, $day::timestamp + interval 1 day) - interval 1 second), '%Y-%m-%dT%H:%M:%S.%gZ') as at`,
    { ...dateBindings(source, isSpreadsheet), timezone: source.timezone, day },
  )
  return row?.at ?? ''
}

async function fromColumn(
  source: Source,
  isSpreadsheet: boolean,
  database: Database,
): Promise<string | null> {
  const [row] = await database.all<{ at: string | null }>(
    `select strftime(max(instant(export_time, $updated_at_formats, $updated_at_day_formats, $updated_at_offset_formats, $timezone).latest), '%Y-%m-%dT%H:%M:%S.%gZ') as at from landing`,
    { ...dateBindings(source, isSpreadsheet), timezone: source.timezone },
  )
  return row?.at ?? null
}

interface File {
  readonly name: string
  readonly modifiedAt: Date
}

async function statedTime(
  file: File,
  columns: readonly string[],
  source: Source,
  database: Database,
): Promise<string> {
  if (!source.exportedAt) return file.modifiedAt.toISOString()
  const isSpreadsheet = kindOf(file.name, source) === 'spreadsheet'
  if ('column' in source.exportedAt) {
    const found = await fromColumn(source, isSpreadsheet, database)
    if (found) return found
    throw noExportTime(source.exportedAt.column)
  }
  const { wall, isDay } = exportNamed(file.name, source.exportedAt.filename.source, source.name)
  if (!isDay) return new Date(new WallClock(source.timezone).instantOf(wall, 'earlier')).toISOString()
  return newestOn(
    new Date(wall).toISOString().slice(0, 10),
    columns.filter((column) => (canonicalColumns as readonly string[]).includes(column)),
    source,
    isSpreadsheet,
    database,
  )
}

const dayInMs = 86_400_000

/**
 * The latest that a file can have been exported, as an ISO instant and without reading it; null where only its records
 * tell. Throws `Refusal` where its name is to tell and does not.
 */
export function latestExport({ name, modifiedAt }: File, { exportedAt, ...source }: Source): string | null {
  if (!exportedAt) return modifiedAt.toISOString()
  if ('column' in exportedAt) return null
  const { wall, isDay } = exportNamed(name, exportedAt.filename.source, source.name)
  const clock = new WallClock(source.timezone)
  return new Date(clock.instantOf(isDay ? wall + dayInMs - 1000 : wall, 'later')).toISOString()
}

/**
 * When a file was exported, as an ISO instant: as configured, else its modification time. Reads the table `landing`.
 * Throws `Refusal` where the configured place holds no date, or one more than a day after `now`; a time up to a day after it counts as `now`.
 */
export async function exportTime(
  file: File,
  columns: readonly string[],
  source: Source,
  database: Database,
  now: Date,
): Promise<string> {
  const at = await statedTime(file, columns, source, database)
  refuseFuture(at, now)
  // a day without a time ends later than it was exported: what is not yet cannot be known
  const latest = now.toISOString()
  if (at > latest) return latest
  return at
}
