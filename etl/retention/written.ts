import type { Corrections } from '../config/corrections.ts'
import type { Settings } from '../config/settings.ts'
import type { Erased } from '../ingest/erased.ts'

/** What people wrote, without those who were erased: their entries under `people:`, and their names in corrections. */
export function withoutErased<
  Written extends { readonly settings: Settings; readonly corrections: Corrections },
>(written: Written, erased: Erased): Written {
  if (erased.persons.length === 0) return written
  const { settings, corrections } = written
  return {
    ...written,
    settings: {
      ...settings,
      people: settings.people.filter(
        ({ name, aliases }) => ![name, ...aliases].some((one) => erased.has(one)),
      ),
    },
    corrections: {
      ...corrections,
      corrections: corrections.corrections.map((correction) => ({
        ...correction,
        value: erased.without(correction.value),
        reason: erased.without(correction.reason),
        by: erased.without(correction.by),
      })),
    },
  }
}
