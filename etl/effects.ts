import { constants } from 'node:fs'
import { chmod, lstat, mkdir, open, readlink, rename, rm, symlink } from 'node:fs/promises'
import { dirname } from 'node:path'

/** All that the job does to the world besides DuckDB's own files: one argument, so that a test can stand in for it. */
export interface Effects {
  /** The clock. */
  readonly now: () => Date
  /** A line for the person who reads the log. */
  readonly log: (line: string) => void
  /** How far a long stage is: shown on a terminal only. */
  readonly progress: (line: string) => void
  readonly disk: Disk
}

export interface Disk {
  /** Makes a folder; `isPrivate`: for its owner only. */
  readonly folder: (path: string, isPrivate?: boolean) => Promise<void>
  /** Writes a whole file and waits until it is on the disk. */
  readonly write: (path: string, content: string | Uint8Array, mode?: number) => Promise<void>
  /** Makes a file that something else wrote readable by its owner only, and waits until it is on the disk. */
  readonly seal: (path: string) => Promise<void>
  /** Moves in one step and makes the move itself durable. */
  readonly move: (from: string, to: string) => Promise<void>
  /** Makes `path` a link to `target` in one step, whatever stood there. */
  readonly link: (target: string, path: string) => Promise<void>
  readonly remove: (path: string) => Promise<void>
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, constants.O_RDONLY)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function move(from: string, to: string): Promise<void> {
  await rename(from, to)
  if (process.platform !== 'win32') await sync(dirname(to))
}

export const disk: Disk = {
  folder: async (path, isPrivate = false) => {
    await mkdir(path, { recursive: true, ...(isPrivate && { mode: 0o700 }) })
  },
  write: async (path, content, mode = 0o644) => {
    const handle = await open(path, 'w', mode)
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
  },
  seal: async (path) => {
    await chmod(path, 0o600)
    await sync(path)
  },
  move,
  link: async (target, path) => {
    const standing = await readlink(path).catch(() => null)
    if (standing === target) return
    if (standing === null && (await lstat(path).catch(() => null))) {
      throw new Error(
        `${path} is in the way: it is not a link that a run made. Move it elsewhere and run again.`,
      )
    }
    const fresh = `${path}.new`
    await rm(fresh, { force: true })
    await symlink(target, fresh)
    await move(fresh, path)
  },
  remove: (path) => rm(path, { recursive: true, force: true }),
}
