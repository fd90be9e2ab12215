import { join } from 'node:path'
import type { FileReceipt } from '../../data/contract.ts'
import { isOfFuture } from '../../data/shared/export-name.ts'
import { Database } from '../db/database.ts'
import { setKey } from '../db/key.ts'
import { installMacros } from '../db/macros.ts'
import { eraseLanded } from './erase-landed.ts'
import { type Gone, readGone } from './gone.ts'
import { inventory } from './inventory.ts'
import type { IngestJob } from './job.ts'
import { type LandedReceipt, readLanded } from './landed.ts'
import { removeLone } from './lone.ts'
import { Night } from './night.ts'
import { isOfAnotherKey, readingMark } from './reading-mark.ts'

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
  /** Fingerprints of the files that were landed tonight for the first time. */
  readonly fresh: ReadonlySet<string>
  /** Sources of which files were removed from landed/ since they were too old. */
  readonly expired: ReadonlySet<string>
  readonly warnings: readonly string[]
}

/** A database of its own in memory, so that what rows hold beside what is kept never reaches the warehouse. */
export async function openIngest({
  installation,
  workshop,
  secret,
}: Pick<IngestJob, 'installation' | 'workshop' | 'secret'>): Promise<Database> {
  const reached = ['inbox', 'landed', join('quarantine', 'rows')].map((name) => join(installation, name))
  const database = await Database.open(':memory:', [...reached, workshop], {
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
  const database = await openIngest(job)
  try {
    const { receipts } = await eraseLanded(await readLanded(folder), { ...job, database })
    const gone = await readGone(folder)
    const night = new Night({ ...job, database, gone }, receipts)
    for (const file of await inventory(join(installation, 'inbox'), sources)) await night.take(file)
    await removeLone(installation, effects)
    return outcomeOf(night, gone, job)
  } finally {
    await database.close()
  }
}

const leftAsideWarning = (names: readonly string[]): string =>
  `${names.length === 1 ? `${names[0]} was` : `${names.length} files in inbox/ were`} left aside: what was read of ${names.length === 1 ? 'it' : 'them'} is past retention.landed_days and was removed. npm run purge -- --inbox removes ${names.length === 1 ? 'it' : 'them'} from inbox/ too`

function outcomeOf(night: Night, gone: ReadonlyMap<string, Gone>, job: IngestJob): Ingested {
  const { landed, refused, repeated, delivered, fresh, leftAside } = night
  const marks = new Map(job.sources.map((source) => [source.name, readingMark(source, job)]))
  const receipts = [...landed.values()].sort((a, b) => a.sha256.localeCompare(b.sha256))
  const now = job.effects.now()
  const [ahead, known] = [true, false].map((is) =>
    receipts.filter(({ source, known_at }) => marks.has(source) && isOfFuture(known_at, now) === is),
  ) as [LandedReceipt[], LandedReceipt[]]
  const orphans = receipts.filter(({ source }) => !marks.has(source))
  const outdated = known.filter(({ source, reading }) => reading !== marks.get(source))
  const [otherKey, otherMapping] = [true, false].map((is) =>
    outdated.filter(({ reading }) => isOfAnotherKey(reading, job.secret) === is),
  ) as [LandedReceipt[], LandedReceipt[]]
  return {
    landed: known,
    refused,
    repeated,
    delivered,
    fresh,
    expired: new Set([...gone.values()].map(({ source }) => source)),
    warnings: [
      ...listed(
        orphans,
        (files, sourceName) => `${files} left aside: config.yaml has no source "${sourceName}" any more`,
      ),
      ...listed(
        otherMapping,
        (files, sourceName) =>
          `${files} used as config.yaml read source "${sourceName}" before it was changed: put it into inbox/ again to have it read anew`,
      ),
      ...listed(
        otherKey,
        (files, sourceName) =>
          `${files} used as read under another secret: who asked in source "${sourceName}" before it was changed is not known as the same person as after. Give the secret of before, or put the exports into inbox/ again`,
      ),
      ...listed(
        ahead,
        (files, sourceName) =>
          `${files} left aside: its export time in source "${sourceName}" is in the future. Set the clock right, or remove landed/${ahead.find(({ source }) => source === sourceName)?.sha256}.* and put the export into inbox/ again with its right date`,
      ),
      ...(leftAside.length > 0 ? [leftAsideWarning(leftAside)] : []),
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
