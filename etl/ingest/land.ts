import { kindOf } from '../../data/shared/file-kind.ts'
import type { Source } from '../config/settings.ts'
import type { Database } from '../db/database.ts'
import { refuseAmbiguousDates } from './ambiguous-dates.ts'
import { landCarefully } from './land-carefully.ts'
import { landPlain } from './land-plain.ts'
import type { Landing, LandingKit } from './landing.ts'

/**
 * Reads a file into the Parquet file `to`: its nth row is record n, with `rejected_as` and each landed column as text.
 * The view `landing` then shows it with its `record`. Throws `Refusal` where the file cannot be trusted as a whole.
 */
export async function land(
  file: { readonly name: string; readonly path: string },
  source: Source,
  to: string,
  kit: LandingKit,
): Promise<Landing> {
  const { database } = kit
  const isPlainText = kindOf(file.name, source) === 'text' && !/\.gz$/i.test(file.name)
  const landing =
    (isPlainText ? await landPlain(file, source, to, kit) : null) ??
    (await landCarefully(file, source, to, kit))
  await showLanding(to, database)
  const [counted] = await database.all<{ records: number }>(
    'select count(*)::integer as records from landing',
  )
  if (counted?.records !== landing.records)
    throw new Error(`${file.name} holds ${landing.records} records, and ${counted?.records} were landed`)
  await refuseAmbiguousDates(landing.columns, source, database)
  return landing
}

/** Makes the view `landing` of a landed file. */
export const showLanding = (parquet: string, database: Database): Promise<void> =>
  database.run(
    `create or replace temp view landing as select (file_row_number + 1)::integer as record, * exclude (file_row_number) from read_parquet('${parquet.replaceAll("'", "''")}', file_row_number = true)`,
  )
