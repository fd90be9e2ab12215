const newline = 10
/** A line longer than this is not searched. */
const mostBytesInLine = 16 << 20

export interface BadByte {
  /** As an editor counts, from 1. */
  readonly line: number
  readonly byte: number
}

const isUtf8 = (bytes: Uint8Array, isCutOff = false): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isCutOff })
    return true
  } catch {
    return false
  }
}

/** How many bytes of a line are UTF-8 before the first that is not. */
function soundBytes(line: Uint8Array): number {
  let [sound, unsound] = [0, line.length]
  while (sound + 1 < unsound) {
    const middle = (sound + unsound) >> 1
    if (isUtf8(line.subarray(0, middle), true)) sound = middle
    else unsound = middle
  }
  // a character that was begun and does not go on is not sound
  while (sound > 0 && !isUtf8(line.subarray(0, sound))) sound--
  return sound
}

function inBlock(block: Uint8Array, linesBefore: number): BadByte {
  let line = linesBefore + 1
  for (let start = 0; ; line++) {
    const end = block.indexOf(newline, start)
    const bytes = block.subarray(start, end < 0 ? undefined : end)
    if (end < 0 || !isUtf8(bytes)) return { line, byte: bytes[soundBytes(bytes)] ?? 0 }
    start = end + 1
  }
}

function countLines(block: Uint8Array): number {
  let lines = 0
  for (let at = block.indexOf(newline); at >= 0; at = block.indexOf(newline, at + 1)) lines++
  return lines
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second
  const both = new Uint8Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}

/** Where bytes stop being UTF-8; null where they do not, or where a line is too long to search. */
export async function findBadByte(chunks: AsyncIterable<Uint8Array>): Promise<BadByte | null> {
  let lines = 0
  let rest = new Uint8Array()
  for await (const chunk of chunks) {
    // A line end is no part of any other character, so whole lines can be judged alone.
    const end = chunk.lastIndexOf(newline) + 1
    const block = joined(rest, chunk.subarray(0, end))
    if (end > 0) {
      if (!isUtf8(block)) return inBlock(block, lines)
      lines += countLines(block)
      rest = chunk.slice(end)
    } else rest = joined(rest, chunk).slice()
    if (rest.length > mostBytesInLine) return null
  }
  return isUtf8(rest) ? null : inBlock(rest, lines)
}
