import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { isGzip } from '../../../data/shared/magic.ts'
import { Refusal } from '../refusal.ts'

const chunkBytes = 1 << 20
/** What a packed text may unpack to: 4 GiB. */
const mostUnpackedBytes = 4 * 2 ** 30

/** Chunks of which the first has `bytes` bytes at least, if there are so many. */
async function* withWholeStart(chunks: AsyncIterable<Buffer>, bytes: number): AsyncGenerator<Buffer> {
  let held: Buffer[] | null = []
  let heldBytes = 0
  for await (const chunk of chunks) {
    if (!held) yield chunk
    else {
      held.push(chunk)
      heldBytes += chunk.length
      if (heldBytes < bytes) continue
      yield Buffer.concat(held)
      held = null
    }
  }
  if (held && heldBytes > 0) yield Buffer.concat(held)
}

const inWords = (bytes: number): string =>
  bytes >= 2 ** 30 ? `${bytes / 2 ** 30} GiB` : bytes >= 2 ** 20 ? `${bytes / 2 ** 20} MiB` : `${bytes} bytes`

const isFromGzip = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')

const damaged = () =>
  new Refusal(
    'unreadable',
    'its gzip is damaged, cut off or followed by other bytes: copy it or pack it again',
  )

async function* gunzip(path: string, mostBytes: number): AsyncGenerator<Buffer> {
  let packed = 0
  let unpacked = 0
  async function* checked(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of withWholeStart(chunks, 2)) {
      if (packed === 0 && !isGzip(chunk))
        throw new Refusal(
          'unreadable',
          'its name ends in .gz and it is no gzip: name it without .gz, or pack it again',
        )
      packed += chunk.length
      yield chunk
    }
  }
  const unpacking = createGunzip({ chunkSize: chunkBytes })
  const reading = createReadStream(path, { highWaterMark: chunkBytes })
  try {
    // What goes wrong in one of the three is thrown by the last.
    for await (const chunk of pipeline(reading, checked, unpacking, () => {})) {
      unpacked += chunk.length
      if (unpacked > mostBytes)
        throw new Refusal('too_large', `it unpacks to more than ${inWords(mostBytes)}: export it in parts`)
      yield chunk
    }
  } catch (error) {
    if (packed === 0 && isFromGzip(error)) throw new Refusal('empty', 'it is empty: export it again')
    throw isFromGzip(error) ? damaged() : error
  }
  // Node passes over what follows a zero byte after the last member.
  if (unpacking.bytesWritten !== packed) throw damaged()
}

/**
 * The bytes of a file in chunks, the first of them of 1 MiB if there is so much. A file whose name ends in .gz is
 * unpacked on the way, all its members, to `mostBytes` at most; `Refusal` where that fails.
 */
export function readBytes(path: string, mostBytes = mostUnpackedBytes): AsyncIterable<Buffer> {
  const chunks = /\.gz$/i.test(path)
    ? gunzip(path, mostBytes)
    : (createReadStream(path, { highWaterMark: chunkBytes }) as AsyncIterable<Buffer>)
  return withWholeStart(chunks, chunkBytes)
}
