import type { Settings } from '../../config/settings.ts'
import type { Database } from '../../db/database.ts'

type Owners = Settings['audiences']['operations']['owners']

/** What a person is called on the operations site; null for nobody, and for who is hidden. */
export type Shown = (person: string | null) => string | null

async function codesOf(database: Database, run: string): Promise<ReadonlyMap<string, string>> {
  const rows = await database.rowsOf<{ owner: string; code: string }>(
    new URL('owner_codes.sql', import.meta.url),
    { run },
  )
  return new Map(rows.map(({ owner, code }) => [owner, code]))
}

/** How people are called: by name, by a code that the next run gives to somebody else, or not at all. */
export async function peopleShown(database: Database, owners: Owners, run: string): Promise<Shown> {
  if (owners === 'named') return (person) => person
  if (owners === 'hidden') return () => null
  const codes = await codesOf(database, run)
  return (person) => (person === null ? null : (codes.get(person) ?? null))
}
