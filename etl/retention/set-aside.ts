import { join } from 'node:path'
import type { Effects } from '../effects.ts'
import { namesIn } from '../ingest/folder.ts'
import { type LandedReceipt, setAsideAt } from '../ingest/landed.ts'
import { timeOfRun } from '../publish/run-name.ts'

const timeOf = (name: string): Date | null =>
  /\.(csv|json)$/.test(name) ? timeOfRun(name.replace(/\.[a-z]+$/, '')) : null

/** What the runs wrote into quarantine/: `<run>.csv` and `<run>.json`. What people put there is theirs. */
export const runFilesIn = async (installation: string): Promise<string[]> =>
  (await namesIn(join(installation, 'quarantine'))).filter((name) => timeOf(name) !== null).sort()

/** Files of quarantine/, as paths below it, of what was set aside before an ISO instant. */
export async function oldSetAside(
  installation: string,
  receipts: readonly LandedReceipt[],
  since: string,
): Promise<string[]> {
  const limit = Date.parse(since)
  const runs = (await runFilesIn(installation)).filter((name) => (timeOf(name)?.getTime() ?? limit) < limit)
  const old = new Set(
    receipts.filter((one) => setAsideAt(one) < since).map(({ sha256 }) => `${sha256}.parquet`),
  )
  const rows = (await namesIn(join(installation, 'quarantine', 'rows'))).filter((name) => old.has(name))
  return [...runs, ...rows.sort().map((name) => join('rows', name))]
}

export async function removeSetAside(
  installation: string,
  names: readonly string[],
  { disk }: Effects,
): Promise<void> {
  for (const name of names) await disk.remove(join(installation, 'quarantine', name))
}
