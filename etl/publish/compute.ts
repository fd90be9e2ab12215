import type { MeasureFile } from '../../data/contract.ts'
import type { Duration, Settings } from '../config/settings.ts'
import type { Bindings, Database } from '../db/database.ts'
import { loadMeasures } from '../measures/index.ts'
import type { MeasureRow } from '../measures/measure.ts'
import { type MeasureContext, measureFileOf } from './measure-file.ts'

const amountOf = (duration: Duration): number =>
  duration.kind === 'business_days' ? duration.days : duration.minutes

/** The settings that statements over facts may name. */
export function settingBindings(settings: Settings): Bindings {
  const { acknowledged } = settings.within
  return {
    timezone: settings.institution.timezone,
    ticket_pattern: settings.institution.ticket_number.pattern,
    within_kind: acknowledged.duration.kind,
    within_amount: amountOf(acknowledged.duration),
    window_days: settings.recurring.window_days,
    at_least: settings.recurring.at_least,
    requesters: settings.recurring.requesters,
    suppress_below: settings.audiences.staff.suppress_below,
  }
}

/** Every measure over the facts, in the published shape. */
export async function computeMeasures(
  database: Database,
  bindings: Bindings,
  context: MeasureContext,
): Promise<MeasureFile[]> {
  const files: MeasureFile[] = []
  for (const { measure, sql } of await loadMeasures()) {
    const rows = await database.rowsOf<MeasureRow & Record<string, unknown>>(sql, bindings)
    files.push(measureFileOf(measure, rows, context))
  }
  return files
}
