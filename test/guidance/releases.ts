/** Releases made by hand that say what an installation's words say. */
import { join } from 'node:path'
import { loadSettings } from '../../etl/config/load.ts'
import type { Settings } from '../../etl/config/settings.ts'
import { loadWords, type Words } from '../../etl/config/words.ts'
import { type Fixture, full, writeRelease } from '../site/fixture.ts'

const root = join(import.meta.dirname, '..', '..')
const neutralWords = join(root, 'data', 'procedure')

const published = ({
  institution: { name, department, timezone, accent, contact, ticket_number },
}: Settings): Fixture['manifest']['institution'] => ({
  name,
  department,
  timezone,
  accent: accent ?? null,
  ticket_number,
  contact: {
    escalations_email: contact.escalations_email,
    service_desk_phone: contact.service_desk_phone ?? null,
    live_chat_url: contact.live_chat_url ?? null,
    service_desk_hours: contact.service_desk_hours ?? null,
    read_more_url: contact.read_more_url ?? null,
  },
})

const saying = (settings: Settings, { pages, promises, flow }: Words): Fixture => {
  const made = full()
  const manifest = {
    ...made.manifest,
    institution: published(settings),
    pages: [...pages],
    promises: [...promises],
    flow,
  }
  return { ...made, manifest }
}

/** Writes a release with the words of the installation in `dir` into a folder; the neutral ones where it has none. */
export async function releaseOf(dir: string, folder: string): Promise<void> {
  const settings = await loadSettings(dir)
  writeRelease(folder, saying(settings, await loadWords(dir, neutralWords, settings.institution)))
}

/** The sample's words. */
export const sampleRelease = (folder: string): Promise<void> =>
  releaseOf(join(root, 'data', 'sample'), folder)

/** The neutral words, as for an institution that brings none. */
export const neutralRelease = (folder: string): Promise<void> =>
  releaseOf(join(root, 'data', 'skeleton'), folder)
