import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Source } from '../../etl/config/settings.ts'
import type { Database, Row } from '../../etl/db/database.ts'
import { disk, type Effects } from '../../etl/effects.ts'
import { showLanding } from '../../etl/ingest/land.ts'
import { landCarefully } from '../../etl/ingest/land-carefully.ts'
import { landPlain } from '../../etl/ingest/land-plain.ts'
import type { Landing } from '../../etl/ingest/landing.ts'
import { Refusal } from '../../etl/ingest/refusal.ts'

const effects: Effects = { now: () => new Date(0), log: () => {}, progress: () => {}, disk }

/** What became of a file: its landed rows, or why it was refused. */
export type Outcome = { readonly landing: Landing; readonly rows: Row[] } | { readonly refused: Refusal }

async function outcomeOf(
  work: (to: string) => Promise<Landing | null>,
  to: string,
  database: Database,
): Promise<Outcome | null> {
  try {
    const landing = await work(to)
    if (landing === null) return null
    await showLanding(to, database)
    return { landing, rows: await database.all('from landing order by record') }
  } catch (error) {
    if (error instanceof Refusal) return { refused: error }
    throw error
  }
}

/** Lands the same bytes by the fast way (null where it steps back) and by the careful one. */
export async function bothWays(
  bytes: Uint8Array,
  source: Source,
  dir: string,
  database: Database,
): Promise<{ fast: Outcome | null; careful: Outcome }> {
  const file = { name: 'export.csv', path: join(dir, 'export.csv') }
  await writeFile(file.path, bytes)
  const kit = { database, effects, staff: new Set<string>(), ticketPattern: '\\bINC\\d{6,}\\b' }
  const fast = await outcomeOf((to) => landPlain(file, source, to, kit), join(dir, 'fast'), database)
  const careful = await outcomeOf(
    (to) => landCarefully(file, source, to, kit),
    join(dir, 'careful'),
    database,
  )
  if (careful === null) throw new Error('the careful way lands or refuses')
  return { fast, careful }
}
