import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Effects } from '../effects.ts'
import { readGone, writeGone } from '../ingest/gone.ts'
import { type LandedReceipt, parquetOf, receiptOf } from '../ingest/landed.ts'
import { rejectsOf } from '../ingest/rejects.ts'

export const landedIn = (installation: string): string => join(installation, 'landed')

/** Landed files whose newest export was before an ISO instant. */
export const oldLanded = (receipts: readonly LandedReceipt[], since: string): LandedReceipt[] =>
  receipts.filter(({ known_at }) => known_at < since)

async function removeFiles(installation: string, sha256: string, { disk }: Effects): Promise<void> {
  const landed = landedIn(installation)
  await disk.remove(receiptOf(landed, sha256))
  await disk.remove(rejectsOf(installation, sha256))
  // last: while it is there, the next run goes on
  await disk.remove(parquetOf(landed, sha256))
}

/** Removes landed files, each with what was set aside of it; that they were there stays known, so that they do not come back. */
export async function removeLanded(
  installation: string,
  receipts: readonly LandedReceipt[],
  effects: Effects,
): Promise<void> {
  const removed_at = effects.now().toISOString()
  for (const { sha256, source, known_at } of receipts) {
    const gone = { source, known_at, removed_at, reason: 'retention' } as const
    await writeGone(landedIn(installation), sha256, gone, effects)
    await removeFiles(installation, sha256, effects)
  }
}

/** Removes what is left of a file whose removal was cut short. */
export async function finishRemovals(installation: string, effects: Effects): Promise<void> {
  const landed = landedIn(installation)
  const names = new Set(await readdir(landed))
  for (const sha256 of (await readGone(landed)).keys())
    if (!names.has(`${sha256}.json`) && names.has(`${sha256}.parquet`))
      await removeFiles(installation, sha256, effects)
}
