import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Claim, isPassedOver, noSourceReads, readerOf } from '../../data/shared/inbox-name.ts'
import { printable } from '../../data/shared/printable.ts'
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

const noSource = (sources: readonly Claim[]): Refusal => new Refusal('no_source', noSourceReads(sources))
const unreadable = (code: string): Refusal =>
  new Refusal('unreadable', `it cannot be looked at (${code}): check its name and its permissions`)

async function look(inbox: string, name: string, sources: readonly Claim[]): Promise<Found> {
  const path = join(inbox, name)
  const source = readerOf(name, sources)?.name ?? null
  const status = await lstat(path).catch((error: NodeJS.ErrnoException) => error)
  const told = { name: printable(name), path, source }
  if (status instanceof Error) {
    return { ...told, modifiedAt: new Date(0), bytes: 0, refusal: unreadable(status.code ?? 'error') }
  }
  const refusal = !status.isFile() ? notAFile() : source === null ? noSource(sources) : null
  return { ...told, modifiedAt: status.mtime, bytes: status.size, refusal }
}

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
