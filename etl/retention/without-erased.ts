import type { Corrections } from '../config/corrections.ts'
import type { Settings } from '../config/settings.ts'
import type { Erased } from '../ingest/erased.ts'

type Values = Settings['sources'][number]['values']

/** What a word of an export means, without anyone erased. */
const cleaned = (map: Readonly<Record<string, string>>, erased: Erased): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(map).map(([word, person]) => [word, erased.without(person)]))

const withoutInValues = ({ owner, closed_by, ...values }: Values, erased: Erased): Values => ({
  ...values,
  ...(owner && { owner: cleaned(owner, erased) }),
  ...(closed_by && { closed_by: cleaned(closed_by, erased) }),
})

/**
 * What people wrote, without those who were erased: their entries under `people:`, whom the values of a source mean, and
 * their names in corrections.
 */
export function withoutErased<
  Written extends { readonly settings: Settings; readonly corrections: Corrections },
>(written: Written, erased: Erased): Written {
  if (erased.persons.length === 0) return written
  const { settings, corrections } = written
  return {
    ...written,
    settings: {
      ...settings,
      sources: settings.sources.map((source) => ({
        ...source,
        values: withoutInValues(source.values, erased),
      })),
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
