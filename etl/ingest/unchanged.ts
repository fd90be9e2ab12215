import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat } from 'node:fs/promises'
import { mostBytes, tooManyBytes } from '../../data/shared/limits.ts'
import { notAFile, Refusal } from './refusal.ts'

/** The sha256 of a file's bytes, in hex. */
export async function fingerprint(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const bytes of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(bytes as Buffer)
  return hash.digest('hex')
}

interface State {
  readonly size: bigint
  readonly mtimeNs: bigint
  readonly ino: bigint
}

/** A file that nobody may change while it is read. */
export class Unchanged {
  readonly #path: string
  readonly #before: State
  readonly sha256: string

  private constructor(path: string, before: State, sha256: string) {
    this.#path = path
    this.#before = before
    this.sha256 = sha256
  }

  /** Takes its fingerprint. Throws `Refusal` where it is larger than any export. */
  static async of(path: string): Promise<Unchanged> {
    const before = await lstat(path, { bigint: true })
    // it may have been changed for another since the inbox was looked at
    if (!before.isFile()) throw notAFile()
    if (before.size > mostBytes) throw tooManyBytes(Number(before.size))
    return new Unchanged(path, before, await fingerprint(path))
  }

  /** Throws `Refusal` where it is no longer as it was when its fingerprint was taken. */
  async assert(): Promise<void> {
    const now: State | null = await lstat(this.#path, { bigint: true }).catch(() => null)
    const isSame =
      now?.size === this.#before.size && now.mtimeNs === this.#before.mtimeNs && now.ino === this.#before.ino
    if (isSame) return
    throw new Refusal(
      'unreadable',
      'it changed while it was read, as if something still writes it: let the export end first, or write it under another name and move it into the inbox when it is whole. It is read the next night',
    )
  }
}
