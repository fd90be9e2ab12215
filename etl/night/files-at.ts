import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** The files at a path, or below it where it is a folder, in their order; none where it is not there. */
export async function filesAt(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      if (error.code !== 'ENOTDIR') throw error
      return null
    },
  )
  if (entries === null) return [path]
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
