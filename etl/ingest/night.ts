import { join } from 'node:path'
import type { FileReceipt } from '../../data/contract.ts'
import type { Source } from '../config/settings.ts'
import type { Database } from '../db/database.ts'
import { erase } from './erase.ts'
import { eraseRejects } from './erase-rejects.ts'
import { exportTime, latestExport } from './export-time.ts'
import { type Gone, removeGone } from './gone.ts'
import type { Found } from './inventory.ts'
import type { IngestJob } from './job.ts'
import { land, showLanding } from './land.ts'
import { exportTimes, type LandedReceipt, parquetOf, setAsideAt, writeReceipt } from './landed.ts'
import type { Landing } from './landing.ts'
import { readingMark } from './reading-mark.ts'
import { Refusal } from './refusal.ts'
import { rejectsOf } from './rejects.ts'
import { Unchanged } from './unchanged.ts'

interface Kit extends IngestJob {
  readonly database: Database
  /** What was removed from landed/ before, by fingerprint. */
  readonly gone: ReadonlyMap<string, Gone>
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
  unknown_columns: [],
  refused: { reason: refusal.reason, record: refusal.record, message: refusal.message },
})

/** Moves what was landed to its place, and what was set aside for its shape to where only its owner reads it. */
async function settle(sha256: string, landing: Landing, kit: Kit): Promise<void> {
  const { database, installation, effects } = kit
  const { disk } = effects
  if (landing.rejects > 0) {
    const rejects = rejectsOf(installation, sha256)
    await disk.folder(join(rejects, '..'), true)
    await database.copy('select record, cells from rejects order by record', `${rejects}.new`)
    await database.run('drop table rejects')
    await disk.seal(`${rejects}.new`)
    await eraseRejects(`${rejects}.new`, kit.erased, database, effects)
    await disk.move(`${rejects}.new`, rejects)
  }
  const path = parquetOf(join(installation, 'landed'), sha256)
  await erase(`${path}.new`, kit.erased, database, effects)
  await disk.seal(`${path}.new`)
  await disk.move(`${path}.new`, path)
}

/** Reads a file that is not landed yet, or was read by another mapping, and lands it. */
async function landNew(
  file: Found,
  unchanged: Unchanged,
  source: Source,
  before: LandedReceipt | undefined,
  kit: Kit,
): Promise<LandedReceipt> {
  const { sha256 } = unchanged
  const path = parquetOf(join(kit.installation, 'landed'), sha256)
  const landing = await land(file, source, `${path}.new`, kit)
  const exported = await exportTime(file, landing.columns, source, kit.database, kit.effects.now())
  await unchanged.assert()
  await settle(sha256, landing, kit)
  const fresh: LandedReceipt = {
    sha256,
    source: source.name,
    format: source.format,
    encoding: landing.encoding,
    records: landing.records,
    reading: readingMark(source, kit),
    columns: [...landing.columns],
    unused: [...landing.unused],
    names: [file.name],
    landed_at: before === undefined ? kit.effects.now().toISOString() : setAsideAt(before),
    ...exportTimes([exported]),
    ...(kit.erased.mark !== null && { erased: kit.erased.mark }),
  }
  if (before?.source !== source.name) return fresh
  const names = [...new Set([...before.names, file.name])].sort()
  // how a name or a column tells the time may have changed; a modification time was seen and stays
  if (source.exportedAt) return { ...fresh, names }
  return { ...fresh, names, ...exportTimes([...before.export_times, exported]) }
}

/** A file that is landed as it would be landed now: only its name and time can be new. */
async function seenAgain(
  file: Found,
  source: Source,
  standing: LandedReceipt,
  kit: Kit,
): Promise<LandedReceipt> {
  if (source.exportedAt && standing.names.includes(file.name)) return standing
  if (source.exportedAt)
    await showLanding(parquetOf(join(kit.installation, 'landed'), standing.sha256), kit.database)
  const exported = await exportTime(file, standing.columns, source, kit.database, kit.effects.now())
  const names = standing.names.includes(file.name) ? standing.names : [...standing.names, file.name].sort()
  if (names === standing.names && standing.export_times.includes(exported)) return standing
  return { ...standing, names, ...exportTimes([...standing.export_times, exported]) }
}

