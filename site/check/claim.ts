import type { SourceReading } from '../../data/contract.ts'
import { matchesGlob } from '../../data/shared/glob.ts'
import { readerOf } from '../../data/shared/inbox-name.ts'
import { locate } from '../../data/shared/reading.ts'
import { readingOf } from './source.ts'
import type { Claim } from './verdict.ts'

export type Claimed = { source: SourceReading; claim: Claim }

/** A glob's last part fits a name, if the folders before it are made. */
const fitsInFolder = (name: string, files: string): boolean =>
  files.includes('/') && matchesGlob(name, files.slice(files.lastIndexOf('/') + 1))

/** The source that reads a file by its name; one whose folder the name lacks where there is no other. */
export function claimedByName(name: string, sources: readonly SourceReading[]): Claimed | null {
  const reader = readerOf(name, sources)
  if (reader) return { source: reader, claim: 'name' }
  const unpacked = name.replace(/\.gz$/i, '')
  const inFolder = sources.find(({ files }) => fitsInFolder(name, files) || fitsInFolder(unpacked, files))
  return inFolder ? { source: inFolder, claim: 'folder' } : null
}

/**
 * The source whose columns a file has: none of its required ones may be missing, and of several the one that uses most.
 * `headers` are the file's header row as each source would find it.
 */
export function claimedByColumns(
  headers: readonly { readonly source: SourceReading; readonly header: readonly string[] }[],
): Claimed | null {
  const fitting = headers
    .map(({ source, header }) => ({ source, located: locate(header, readingOf(source).reading) }))
    .filter(({ located }) => located.missing.length === 0)
    .map(({ source, located }) => ({ source, used: Object.keys(located.positions).length }))
    .sort((a, b) => b.used - a.used)
  return fitting[0] ? { source: fitting[0].source, claim: 'columns' } : null
}
