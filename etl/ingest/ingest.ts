import { join } from 'node:path'
import type { FileReceipt } from '../../data/contract.ts'
import type { Source } from '../config/settings.ts'
import type { Database } from '../db/database.ts'
import type { Effects } from '../effects.ts'
import { exportTime } from './export-time.ts'
import { type Found, fingerprint, inventory } from './inventory.ts'
import type { Keyed } from './keys.ts'
import { landText, readingOf } from './land.ts'
import { type LandedReceipt, parquetOf, readLanded, writeReceipt } from './landed.ts'
import { Refusal } from './refusal.ts'

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

interface Kit {
  readonly installation: string
  readonly sources: readonly Source[]
  readonly keyed: Keyed
  readonly database: Database
  readonly effects: Effects
}

const refusedReceipt = (
  file: Found,
  refusal: Refusal,
  sha256: string | null,
  source: Source | undefined,
): FileReceipt => ({
  name: file.name,
  sha256,
  source: file.source,
  format: source?.format ?? null,
  encoding: null,
  exported_at: null,
  records: 0,
  kept: 0,
  superseded: 0,
  duplicate: 0,
  quarantined: {},
  refused: { reason: refusal.reason, record: refusal.record, message: refusal.message },
})

/** Reads a file that is not landed yet, or was read by another mapping, and lands it. */
async function land(
  file: Found,
  sha256: string,
  source: Source,
  before: LandedReceipt | undefined,
  kit: Kit,
): Promise<LandedReceipt> {
  const { database, effects, keyed } = kit
  const landed = join(kit.installation, 'landed')
  const table = await landText(file.path, source, keyed, database, effects)
  const exported = await exportTime(file, table.columns, source, database)
  const path = parquetOf(landed, sha256)
  await database.run(
    `copy landing to '${`${path}.new`.replaceAll("'", "''")}' (format parquet, compression zstd)`,
  )
  await effects.disk.seal(`${path}.new`)
  await effects.disk.move(`${path}.new`, path)
  const { records, encoding, columns, unused } = table
  const receipt = {
    sha256,
    source: source.name,
    format: source.format,
    encoding,
    records,
    reading: readingOf(source),
  }
  const fresh = {
    ...receipt,
    columns: [...columns],
    unused: [...unused],
    names: [file.name],
    exported_at: exported,
    known_at: exported,
  }
  if (before?.source !== source.name) return fresh
  const names = [...new Set([...before.names, file.name])].sort()
  if (source.exportedAt) return { ...fresh, names }
  const times = [before.exported_at, before.known_at, exported].sort()
  return { ...fresh, names, exported_at: times[0] ?? exported, known_at: times.at(-1) ?? exported }
}

/** A file that is landed as it would be landed now: only its name and time can be new. */
async function seenAgain(
  file: Found,
  source: Source,
  standing: LandedReceipt,
  kit: Kit,
): Promise<LandedReceipt> {
  if (source.exportedAt && standing.names.includes(file.name)) return standing
  if (source.exportedAt) {
    const path = parquetOf(join(kit.installation, 'landed'), standing.sha256)
    await kit.database.run('create or replace table landing as select * from read_parquet($path)', { path })
  }
  const exported = await exportTime(file, standing.columns, source, kit.database)
  const names = standing.names.includes(file.name) ? standing.names : [...standing.names, file.name].sort()
  const [earliest, , latest] = [standing.exported_at, standing.known_at, exported].sort()
  if (names === standing.names && earliest === standing.exported_at && latest === standing.known_at)
    return standing
  return { ...standing, names, exported_at: earliest ?? exported, known_at: latest ?? exported }
}

/** Lands what is new in the inbox. A file that cannot be trusted is refused by name, and the rest goes on. */
export async function ingest(kit: Kit): Promise<Ingested> {
  const { installation, sources, effects } = kit
  const landedFolder = join(installation, 'landed')
  await effects.disk.folder(landedFolder)
  const landed = new Map((await readLanded(landedFolder)).map((receipt) => [receipt.sha256, receipt]))
  const refused: FileReceipt[] = []
  const repeated: { name: string; sha256: string }[] = []
  const delivered = new Set<string>()
  const seenTonight = new Set<string>()

  for (const file of await inventory(join(installation, 'inbox'), sources)) {
    const source = sources.find(({ name }) => name === file.source)
    let sha256: string | null = null
    try {
      if (file.refusal || !source) throw file.refusal ?? new Refusal('no_source', 'no source reads it')
      sha256 = await fingerprint(file.path)
      effects.progress(`reading ${file.name}`)
      const standing = landed.get(sha256)
      if (standing && standing.source !== source.name && seenTonight.has(sha256))
        throw sameBytes(standing, source)
      const isRead = standing?.source === source.name && standing.reading === readingOf(source)
      const receipt =
        standing && isRead
          ? await seenAgain(file, source, standing, kit)
          : await land(file, sha256, source, standing, kit)
      if (receipt !== standing) await writeReceipt(landedFolder, receipt, effects)
      landed.set(sha256, receipt)
      delivered.add(source.name)
      if (seenTonight.has(sha256)) repeated.push({ name: file.name, sha256 })
      seenTonight.add(sha256)
    } catch (error) {
      refused.push(refusedReceipt(file, asRefusal(error), sha256, source))
    }
  }
  const names = new Set(sources.map(({ name }) => name))
  const orphans = [...landed.values()].filter((receipt) => !names.has(receipt.source))
  return {
    landed: [...landed.values()]
      .filter((receipt) => names.has(receipt.source))
      .sort((a, b) => a.sha256.localeCompare(b.sha256)),
    refused,
    repeated,
    delivered,
    warnings: orphans.map(
      ({ source, names: [name] }) =>
        `landed file ${name} is left aside: config.yaml has no source "${source}" any more`,
    ),
  }
}

const sameBytes = ({ names, source }: LandedReceipt, other: Source): Refusal =>
  new Refusal(
    'no_source',
    `it holds the same bytes as ${names[0]}, which source "${source}" reads: a file tells of one source, so take it away, or narrow files: of "${source}" or "${other.name}"`,
  )

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  const { code, message } = error as NodeJS.ErrnoException
  if (code && ['EACCES', 'EPERM', 'EIO', 'ENOENT', 'EISDIR'].includes(code))
    return new Refusal('unreadable', `it cannot be read (${code}): check its permissions`)
  throw new Error(message, { cause: error })
}
