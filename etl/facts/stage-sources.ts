import { join } from 'node:path'
import type { Source } from '../config/settings.ts'
import type { Database } from '../db/database.ts'
import { type LandedReceipt, parquetOf } from '../ingest/landed.ts'
import { prepareStaging, stageSource } from './staging.ts'
import { type UnknownWord, unknownWords } from './words.ts'

const isSpreadsheet = ({ encoding }: LandedReceipt): boolean => encoding === 'xlsx'

/**
 * The files of a source that are read by the same dates: what a workbook holds must not change how a text is read.
 * Messages stay together, since a thread may run through files of both kinds.
 */
function alikeFiles({ name, entity }: Source, landed: readonly LandedReceipt[]): LandedReceipt[][] {
  const own = landed.filter(({ source }) => source === name)
  if (entity === 'message') return own.length > 0 ? [own] : []
  return [...Map.groupBy(own, isSpreadsheet).values()]
}

/**
 * Stages landed files of all sources into `stg_records`, as of an ISO instant, beside what is there where it `isThere`.
 * Resolves to the words that nothing maps to a meaning.
 */
export async function stageSources(
  database: Database,
  { installation, sources }: { readonly installation: string; readonly sources: readonly Source[] },
  landed: readonly LandedReceipt[],
  asOf: string,
  isThere = false,
): Promise<UnknownWord[]> {
  await prepareStaging(database)
  let isFirst = !isThere
  for (const [rank, source] of sources.entries())
    for (const alike of alikeFiles(source, landed)) {
      const files = {
        files: alike.map(({ sha256 }) => parquetOf(join(installation, 'landed'), sha256)),
        hasSpreadsheets: alike.some(isSpreadsheet),
      }
      await stageSource(database, source, rank, files, isFirst, asOf)
      isFirst = false
    }
  return unknownWords(database)
}