/** What the files of one night have come to so far. */
export class Night {
  readonly #kit: Kit
  readonly landed: Map<string, LandedReceipt>
  readonly refused: FileReceipt[] = []
  readonly repeated: { name: string; sha256: string }[] = []
  readonly delivered = new Set<string>()
  /** Fingerprints of the files that were landed tonight for the first time. */
  readonly fresh = new Set<string>()
  /** Names of files that were removed from landed/ and are not landed again. */
  readonly leftAside: string[] = []
  readonly #seen = new Set<string>()

  constructor(kit: Kit, landed: readonly LandedReceipt[]) {
    this.#kit = kit
    this.landed = new Map(landed.map((receipt) => [receipt.sha256, receipt]))
  }

  /** Lands a file, or refuses it by name: the rest goes on. */
  async take(file: Found): Promise<void> {
    const source = this.#kit.sources.find(({ name }) => name === file.source)
    let sha256: string | null = null
    try {
      if (file.refusal || !source) throw file.refusal ?? new Refusal('no_source', 'no source reads it')
      this.#kit.effects.progress(`reading ${file.name}`)
      const unchanged = await Unchanged.of(file.path)
      sha256 = unchanged.sha256
      await this.#land(file, unchanged, source)
    } catch (error) {
      this.refused.push(refusedReceipt(file, asRefusal(error, file), sha256, source))
    }
  }

  async #land(file: Found, unchanged: Unchanged, source: Source): Promise<void> {
    const { sha256 } = unchanged
    const standing = this.landed.get(sha256)
    const gone = this.#kit.gone.get(sha256)
    if (!standing && gone && (latestExport(file, source) ?? gone.known_at) < this.#kit.keptSince) {
      this.leftAside.push(file.name)
      return
    }
    if (standing && standing.source !== source.name && this.#seen.has(sha256))
      throw sameBytes(standing, source)
    const isRead = standing?.source === source.name && standing.reading === readingMark(source, this.#kit)
    const receipt =
      standing && isRead
        ? await seenAgain(file, source, standing, this.#kit)
        : await landNew(file, unchanged, source, standing, this.#kit)
    const landed = join(this.#kit.installation, 'landed')
    if (receipt !== standing) await writeReceipt(landed, receipt, this.#kit.effects)
    if (!standing) this.fresh.add(sha256)
    if (!standing && gone) await removeGone(landed, sha256, this.#kit.effects)
    this.landed.set(sha256, receipt)
    this.delivered.add(source.name)
    if (this.#seen.has(sha256)) this.repeated.push({ name: file.name, sha256 })
    this.#seen.add(sha256)
  }
}

const sameBytes = ({ names, source }: LandedReceipt, other: Source): Refusal =>
  new Refusal(
    'no_source',
    `it holds the same bytes as ${names[0]}, which source "${source}" reads: a file tells of one source, so take it away, or narrow files: of "${source}" or "${other.name}"`,
  )

/** What is wrong with the file; throws again what is wrong with the place that it is landed in. */
function asRefusal(error: unknown, file: Found): Refusal {
  if (error instanceof Refusal) return error
  const { code, message, path = file.path } = error as NodeJS.ErrnoException
  if (code && path === file.path && ['EACCES', 'EPERM', 'EIO', 'ENOENT', 'EISDIR'].includes(code))
    return new Refusal('unreadable', `it cannot be read (${code}): check its permissions`)
  // DuckDB says so before anything is written; the file is at fault, since everything else streams
  if (/out of memory/i.test(message))
    return new Refusal('too_large', 'its records take more memory than there is: export it in parts')
  throw error
}
