import type { MeasureFile, StaffFile } from '../../../data/contract.ts'
import type { Term } from '../../../data/shared/terms.ts'
import type { Changes } from '../../config/changes.ts'
import type { Promised } from '../../config/words.ts'
import { staffChanges } from './changes.ts'
import { staffPromise } from './promises.ts'
import { baseOf } from './rounding.ts'
import { staffTables } from './tables.ts'
import { staffTimes } from './times.ts'

export interface StaffParts {
  readonly asOf: string
  readonly knownUntil: string
  readonly timezone: string
  /** Nothing of fewer is told. */
  readonly threshold: number
  readonly promises: readonly Promised[]
  readonly changes: Changes
  readonly terms: readonly Term[]
  readonly measures: readonly MeasureFile[]
}

/** What everybody may see of the figures; the staff site is built from it and from no other. */
export function staffFileOf(parts: StaffParts): StaffFile {
  const { asOf, knownUntil, threshold, promises, terms } = parts
  const measures = new Map(parts.measures.map((measure) => [measure.id, measure]))
  const base = baseOf(threshold)
  const localDay = Temporal.Instant.from(asOf).toZonedDateTimeISO(parts.timezone).toPlainDate().toString()
  return {
    as_of: asOf,
    known_until: knownUntil,
    threshold,
    rounded_to: base,
    promises: promises.map((promise) =>
      staffPromise(promise, measures.get(promise.measure), { base, terms }),
    ),
    tables: staffTables(measures, base),
    times: staffTimes(measures, base),
    changes: staffChanges(parts.changes, measures.get('improvements'), localDay),
  }
}
