import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, readlink } from 'node:fs/promises'
import { basename, join } from 'node:path'

/** The files below a folder, by their path in it. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}

/** What lies in an inbox: every path with its bytes' fingerprint. A file that may not be read has none. */
export async function inboxOf(dir: string): Promise<Record<string, string>> {
  const inbox = join(dir, 'inbox')
  const told = (await filesBelow(inbox)).map(async (name): Promise<[string, string]> => {
    const bytes = await readFile(join(inbox, name)).catch(() => null)
    return [name, bytes === null ? '-' : createHash('sha256').update(bytes).digest('hex')]
  })
  return Object.fromEntries(await Promise.all(told))
}

/** The run of the release that stands; empty where none does. */
export const standingRun = async (dir: string): Promise<string> =>
  basename(await readlink(join(dir, 'current')).catch(() => ''))

/** The fingerprints of the files that are landed. */
export const landedIn = async (dir: string): Promise<string[]> =>
  (await filesBelow(join(dir, 'landed')))
    .filter((name) => name.endsWith('.parquet'))
    .map((name) => name.replace('.parquet', ''))

/** What no run may leave behind: half-written files, and the folder in which it built. */
export async function leftovers(dir: string): Promise<string[]> {
  const folders = ['landed', 'quarantine', 'history', 'releases']
  const found = await Promise.all(folders.map((folder) => filesBelow(join(dir, folder))))
  const halves = found.flat().filter((name) => name.endsWith('.new'))
  return existsSync(join(dir, '.workshop')) ? [...halves, '.workshop'] : halves
}
