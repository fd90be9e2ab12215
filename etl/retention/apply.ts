import type { Settings } from '../config/settings.ts'
import type { Effects } from '../effects.ts'
import { readLanded } from '../ingest/landed.ts'
import { removeLone } from '../ingest/lone.ts'
import { inboxFiles, oldRead, oldUnread, removeFromInbox } from './inbox.ts'
import { landedIn, oldLanded, removeLanded } from './landed.ts'
import { limitsAt } from './limits.ts'
import { oldSetAside, removeSetAside } from './set-aside.ts'

interface RetentionJob {
  readonly installation: string
  readonly settings: Settings
}

/**
 * Removes from landed/ and quarantine/ what is past retention, since a person asks for it: whatever the clock says, and also
 * where nothing is left. Says each file before. Resolves to whether a landed file went, and with it figures.
 */
export async function applyRetention(
  { installation, settings }: RetentionJob,
  effects: Effects,
): Promise<boolean> {
  const limits = limitsAt(effects.now(), settings)
  await removeLone(installation, effects)
  const receipts = await readLanded(landedIn(installation))
  const landed = oldLanded(receipts, limits.landedSince)
  const setAside = await oldSetAside(installation, receipts, limits.quarantineSince)
  for (const { sha256, names, known_at } of landed)
    effects.log(
      `removed    landed/${sha256}.parquet, exported ${known_at.slice(0, 10)} (${names.join(' = ')})`,
    )
  await removeLanded(installation, landed, effects)
  for (const name of setAside) effects.log(`removed    quarantine/${name}`)
  await removeSetAside(installation, setAside, effects)
  if (landed.length + setAside.length === 0) effects.log('retention  nothing is past it')
  return landed.length > 0
}

/** Removes from inbox/ what was read and is past retention; what was never read stays, and is named. */
export async function clearInbox({ installation, settings }: RetentionJob, effects: Effects): Promise<void> {
  const { landedSince } = limitsAt(effects.now(), settings)
  const files = await inboxFiles(installation, settings.sources)
  const old = oldRead(files, landedSince)
  for (const { name } of old) effects.log(`removed    inbox/${name}`)
  await removeFromInbox(old, effects)
  for (const { name } of oldUnread(files, landedSince))
    effects.log(
      `stays      inbox/${name}: it is as old and was never read. Remove it yourself if nobody needs it`,
    )
}
