import { join } from 'node:path'
import type { Effects } from '../effects.ts'
import { writeGone } from '../ingest/gone.ts'
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
