import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Manifest } from '../../data/contract.ts'
import type { Effects } from '../effects.ts'

const fileOf = (installation: string): string => join(installation, 'last-good.json')

/**
 * Says in `last-good.json` that a night ended well, for those who watch: `{ run, as_of, published_at, sites_at, stale,
 * warnings }`, times as ISO instants, `sites_at` null where no site was built.
 */
export async function writeLastGood(
  installation: string,
  { run, as_of, built_at, sources, warnings }: Manifest,
  sitesAt: Date | null,
  { disk }: Effects,
): Promise<void> {
  const told = {
    run,
    as_of,
    published_at: built_at,
    sites_at: sitesAt?.toISOString() ?? null,
    stale: sources.filter(({ is_stale }) => is_stale).map(({ name }) => name),
    warnings: warnings.length,
  }
  const path = fileOf(installation)
  await disk.write(`${path}.new`, `${JSON.stringify(told, null, 2)}\n`)
  await disk.move(`${path}.new`, path)
}

/** The run of the last night that ended well; null where none is told. */
export async function lastGoodRun(installation: string): Promise<string | null> {
  const text = await readFile(fileOf(installation), 'utf8').catch(() => '')
  return /"run": ?"([^"]+)"/.exec(text)?.[1] ?? null
}
