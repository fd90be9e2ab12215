import { join } from 'node:path'
import type { FileReceipt } from '../../data/contract.ts'
import type { Source } from '../config/settings.ts'
import type { Database } from '../db/database.ts'
import { exportTime } from './export-time.ts'
import type { Found } from './inventory.ts'
import type { IngestJob } from './job.ts'
import { land, showLanding } from './land.ts'
import { exportTimes, type LandedReceipt, parquetOf, writeReceipt } from './landed.ts'
import type { Landing } from './landing.ts'
import { readingMark } from './reading-mark.ts'
import { Refusal } from './refusal.ts'
import { rejectsOf } from './rejects.ts'
import { Unchanged } from './unchanged.ts'

interface Kit extends IngestJob {
  readonly database: Database
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
    await disk.move(`${rejects}.new`, rejects)
  }
  const path = parquetOf(join(installation, 'landed'), sha256)
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
  const exported = await exportTime(file, landing.columns, source, kit.database)
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
    ...exportTimes([exported]),
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
  const exported = await exportTime(file, standing.columns, source, kit.database)
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
      this.refused.push(refusedReceipt(file, asRefusal(error), sha256, source))
    }
  }

  async #land(file: Found, unchanged: Unchanged, source: Source): Promise<void> {
    const { sha256 } = unchanged
    const standing = this.landed.get(sha256)
    if (standing && standing.source !== source.name && this.#seen.has(sha256))
      throw sameBytes(standing, source)
    const isRead = standing?.source === source.name && standing.reading === readingMark(source, this.#kit)
    const receipt =
      standing && isRead
        ? await seenAgain(file, source, standing, this.#kit)
        : await landNew(file, unchanged, source, standing, this.#kit)
    if (receipt !== standing)
      await writeReceipt(join(this.#kit.installation, 'landed'), receipt, this.#kit.effects)
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

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  const { code, message } = error as NodeJS.ErrnoException
  if (code && ['EACCES', 'EPERM', 'EIO', 'ENOENT', 'EISDIR'].includes(code))
    return new Refusal('unreadable', `it cannot be read (${code}): check its permissions`)
  // DuckDB says so before anything is written; the file is at fault, since everything else streams
  if (/out of memory/i.test(message))
    return new Refusal('too_large', 'its records take more memory than there is: export it in parts')
  throw error
}
