import { isGzip } from '../../data/shared/magic.ts'
import { Refusal } from '../../data/shared/refusal.ts'

const chunkBytes = 1 << 20
/** What a packed text may unpack to: 4 GiB. */
const mostUnpackedBytes = 4 * 2 ** 30

/** A file that the page may read again and again, and never writes. */
export interface ReadFile {
  readonly name: string
  readonly size: number
  /** Milliseconds since 1970 */
  readonly lastModified: number
  slice(from: number, to: number): Blob
}

async function* slices(file: ReadFile, onBytes: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < file.size; from += chunkBytes) {
    const to = Math.min(from + chunkBytes, file.size)
    const bytes = await file
      .slice(from, to)
      .arrayBuffer()
      .catch(() => {
        throw changed()
      })
    onBytes(to)
    yield new Uint8Array(bytes)
  }
}

const changed = (): Refusal =>
  new Refusal(
    'unreadable',
    'it cannot be read any more: it was changed or moved since it was chosen. Choose it again',
  )

const damaged = (): Refusal =>
  new Refusal(
    'unreadable',
    'its gzip is damaged, cut off or followed by other bytes: copy it or pack it again. (One that is packed in several parts is read by the night, but not here: unpack it and check what comes out)',
  )

/** Chunks of a mebibyte at least, but for the last. */
async function* inMebibytes(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of chunks) {
    held.push(chunk)
    bytes += chunk.length
    if (bytes < chunkBytes) continue
    yield joined(held, bytes)
    held = []
    bytes = 0
  }
  if (bytes > 0) yield joined(held, bytes)
}

function joined(chunks: readonly Uint8Array[], bytes: number): Uint8Array {
  const whole = new Uint8Array(bytes)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

const streamOf = (chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array<ArrayBuffer>> =>
  new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(value as Uint8Array<ArrayBuffer>)
    },
  })

async function* unpacked(packed: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = streamOf(packed).pipeThrough(new DecompressionStream('gzip')).getReader()
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read().catch((error: unknown) => {
      throw error instanceof Refusal ? error : damaged()
    })
    if (done) return
    bytes += value.length
    if (bytes > mostUnpackedBytes)
      throw new Refusal('too_large', 'it unpacks to more than 4 GiB: export it in parts')
    yield value
  }
}

async function refuseWhatIsNoGzip(file: ReadFile): Promise<void> {
  if (typeof DecompressionStream === 'undefined')
    throw new Refusal('unreadable', 'this browser cannot unpack it: unpack it, and check what comes out')
  if (file.size === 0) throw new Refusal('empty', 'it is empty: export it again')
  if (!isGzip(new Uint8Array(await file.slice(0, 2).arrayBuffer())))
    throw new Refusal(
      'unreadable',
      'its name ends in .gz and it is no gzip: name it without .gz, or pack it again',
    )
}

/** The bytes of a file, unpacked where its name ends in .gz. `onBytes` is told how many of the file's own were read. */
export async function* bytesOf(
  file: ReadFile,
  onBytes: (bytes: number) => void = () => {},
): AsyncGenerator<Uint8Array> {
  if (!/\.gz$/i.test(file.name)) return yield* slices(file, onBytes)
  await refuseWhatIsNoGzip(file)
  yield* inMebibytes(unpacked(slices(file, onBytes)))
}
