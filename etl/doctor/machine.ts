import { access, constants, readFile, stat, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** The room where a folder lies. */
export interface Room {
  /** The same for all folders of one file system. */
  readonly device: number
  readonly freeBytes: number
  /** How many more files it takes; null where it does not count them. */
  readonly freeFiles: number | null
  /** Whether another machine keeps it. */
  readonly isNetwork: boolean
}

/** What is looked at besides an installation's own files: one argument, so that a test can stand in for it. */
export interface Machine {
  /** Version of Node, e.g. `26.10.0` */
  readonly node: string
  /** e.g. `linux-x64` */
  readonly platform: string
  /** Number of the user who asks; null where the system has none. */
  readonly user: number | null
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The folder for temporary files. */
  readonly temporary: string
  /** The folder of this program. */
  readonly program: string
  readonly roomOf: (path: string) => Promise<Room>
  readonly mayWrite: (path: string) => Promise<boolean>
}

/** Of statfs(2), as linux/magic.h names them: NFS, SMB, SMB2, CIFS. */
const networkTypes: readonly number[] = [0x6969, 0x517b, 0xfe534d42, 0xff534d42]

async function roomOf(path: string): Promise<Room> {
  const [room, { dev }] = await Promise.all([statfs(path), stat(path)])
  return {
    device: dev,
    freeBytes: room.bavail * room.bsize,
    freeFiles: room.files > 0 ? room.ffree : null,
    isNetwork: process.platform === 'linux' && networkTypes.includes(room.type >>> 0),
  }
}

const mayWrite = (path: string): Promise<boolean> =>
  access(path, constants.W_OK).then(
    () => true,
    () => false,
  )

/** The machine that this runs on. */
export const realMachine = (): Machine => ({
  node: process.versions.node,
  platform: `${process.platform}-${process.arch}`,
  user: process.getuid?.() ?? null,
  environment: process.env,
  temporary: tmpdir(),
  program: resolve(import.meta.dirname, '..', '..'),
  roomOf,
  mayWrite,
})

/** What a package.json says that is asked for here. */
export interface Package {
  readonly version?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

/** The package.json in a folder; null where there is none. */
export const packageIn = async (folder: string): Promise<Package | null> =>
  readFile(join(folder, 'package.json'), 'utf8').then(
    (text) => JSON.parse(text) as Package,
    () => null,
  )
