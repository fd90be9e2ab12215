import { lstat, readdir } from 'node:fs/promises'
import { join, matchesGlob } from 'node:path'
import { printable } from './printable.ts'
import { notAFile, Refusal } from './refusal.ts'

/** A name in the inbox: either a file that a source reads, or the reason why none does. */
export interface Found {
  /** Path below inbox/, with forward slashes; control characters are replaced, since logs and pages show it. */
  readonly name: string
  readonly path: string
  readonly modifiedAt: Date
  readonly bytes: number
  /** Name of the first source whose `files` fit. */
  readonly source: string | null
  readonly refusal: Refusal | null
}

export interface Claim {
  readonly name: string
  readonly files: string
}

const claims = (sources: readonly Claim[]) =>
  sources.map(({ name, files }) => `${name} reads "${files}"`).join(', ')

/** The first source that reads a name; one that is packed (`.gz`) is read by whoever reads it unpacked. */
const readerOf = (name: string, sources: readonly Claim[]): string | null =>
  sources.find(({ files }) => matchesGlob(name, files) || matchesGlob(name.replace(/\.gz$/i, ''), files))
    ?.name ?? null

const noSource = (sources: readonly Claim[]): Refusal =>
  new Refusal(
    'no_source',
    `no source of config.yaml reads it (${claims(sources)}): rename it, or add a source for it (npm run inspect -- FILE prints one)`,
  )
const unreadable = (code: string): Refusal =>
  new Refusal('unreadable', `it cannot be looked at (${code}): check its name and its permissions`)

async function look(inbox: string, name: string, sources: readonly Claim[]): Promise<Found> {
  const path = join(inbox, name)
  const source = readerOf(name, sources)
  const status = await lstat(path).catch((error: NodeJS.ErrnoException) => error)
  const told = { name: printable(name), path, source }
  if (status instanceof Error) {
    return { ...told, modifiedAt: new Date(0), bytes: 0, refusal: unreadable(status.code ?? 'error') }
  }
  const refusal = !status.isFile() ? notAFile() : source === null ? noSource(sources) : null
  return { ...told, modifiedAt: status.mtime, bytes: status.size, refusal }
}

/** Hidden entries, and the files in which an office program notes who has a document open. */
const isPassedOver = (name: string): boolean => name.startsWith('.') || name.startsWith('~$')

/**
 * The names of all that lies below a folder. Links are named and never followed; a folder is named only where a source
 * would read it for a file.
 */
async function namesBelow(folder: string, sources: readonly Claim[], prefix = ''): Promise<string[]> {
  const entries = await readdir(join(folder, prefix), { withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (prefix === '') {
        if (error.code === 'ENOENT') return []
        throw error
      }
      return null
    },
  )
  // a folder that cannot be opened is named, as a file would be
  if (entries === null) return [prefix.slice(0, -1)]
  const names = entries
    .filter(({ name }) => !isPassedOver(name))
    .map(async (entry) => {
      const name = `${prefix}${entry.name}`
      if (!entry.isDirectory()) return [name]
      const below = await namesBelow(folder, sources, `${name}/`)
      return readerOf(name, sources) === null ? below : [name, ...below]
    })
  return (await Promise.all(names)).flat()
}

/** Everything in the inbox but hidden files, by name. */
export async function inventory(inbox: string, sources: readonly Claim[]): Promise<Found[]> {
  const names = (await namesBelow(inbox, sources)).sort()
  return Promise.all(names.map((name) => look(inbox, name, sources)))
}
