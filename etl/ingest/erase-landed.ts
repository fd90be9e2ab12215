import { join } from 'node:path'
import type { Database } from '../db/database.ts'
import type { Effects } from '../effects.ts'
import { type Erasure, erase } from './erase.ts'
import { eraseRejects } from './erase-rejects.ts'
import type { Erased } from './erased.ts'
import { isThere } from './folder.ts'
import { type LandedReceipt, parquetOf, writeReceipt } from './landed.ts'
import { rejectsOf } from './rejects.ts'

/** What was taken out of one landed file, and of what was set aside from it. */
export interface ErasedFile extends Erasure {
  readonly receipt: LandedReceipt
  /** Records that were set aside for their shape and were removed. */
  readonly rejects: number
}

interface EraseJob {
  readonly installation: string
  readonly erased: Erased
  readonly database: Database
  readonly effects: Effects
}

async function eraseOne(receipt: LandedReceipt, job: EraseJob): Promise<ErasedFile> {
  const { installation, erased, database, effects } = job
  const landed = join(installation, 'landed')
  const rejects = rejectsOf(installation, receipt.sha256)
  const found = await erase(parquetOf(landed, receipt.sha256), erased, database, effects)
  const removed = (await isThere(rejects)) ? await eraseRejects(rejects, erased, database, effects) : 0
  const marked: LandedReceipt = { ...receipt, erased: erased.mark ?? undefined }
  // last: what has the mark is done
  await writeReceipt(landed, marked, effects)
  return { ...found, rejects: removed, receipt: marked }
}

/**
 * Takes erased persons out of every landed file that was landed, or restored from a back-up, before they were erased.
 * Resolves to all receipts as they then are, and to what was done.
 */
export async function eraseLanded(
  receipts: readonly LandedReceipt[],
  job: EraseJob,
): Promise<{ receipts: LandedReceipt[]; done: ErasedFile[] }> {
  const { erased, installation, effects } = job
  const todo = erased.mark === null ? [] : receipts.filter((receipt) => receipt.erased !== erased.mark)
  // what was published from them is to go as well
  if (todo.length > 0) await erased.unfinished(true).write(installation, effects)
  const done: ErasedFile[] = []
  for (const receipt of todo) done.push(await eraseOne(receipt, job))
  const fresh = new Map(done.map(({ receipt }) => [receipt.sha256, receipt]))
  return { receipts: receipts.map((receipt) => fresh.get(receipt.sha256) ?? receipt), done }
}
