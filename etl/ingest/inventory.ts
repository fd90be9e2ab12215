import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import { join, matchesGlob } from 'node:path'
import { Refusal } from './refusal.ts'

/** A name in the inbox: either a file that a source reads, or the reason why none does. */
export interface Found {
  /** Path below inbox/, with forward slashes. */
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

const nearest = (sources: readonly Claim[]) =>
  sources.map(({ name, files }) => `${name} reads "${files}"`).join(', ')

async function look(inbox: string, name: string, sources: readonly Claim[]): Promise<Found> {
  const path = join(inbox, name)
  const status = await lstat(path)
  const source = sources.find(({ files }) => matchesGlob(name, files))?.name ?? null
  const refusal = !status.isFile()
    ? new Refusal(
        'not_a_file',
        'not an ordinary file (a link, a pipe or a device): put the export itself into the inbox',
      )
    : source === null
      ? new Refusal(
          'no_source',
          `no source of config.yaml reads it (${nearest(sources)}): rename it, or add a source for it`,
        )
      : null
  return { name, path, modifiedAt: status.mtime, bytes: status.size, source, refusal }
}

/** The names of all that lies below a folder but hidden entries. Links are named and never followed. */
async function namesBelow(folder: string, prefix = ''): Promise<string[]> {
  const entries = await readdir(join(folder, prefix), { withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' && prefix === '') return []
      throw error
    },
  )
  const shown = entries.filter(({ name }) => !name.startsWith('.'))
  const names = await Promise.all(
    shown.map((entry) =>
      entry.isDirectory() ? namesBelow(folder, `${prefix}${entry.name}/`) : [`${prefix}${entry.name}`],
    ),
  )
  return names.flat()
}

/** Everything in the inbox but hidden files, by name. */
export async function inventory(inbox: string, sources: readonly Claim[]): Promise<Found[]> {
  const names = (await namesBelow(inbox)).sort()
  return Promise.all(names.map((name) => look(inbox, name, sources)))
}

/** The sha256 of a file's bytes, in hex. */
export async function fingerprint(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const bytes of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(bytes as Buffer)
  return hash.digest('hex')
}
