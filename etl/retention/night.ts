import { join } from 'node:path'
import type { Settings } from '../config/settings.ts'
import type { Effects } from '../effects.ts'
import { namesIn } from '../ingest/folder.ts'
import type { Ingested } from '../ingest/ingest.ts'
import { type LandedReceipt, readLanded } from '../ingest/landed.ts'
import { timeOfRun } from '../publish/run-name.ts'
import { clockDoubt } from './clock.ts'
import { landedIn, oldLanded, removeLanded } from './landed.ts'
import type { Limits } from './limits.ts'
import { oldSetAside, removeSetAside } from './set-aside.ts'
import { files } from './words.ts'

interface RetentionJob {
  readonly installation: string
  readonly settings: Settings
  readonly limits: Limits
}

/** What is past retention: landed files, and files of quarantine/. */
interface Due {
  readonly landed: readonly LandedReceipt[]
  readonly setAside: readonly string[]
}

const hasSome = ({ landed, setAside }: Due): boolean => landed.length + setAside.length > 0

async function publishedTimes(installation: string): Promise<Date[]> {
  const names = await namesIn(join(installation, 'releases'))
  return names.map(timeOfRun).filter((time) => time !== null)
}

async function dueOf({ installation, limits }: RetentionJob): Promise<Due> {
  const receipts = await readLanded(landedIn(installation))
  return {
    landed: oldLanded(receipts, limits.landedSince),
    setAside: await oldSetAside(installation, receipts, limits.quarantineSince),
  }
}

/** Why nothing is removed by itself tonight, or null. */
function whyNot(due: Due, ingested: Ingested, published: readonly Date[], now: Date): string | null {
  const doubt = clockDoubt(published, now)
  if (doubt !== null) return `${doubt}: look at the clock of this machine`
  const old = new Set(due.landed.map(({ sha256 }) => sha256))
  if (ingested.landed.length > 0 && ingested.landed.every(({ sha256 }) => old.has(sha256)))
    return 'nothing else would be left: look whether the exports still come, or raise retention.landed_days'
  return null
}

const staying = (due: Due, why: string): string =>
  `${files(due.landed.length + due.setAside.length)} of landed/ and quarantine/ past retention stay${due.landed.length + due.setAside.length === 1 ? 's' : ''}, since ${why}. npm run purge removes what is past it`

/** Before the first release all that is old may be a clock set wrong; what was landed tonight lies in the inbox as well. */
const freshOf = ({ landed }: Due, { fresh }: Ingested): Due => ({
  landed: landed.filter(({ sha256 }) => fresh.has(sha256)),
  setAside: [],
})

function without(ingested: Ingested, removed: readonly LandedReceipt[]): Ingested {
  const gone = new Set(removed.map(({ sha256 }) => sha256))
  return {
    ...ingested,
    landed: ingested.landed.filter(({ sha256 }) => !gone.has(sha256)),
    repeated: ingested.repeated.filter(({ sha256 }) => !gone.has(sha256)),
    expired: new Set([...ingested.expired, ...removed.map(({ source }) => source)]),
  }
}

/**
 * Removes what is past retention, as a night does by itself: nothing where the clock is in doubt or nothing would be left,
 * which it says. Resolves to what was ingested without what is gone.
 */
export async function retainTonight(
  ingested: Ingested,
  job: RetentionJob,
  effects: Effects,
): Promise<Ingested> {
  const { installation } = job
  const all = await dueOf(job)
  if (!hasSome(all)) return ingested
  const published = await publishedTimes(installation)
  const why = whyNot(all, ingested, published, effects.now())
  if (why !== null) return { ...ingested, warnings: [...ingested.warnings, staying(all, why)] }
  const due = published.length === 0 ? freshOf(all, ingested) : all
  await removeLanded(installation, due.landed, effects)
  await removeSetAside(installation, due.setAside, effects)
  if (hasSome(due))
    effects.log(
      `retention  ${files(due.landed.length)} removed from landed/, ${files(due.setAside.length)} from quarantine/`,
    )
  return without(ingested, due.landed)
}
