import type { Settings, Source } from '../config/settings.ts'
import { foldPerson } from '../ingest/key-of.ts'
import { phraseOf } from '../ingest/persons.ts'

type People = Pick<Settings, 'people'>

const isOneOf = (names: readonly string[], name: string): boolean =>
  names.some((one) => foldPerson(one) === foldPerson(name))

/** The names of the entries under `people:` that have one of `names`. */
const ofPeople = (names: readonly string[], { people }: People): string[] =>
  people
    .map(({ name, aliases }) => [name, ...aliases])
    .filter((own) => own.some((name) => isOneOf(names, name)))
    .flat()

/** What exports write that a source reads as one of `names`. */
const ofValues = (names: readonly string[], { values }: Pick<Source, 'values'>): string[] =>
  [values.owner, values.closed_by].flatMap((map) =>
    Object.entries(map ?? {})
      .filter(([, read]) => isOneOf(names, read))
      .map(([written]) => written),
  )

/** A name with its last part first, or first again: `Ann Lee` and `Lee, Ann` */
function turned(name: string): string {
  const listed = /^([^,]+),([^,]+)$/.exec(name.trim())
  if (listed) return `${listed[2]?.trim()} ${listed[1]?.trim()}`
  return name.trim().replace(/^([^,@]+)\s+([^\s,@]+)$/, '$2, $1')
}

/** The ways in which the same name is written: turned, and its letters kept in two ways. */
const forms = (name: string): string[] =>
  [name, turned(name)].flatMap((form) => [form, form.normalize('NFC'), form.normalize('NFD')])

/** Why a text is nobody who can be erased, or null. The text itself is not said: logs show this. */
export function personFault(person: string, { people }: People): string | null {
  if (phraseOf(person) === '') return 'it has no letter and no digit: write the name as exports write it'
  const entry = people.find(({ name, aliases }) => isOneOf([name, ...aliases], person))
  return entry?.shared || entry?.system
    ? 'under people: of config.yaml it is shared or an automatic account, which is no person'
    : null
}

/** Every name by which exports may write some persons, each once. */
export function allNames(
  persons: readonly string[],
  settings: People & { readonly sources: readonly Pick<Source, 'values'>[] },
): string[] {
  const more = [...persons, ...ofPeople(persons, settings)]
  const written = [...more, ...settings.sources.flatMap((source) => ofValues(more, source))]
  const all = [...new Set(written.flatMap(forms))].filter((name) => phraseOf(name) !== '')
  return all.length === persons.length ? all : allNames(all, settings)
}
