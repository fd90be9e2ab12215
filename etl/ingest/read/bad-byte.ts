import { isUtf8 } from 'node:buffer'

const newline = 10
/** A line longer than this is not searched. */
const mostBytesInLine = 16 << 20

export interface BadByte {
  /** As an editor counts, from 1. */
  readonly line: number
  readonly byte: number
}

/** How many bytes of a line are UTF-8 before the first that is not. */
function soundBytes(line: Uint8Array): number {
  let [sound, unsound] = [0, line.length]
  while (sound + 1 < unsound) {
    const middle = (sound + unsound) >> 1
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(line.subarray(0, middle), { stream: true })
      sound = middle
    } catch {
      unsound = middle
    }
  }
  return sound
}

function inBlock(block: Buffer, linesBefore: number): BadByte {
  let line = linesBefore + 1
  for (let start = 0; ; line++) {
    const end = block.indexOf(newline, start)
    const bytes = block.subarray(start, end < 0 ? undefined : end)
    if (end < 0 || !isUtf8(bytes)) return { line, byte: bytes[soundBytes(bytes)] ?? 0 }
    start = end + 1
  }
}

function countLines(block: Buffer): number {
  let lines = 0
  for (let at = block.indexOf(newline); at >= 0; at = block.indexOf(newline, at + 1)) lines++
  return lines
}

/** Where bytes stop being UTF-8; null where they do not, or where a line is too long to search. */
export async function findBadByte(chunks: AsyncIterable<Buffer>): Promise<BadByte | null> {
  let lines = 0
  let rest = Buffer.alloc(0)
  for await (const chunk of chunks) {
    // A line end is no part of any other character, so whole lines can be judged alone.
    const end = chunk.lastIndexOf(newline) + 1
    const block = Buffer.concat([rest, chunk.subarray(0, end)])
    if (end > 0) {
      if (!isUtf8(block)) return inBlock(block, lines)
      lines += countLines(block)
      rest = Buffer.from(chunk.subarray(end))
    } else rest = Buffer.concat([rest, chunk])
    if (rest.length > mostBytesInLine) return null
  }
  return isUtf8(rest) ? null : inBlock(rest, lines)
}
