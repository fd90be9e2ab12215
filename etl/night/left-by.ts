import { createHash } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'

const kept = ['landed', 'history']

/** Every file below a folder; none where it is not there. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw error
    },
  )
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/** All that the nights of an installation have left and the next builds on, as one sum of sizes and times: what is damaged or gone differs. */
export async function leftBy(installation: string, run: string): Promise<string> {
  const folders = [...kept, join('releases', run)].map((name) => join(installation, name))
  const files = [
    ...(await Promise.all(folders.map(filesBelow))).flat(),
    join(installation, 'warehouse.duckdb'),
  ].sort()
  const sum = createHash('sha256')
  for (const file of files) {
    const found = await stat(file).catch(() => null)
    sum.update(`${relative(installation, file)} ${found?.size} ${found?.mtimeMs}\n`)
  }
  return sum.digest('hex')
}
