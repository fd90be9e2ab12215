import { join } from 'node:path'
import type { Effects } from '../effects.ts'
import { settleHistory, stageHistory } from './history.ts'
import { standingRun } from './standing.ts'
import { workshops } from './sweep.ts'
import { troubleOf } from './trouble.ts'

/** The folder in which a run builds; nobody reads there. */
export const workshopOf = (installation: string, run: string): string => join(installation, workshops, run)

/**
 * Makes the release in the workshop the standing one: the release folder, the warehouse, what it adds to the history,
 * and last `current`. What fails once it stands is said in the log, and the next run does it.
 */
export async function commit(installation: string, run: string, effects: Effects): Promise<void> {
  const workshop = workshopOf(installation, run)
  const { disk, log } = effects
  await disk.folder(join(installation, 'releases'))
  await disk.seal(join(workshop, 'warehouse.duckdb'))
  await disk.settle(join(workshop, 'release'))
  await disk.move(join(workshop, 'release'), join(installation, 'releases', run))
  await disk.move(join(workshop, 'warehouse.duckdb'), join(installation, 'warehouse.duckdb'))
  await stageHistory(installation, workshop, run, effects)
  try {
    await disk.link(join('releases', run), join(installation, 'current'))
    await settleHistory(installation, effects)
  } catch (error) {
    if ((await standingRun(installation)) !== run) throw error
    log(
      `warning: release ${run} stands, and the next run finishes what failed then: ${troubleOf(error) ?? (error as Error).message}`,
    )
  }
}
