import { join } from 'node:path'
import type { Source } from '../config/settings.ts'
import type { Effects } from '../effects.ts'
import { readGone } from '../ingest/gone.ts'
import { inventory } from '../ingest/inventory.ts'
import { readLanded } from '../ingest/landed.ts'
import { fingerprint } from '../ingest/unchanged.ts'
import { anyNames } from './any-names.ts'
import { landedIn } from './landed.ts'

/** A file of the inbox, and what became of it. */
export interface InboxFile {
  readonly name: string
  readonly path: string
  readonly source: Source | null
  /** The newest export time it was landed with, also where that was removed since; null where it was not read. */
  readonly known_at: string | null
  /** ISO instant */
  readonly modified_at: string
}

/** What lies in the inbox; links and folders are nobody's export and are left out. */
export async function inboxFiles(installation: string, sources: readonly Source[]): Promise<InboxFile[]> {
  const landed = landedIn(installation)
  const known = new Map([
    ...[...(await readGone(landed))].map(([sha256, { known_at }]): [string, string] => [sha256, known_at]),
    ...(await readLanded(landed)).map(({ sha256, known_at }): [string, string] => [sha256, known_at]),
  ])
  const found: InboxFile[] = []
  for (const { name, path, source, modifiedAt, refusal } of await inventory(
    join(installation, 'inbox'),
    sources,
  )) {
    if (refusal !== null && refusal.reason !== 'no_source') continue
    const sha256 = await fingerprint(path).catch(() => '')
    found.push({
      name,
      path,
      source: sources.find((one) => one.name === source) ?? null,
      known_at: known.get(sha256) ?? null,
      modified_at: modifiedAt.toISOString(),
    })
  }
  return found
}

/** Files that were read and whose newest export was before an ISO instant. */
export const oldRead = (files: readonly InboxFile[], since: string): InboxFile[] =>
  files.filter(({ known_at }) => known_at !== null && known_at < since)

/** Files as old that were never read: nothing but their names says what they are. */
export const oldUnread = (files: readonly InboxFile[], since: string): InboxFile[] =>
  files.filter(({ known_at, modified_at }) => known_at === null && modified_at < since)

/** Files that hold a text which names someone. */
export async function naming(
  files: readonly InboxFile[],
  names: (text: string) => boolean,
): Promise<InboxFile[]> {
  const found: InboxFile[] = []
  for (const file of files) if (await anyNames(file, file.source, names)) found.push(file)
  return found
}

export async function removeFromInbox(files: readonly InboxFile[], { disk }: Effects): Promise<void> {
  for (const { path } of files) await disk.remove(path)
}
