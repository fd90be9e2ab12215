import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Effects } from '../effects.ts'
import { timeOfRun } from '../publish/run-name.ts'
import { namesIn } from '../publish/sweep.ts'

const timeOf = (name: string): Date | null =>
  /\.(csv|json)$/.test(name) ? timeOfRun(name.replace(/\.[a-z]+$/, '')) : null

/** What the runs wrote into quarantine/: `<run>.csv` and `<run>.json`. What people put there is theirs. */
export const runFilesIn = async (installation: string): Promise<string[]> =>
  (await namesIn(join(installation, 'quarantine'))).filter((name) => timeOf(name) !== null).sort()

/** Files of quarantine/, as paths below it, that were written before an ISO instant. */
export async function oldSetAside(installation: string, since: string): Promise<string[]> {
  const limit = Date.parse(since)
  const runs = (await runFilesIn(installation)).filter((name) => (timeOf(name)?.getTime() ?? limit) < limit)
  const rows: string[] = []
  for (const name of await namesIn(join(installation, 'quarantine', 'rows'))) {
    const { mtimeMs } = await stat(join(installation, 'quarantine', 'rows', name))
    if (mtimeMs < limit) rows.push(join('rows', name))
  }
  return [...runs, ...rows.sort()]
}

export async function removeSetAside(
  installation: string,
  names: readonly string[],
  { disk }: Effects,
): Promise<void> {
  for (const name of names) await disk.remove(join(installation, 'quarantine', name))
}
