import type { Settings } from '../config/settings.ts'
import type { Effects } from '../effects.ts'
import type { Erased } from '../ingest/erased.ts'
import { readLanded } from '../ingest/landed.ts'
import { finderOf } from './any-names.ts'
import { inboxFiles, naming, removeFromInbox } from './inbox.ts'
import { landedIn } from './landed.ts'
import { mentionsIn, namedFiles } from './mentions.ts'

interface LeftJob {
  readonly installation: string
  readonly settings: Pick<Settings, 'sources'>
  readonly erased: Erased
  /** Names of those who were erased just now; none where an erasure that was killed is finished. */
  readonly names: readonly string[]
  /** Whether exports that were read are to go from the inbox. */
  readonly hasInbox: boolean
}

/** Exports that name the persons: removes those that were read, or says that they stay and what that means. */
export async function clearOfPersons(
  { installation, settings, erased, names, hasInbox }: LeftJob,
  effects: Effects,
): Promise<void> {
  const namesOne = names.length > 0 ? finderOf(names) : (text: string) => erased.names(text)
  const found = await naming(await inboxFiles(installation, settings.sources), namesOne)
  const removed = hasInbox ? found.filter(({ known_at }) => known_at !== null) : []
  await removeFromInbox(removed, effects)
  for (const file of found) {
    if (removed.includes(file)) effects.log(`removed    inbox/${file.name}`)
    else if (file.known_at === null)
      effects.log(`stays      inbox/${file.name} names the person and was not read: remove it yourself`)
    else
      effects.log(
        `stays      inbox/${file.name} names the person. Read again, the person is left out; npm run purge with --inbox removes it`,
      )
  }
}

/** Says where else the persons are named: what people wrote is theirs to change. */
export async function tellMentions({ installation, erased }: LeftJob, { log }: Effects): Promise<void> {
  for (const place of await mentionsIn(installation, erased))
    log(`stays      ${place} names the person, or has the same words: look, and take the name out`)
  for (const { sha256 } of namedFiles(await readLanded(landedIn(installation)), erased))
    log(
      `stays      landed/${sha256}.json has an export's file name that names the person: give exports other names`,
    )
}
