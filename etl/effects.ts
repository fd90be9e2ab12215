import { constants } from 'node:fs'
import { chmod, cp, lstat, mkdir, open, readdir, readlink, rename, rm, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'

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

/** Each step that fails throws an error that names the path. */
export interface Disk {
  /** Makes a folder and those above it, on the disk; `isPrivate`: for its owner only. */
  readonly folder: (path: string, isPrivate?: boolean) => Promise<void>
  /** Writes a whole file and waits until it is on the disk. */
  readonly write: (path: string, content: string | Uint8Array, mode?: number) => Promise<void>
  /** Makes a file that something else wrote readable by its owner only, and waits until it is on the disk. */
  readonly seal: (path: string) => Promise<void>
  /** Waits until a folder and all below it, whoever wrote it, is on the disk: before it is moved to where it is read. */
  readonly settle: (path: string) => Promise<void>
  /** Copies a file or a folder with all below it; to be settled by whoever moves it to where it is read. */
  readonly copy: (from: string, to: string) => Promise<void>
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

/** Some file systems keep folders in order by themselves and refuse to be asked. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  await sync(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EINVAL' && error.code !== 'ENOTSUP') throw error
  })
}

async function folder(path: string, isPrivate = false): Promise<void> {
  const first = await mkdir(path, { recursive: true, ...(isPrivate && { mode: 0o700 }) })
  if (first === undefined) return
  for (let made = path; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made))
}

async function write(path: string, content: string | Uint8Array, mode = 0o644): Promise<void> {
  const handle = await open(path, 'w', mode)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function settle(path: string): Promise<void> {
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const below = join(path, entry.name)
    if (entry.isDirectory()) await settle(below)
    else if (entry.isFile()) await sync(below)
  }
  await syncFolder(path)
}

async function move(from: string, to: string): Promise<void> {
  await rename(from, to)
  await syncFolder(dirname(to))
}

/** Something that no run made stands where a link is to be, and is left alone. */
export class InTheWay extends Error {
  constructor(path: string) {
    super(`${path} is in the way: it is not a link that a run made. Move it elsewhere and run again`)
  }
}

async function link(target: string, path: string): Promise<void> {
  const standing = await readlink(path).catch(() => null)
  if (standing === target) return
  if (standing === null && (await lstat(path).catch(() => null))) throw new InTheWay(path)
  const fresh = `${path}.new`
  await rm(fresh, { force: true })
  await symlink(target, fresh)
  await move(fresh, path)
}

/** What a step writes to: an error of a file that is open names none. */
const naming =
  <A extends unknown[]>(pathOf: (...given: A) => string, step: (...given: A) => Promise<void>) =>
  async (...given: A): Promise<void> => {
    try {
      await step(...given)
    } catch (error) {
      throw Object.assign(error as NodeJS.ErrnoException, {
        path: (error as NodeJS.ErrnoException).path ?? pathOf(...given),
      })
    }
  }

export const disk: Disk = {
  folder: naming((path) => path, folder),
  write: naming((path) => path, write),
  seal: naming(
    (path) => path,
    async (path) => {
      await chmod(path, 0o600)
      await sync(path)
    },
  ),
  settle: naming((path) => path, settle),
  copy: naming(
    (_, to) => to,
    (from, to) => cp(from, to, { recursive: true, mode: constants.COPYFILE_FICLONE }),
  ),
  move: naming((_, to) => to, move),
  link: naming((_, path) => path, link),
  remove: naming(
    (path) => path,
    (path) => rm(path, { recursive: true, force: true }),
  ),
}

/** Writes a whole file in one step: whoever reads it finds the one before or this one. */
export async function replace(
  { write, move }: Disk,
  path: string,
  content: string | Uint8Array,
  mode?: number,
): Promise<void> {
  await write(`${path}.new`, content, mode)
  await move(`${path}.new`, path)
}

/** JSON as it stands in files that people may open. */
export const jsonText = (content: unknown): string => `${JSON.stringify(content, null, 2)}\n`
