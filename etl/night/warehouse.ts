import { join } from 'node:path'
import { Database } from '../db/database.ts'
import { nightLimitMb } from '../db/limits.ts'
import type { Effects } from '../effects.ts'
import { findingsPath } from '../publish/findings.ts'
import { troubleOf } from '../publish/trouble.ts'
import { withoutQuoted } from '../unforeseen.ts'
import type { LastTold } from './last-told.ts'
import type { Results } from './publish.ts'
import { Stages } from './stages.ts'
import type { Tonight } from './tonight.ts'

/** It reads what is landed, set aside and published; config.yaml and the key are out of its reach. */
export const openWarehouse = (installation: string, workshop: string, records = 0): Promise<Database> =>
  Database.open(
    join(workshop, 'warehouse.duckdb'),
    [...['landed', 'quarantine', 'history'].map((name) => join(installation, name)), workshop],
    { memoryMb: nightLimitMb(records), spill: join(workshop, 'spill-warehouse') },
  )

/** What a night has worked out, up to its checks. */
export type Worked = Pick<Results, 'unknownWords' | 'measures' | 'checks'>
/** Works all of it out in a warehouse: a new one, or a copy of the one of the last night. */
export type Work = (
  database: Database,
  tonight: Tonight,
  last: LastTold | null,
  effects: Effects,
) => Promise<Worked>

/** The warehouse of tonight with all that is worked out in it; closed where that fails. */
export async function worked(
  tonight: Tonight,
  last: LastTold | null,
  work: Work,
  effects: Effects,
): Promise<Worked & { readonly database: Database }> {
  const { job, ingested } = tonight
  const records = ingested.landed.reduce((sum, one) => sum + one.records, 0)
  const database = await openWarehouse(job.installation, job.workshop, records)
  try {
    return { database, ...(await work(database, tonight, last, effects)) }
  } catch (error) {
    await database.close()
    throw error
  }
}

/** Works out on top of what the last night told, and says so in the log once it is done; null where that fails. */
export async function workedOn(tonight: Tonight, last: LastTold, work: Work, effects: Effects) {
  const { disk } = effects
  const { workshop, installation, run } = tonight.job
  const warehouse = join(workshop, 'warehouse.duckdb')
  const lines: string[] = []
  const held = { ...effects, log: (line: string) => lines.push(line) }
  const stages = new Stages(held, tonight.stages.done)
  try {
    await disk.copy(last.warehouse, warehouse)
    const done = await worked({ ...tonight, stages }, last, work, held)
    for (const line of lines) effects.log(line)
    return { ...tonight, ...done, stages: new Stages(effects, stages.done) }
  } catch (error) {
    const why = troubleOf(error) ?? withoutQuoted((error as Error)?.message ?? '')
    effects.log(`what the last night told is not built on: ${why}`)
    for (const path of [warehouse, `${warehouse}.wal`, join(installation, findingsPath(run))])
      await disk.remove(path)
    return null
  }
}
