import { join } from 'node:path'
import type { LastNight } from '../facts/standing/standing.ts'
import { readLastGood } from '../publish/last-good.ts'
import { standingRun } from '../publish/standing.ts'
import { warehouseLeftBy } from './left-by.ts'
import type { Tonight } from './tonight.ts'

/** What the last good night told of items, in its warehouse. */
export interface LastTold extends LastNight {
  readonly warehouse: string
  /** What was landed then, as a sum (`left-by.ts`). */
  readonly landed: string
  /** When all of it was last made anew, an ISO instant. */
  readonly wholeAt: string
}

/** All is made anew after a week at the latest. */
const mostDays = 7

/**
 * What tonight's release may be built on: the warehouse of the release that stands, where the same program, settings and
 * key made it, for an earlier time, and nobody has touched it since; else null.
 */
export async function lastTold(
  { job: { installation, asOf: isReplay }, asOf, began }: Tonight,
  reading: string,
): Promise<LastTold | null> {
  const lastGood = await readLastGood(installation)
  if (isReplay !== null || lastGood === null || lastGood.told === null || lastGood.as_of > asOf) return null
  const { whole_at, warehouse, landed } = lastGood.told
  const age = began.getTime() - Date.parse(whole_at)
  if (lastGood.told.reading !== reading || !(age >= 0 && age < mostDays * 86_400_000)) return null
  if (lastGood.run !== (await standingRun(installation))) return null
  if (warehouse !== (await warehouseLeftBy(installation))) return null
  return {
    asOf: lastGood.as_of,
    warehouse: join(installation, 'warehouse.duckdb'),
    landed,
    wholeAt: whole_at,
  }
}
