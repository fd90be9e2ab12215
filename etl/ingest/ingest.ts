import { join } from 'node:path'
import type { FileReceipt } from '../../data/contract.ts'
import { Database } from '../db/database.ts'
import { setKey } from '../db/key.ts'
import { installMacros } from '../db/macros.ts'
import { inventory } from './inventory.ts'
import type { IngestJob } from './job.ts'
import { type LandedReceipt, readLanded } from './landed.ts'
import { Night } from './night.ts'
import { readingMark } from './reading-mark.ts'

/** Enough for a million tickets; what goes beyond it spills to the disk. */
const memoryMb = 256

export interface Ingested {
  /** Every landed file of a configured source, tonight's and earlier ones. */
  readonly landed: readonly LandedReceipt[]
  /** Files that were refused whole. */
  readonly refused: readonly FileReceipt[]
  /** Names in the inbox tonight that hold the same bytes as a file named before them. */
  readonly repeated: readonly { name: string; sha256: string }[]
  /** Sources of which a file lay in the inbox tonight. */
  readonly delivered: ReadonlySet<string>
  readonly warnings: readonly string[]
}

/** A database of its own in memory, so that what rows hold beside what is kept never reaches the warehouse. */
async function openDatabase({ installation, workshop, secret }: IngestJob): Promise<Database> {
  const database = await Database.open(':memory:', [installation], {
    memoryMb,
    spill: join(workshop, 'spill'),
  })
  await installMacros(database)
  await setKey(database, secret)
  return database
}

/** Lands what is new in the inbox. A file that cannot be trusted is refused by name, and the rest goes on. */
export async function ingest(job: IngestJob): Promise<Ingested> {
  const { installation, sources, effects } = job
  const folder = join(installation, 'landed')
  await effects.disk.folder(folder, true)
  const database = await openDatabase(job)
  try {
    const night = new Night({ ...job, database }, await readLanded(folder))
    for (const file of await inventory(join(installation, 'inbox'), sources)) await night.take(file)
    return outcomeOf(night, job)
  } finally {
    await database.close()
  }
}

function outcomeOf({ landed, refused, repeated, delivered }: Night, job: IngestJob): Ingested {
  const marks = new Map(job.sources.map((source) => [source.name, readingMark(source, job)]))
  const receipts = [...landed.values()].sort((a, b) => a.sha256.localeCompare(b.sha256))
  const known = receipts.filter(({ source }) => marks.has(source))
  const orphans = receipts.filter(({ source }) => !marks.has(source))
  const outdated = known.filter(({ source, reading }) => reading !== marks.get(source))
  return {
    landed: known,
    refused,
    repeated,
    delivered,
    warnings: [
      ...listed(
        orphans,
        (files, sourceName) => `${files} left aside: config.yaml has no source "${sourceName}" any more`,
      ),
      ...listed(
        outdated,
        (files, sourceName) =>
          `${files} used as config.yaml read source "${sourceName}" before it was changed: put it into inbox/ again to have it read anew`,
      ),
    ],
  }
}

/** A sentence for each source of which there are such files, which are many after a change of config.yaml. */
function listed(
  receipts: readonly LandedReceipt[],
  sentence: (files: string, source: string) => string,
): string[] {
  return [...Map.groupBy(receipts, ({ source }) => source)].map(([source, files]) => {
    const more = files.length > 1 ? ` and ${files.length - 1} more are` : ' is'
    return sentence(`landed file ${files[0]?.names[0]}${more}`, source)
  })
}
