import { join } from 'node:path'
import type { Effects } from '../effects.ts'
import { layBeside, settleBeside } from './beside.ts'
import { standingRun } from './standing.ts'
import { workshops } from './sweep.ts'
import { troubleOf } from './trouble.ts'

/** The folder in which a run builds; nobody reads there. */
export const workshopOf = (installation: string, run: string): string => join(installation, workshops, run)

/**
 * Makes the release in the workshop the standing one: the release folder, the warehouse and the history beside those that
 * stand, then `current`, and last those two in their place. What fails once it stands is said in the log, and the next run
 * does it.
 */
export async function commit(installation: string, run: string, effects: Effects): Promise<void> {
  const workshop = workshopOf(installation, run)
  const { disk, log } = effects
  await disk.folder(join(installation, 'releases'))
  await disk.settle(join(workshop, 'release'))
  await disk.move(join(workshop, 'release'), join(installation, 'releases', run))
  await layBeside(installation, workshop, run, effects)
  try {
    await disk.link(join('releases', run), join(installation, 'current'))
    await settleBeside(installation, effects)
  } catch (error) {
    if ((await standingRun(installation)) !== run) throw error
    log(
      `warning: release ${run} stands, and the next run finishes what failed then: ${troubleOf(error) ?? (error as Error).message}`,
    )
  }
}
