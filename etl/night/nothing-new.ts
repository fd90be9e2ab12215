import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Manifest, manifest } from '../../data/contract.ts'
import type { Effects } from '../effects.ts'
import { type LastGood, readLastGood, writeLastGood } from '../publish/last-good.ts'
import { nextUpdateDueAt } from '../publish/next-update.ts'
import { removeOldLists } from '../publish/quarantine.ts'
import { areSitesOf, refreshSites } from '../publish/sites-say.ts'
import { standingRun } from '../publish/standing.ts'
import { leftBy } from './left-by.ts'
import type { Tonight } from './tonight.ts'

/** Where tonight's sites are to be; null where none are to be built. */
interface Sites {
  readonly out: string
  readonly audiences: readonly string[]
}

/** A release is made anew after a week at the latest: what keeps an eye on the nights goes by when they published. */
const mostDays = 7
const isYoung = ({ published_at, looked_at }: LastGood, now: Date): boolean =>
  now.getTime() >= Date.parse(looked_at) && now.getTime() < Date.parse(published_at) + mostDays * 86_400_000

/**
 * The last good night, where a release of tonight's inputs would be the one that stands and everything that it left is
 * still there; else null.
 */
export async function sameAsStands(
  { job: { installation }, erased, began }: Tonight,
  inputs: string,
  sites: Sites | null,
): Promise<LastGood | null> {
  const lastGood = await readLastGood(installation)
  if (lastGood === null || lastGood.inputs !== inputs || !isYoung(lastGood, began)) return null
  if (lastGood.run !== (await standingRun(installation))) return null
  if (erased.isUnfinished || erased.isInSites) return null
  if (lastGood.left !== (await leftBy(installation, lastGood.run))) return null
  if (sites !== null && !(await areSitesOf(lastGood.run, sites.out, sites.audiences))) return null
  return lastGood
}

/** What the release that stands warns of: it holds as long as nothing is new. */
const warningsOf = async (installation: string): Promise<Manifest['warnings']> =>
  manifest.parse(JSON.parse(await readFile(join(installation, 'current', 'manifest.json'), 'utf8'))).warnings

/** Leaves what stands as it is, and has it say that it is as new as can be. What was set aside is listed by its run alone. */
export async function standStill(
  { job: { installation, settings } }: Tonight,
  lastGood: LastGood,
  sites: Sites | null,
  effects: Effects,
): Promise<void> {
  const { log, now } = effects
  const looked_at = now().toISOString()
  const looked = {
    looked_at,
    next_update_due_at: nextUpdateDueAt(looked_at, settings.nightly_at, settings.institution.timezone),
  }
  await removeOldLists({ installation, run: lastGood.run }, effects)
  if (sites !== null) await refreshSites(sites.out, sites.audiences, looked, effects)
  const sites_at = lastGood.sites_at ?? (sites === null ? null : looked_at)
  await writeLastGood(installation, { ...lastGood, ...looked, sites_at }, effects)
  for (const warning of await warningsOf(installation)) log(`warning: ${warning}`)
  log(`nothing new: release ${lastGood.run}, as of ${lastGood.as_of}, says all there is and stands`)
}
