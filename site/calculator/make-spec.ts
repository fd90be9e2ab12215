/** What the calculator has to know, from the manifest of a release. */
import type { Manifest } from '../../data/contract.ts'
import { namedLevels } from './levels.ts'
import { packCalendar } from './pack.ts'
import type { CalculatorSpec } from './spec.ts'

/** The manifest's part that the calculator reads. Null where no target is published: then there is nothing to work out. */
export const specOf = (manifest: Manifest): CalculatorSpec | null => {
  const { targets, calendars, institution, built_at } = manifest
  if (targets.length === 0) return null
  return {
    timezone: institution.timezone,
    built_at,
    levels: namedLevels(manifest).map(({ level, affects }) => ({ level, affects })),
    rules: targets.map(({ source, ...rule }) => rule),
    calendars: Object.fromEntries(calendars.map((calendar) => [calendar.name, packCalendar(calendar)])),
  }
}

/** As the text of a script element that nothing in it can end. */
export const islandOf = (spec: CalculatorSpec): string => JSON.stringify(spec).replaceAll('<', '\\u003c')
