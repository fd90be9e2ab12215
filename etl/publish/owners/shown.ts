import type { Settings } from '../../config/settings.ts'
import type { Database } from '../../db/database.ts'
import { erasedPerson } from '../../ingest/persons.ts'

export type Owners = Settings['audiences']['leadership']['owners']

/** What a person is called; null for nobody, and for who is hidden. */
export type Shown = (person: string | null) => string | null

const fewestLetters = 4

/** As many letters of each as tell them all apart. */
function cut(letters: readonly string[]): string[] {
  for (let many = fewestLetters; ; many++) {
    const codes = letters.map((all) => all.slice(0, many))
    if (new Set(codes).size === new Set(letters).size) return codes
  }
}

async function codesOf(
  database: Database,
  people: readonly string[],
  drawing: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await database.rowsOf<{ person: string; letters: string }>(
    new URL('codes.sql', import.meta.url),
    { people: JSON.stringify(people), drawing },
  )
  const codes = cut(rows.map(({ letters }) => letters))
  return new Map(rows.map(({ person }, at) => [person, `Person ${codes[at]}`]))
}

export interface Drawing {
  readonly run: string
  /** Whose codes they are: the same person has another code for each audience. */
  readonly audience: 'leadership' | 'operations'
}

/**
 * How some people are called: by name, by a code, or not at all. Codes are drawn by run and audience, so that none outlives
 * its release, and none of one audience tells who is meant by one of another. Who was erased has none.
 */
export async function peopleShown(
  database: Database,
  owners: Owners,
  people: readonly (string | null)[],
  { run, audience }: Drawing,
): Promise<Shown> {
  if (owners === 'named') return (person) => person
  if (owners === 'hidden') return () => null
  const named = new Set(people.filter((person) => person !== null))
  const codes = await codesOf(database, [...named], `${run} ${audience}`)
  return (person) => (person === null || person === erasedPerson ? person : (codes.get(person) ?? null))
}
