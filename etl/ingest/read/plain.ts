import { isUtf8 } from 'node:buffer'
import { type FileHandle, open } from 'node:fs/promises'

const lineFeed = 10
const carriageReturn = 13
const quote = 34
const chunkBytes = 1 << 20
/** Below what a cell may hold, so that no cell of a plain record is too large. */
const mostBytesInRecord = 1 << 20

/** What was seen of a file whose every record is as plain as a record can be. */
export interface Plain {
  /** Records below the header, counted by their bytes. */
  readonly records: number
  readonly hasLinesInCells: boolean
}

/**
 * Looks at the bytes of a delimited file after its header and counts its records. A record is plain where it has
 * `width` cells, and quotes only around whole cells: there every reader agrees on what it says. One that is not, a
 * byte that is no UTF-8, a blank line, lines that end otherwise than the first, or a line longer than a mebibyte, and
 * the whole file is not plain.
 */
export class PlainScan {
  readonly #delimiter: number
  readonly #breaks: number
  #isInQuotes = false
  #mayCloseQuote = false
  #isCellStart = true
  #breaksInRecord = 0
  #bytesInRecord = 0
  #newline: 0 | typeof lineFeed | typeof carriageReturn = 0
  #endsInReturn = false
  records = 0
  hasLinesInCells = false

  constructor(delimiter: string, width: number) {
    this.#delimiter = delimiter.charCodeAt(0)
    this.#breaks = width - 1
  }

  /** Reads bytes; false from the first one on that is not plain. */
  read(bytes: Uint8Array): boolean {
    const delimiter = this.#delimiter
    let isInQuotes = this.#isInQuotes
    let mayCloseQuote = this.#mayCloseQuote
    let isCellStart = this.#isCellStart
    let endsInReturn = this.#endsInReturn
    let breaksInRecord = this.#breaksInRecord
    let begin = -this.#bytesInRecord
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at]
      if (byte === 0) return false
      if (isInQuotes && !mayCloseQuote) {
        if (byte === quote) mayCloseQuote = true
        else if (byte === lineFeed) this.hasLinesInCells = true
        else if (byte === carriageReturn) return false
      } else if (mayCloseQuote && byte === quote) {
        mayCloseQuote = false
      } else if (byte === lineFeed) {
        if (at - begin >= mostBytesInRecord || !this.#endRecord(endsInReturn, breaksInRecord)) return false
        begin = at + 1
        breaksInRecord = 0
        isInQuotes = false
        mayCloseQuote = false
        endsInReturn = false
        isCellStart = true
      } else if (endsInReturn) {
        return false
      } else if (byte === delimiter) {
        breaksInRecord++
        isInQuotes = false
        mayCloseQuote = false
        isCellStart = true
      } else if (byte === carriageReturn) {
        endsInReturn = true
        isInQuotes = false
        mayCloseQuote = false
      } else if (mayCloseQuote) {
        return false
      } else if (byte === quote) {
        if (!isCellStart) return false
        isInQuotes = true
        isCellStart = false
      } else isCellStart = false
    }
    this.#isInQuotes = isInQuotes
    this.#mayCloseQuote = mayCloseQuote
    this.#isCellStart = isCellStart
    this.#endsInReturn = endsInReturn
    this.#breaksInRecord = breaksInRecord
    this.#bytesInRecord = bytes.length - begin
    return this.#bytesInRecord < mostBytesInRecord
  }

  /** Whether the text may end here, its last record with or without a line end. */
  finish(): boolean {
    if (this.#isInQuotes && !this.#mayCloseQuote) return false
    if (this.#bytesInRecord === 0) return true
    return !this.#endsInReturn && this.#endRecord(this.#newline === carriageReturn, this.#breaksInRecord)
  }

  #endRecord(endsInReturn: boolean, breaks: number): boolean {
    const newline = endsInReturn ? carriageReturn : lineFeed
    if (this.#newline === 0) this.#newline = newline
    const isPlain = this.#newline === newline && breaks === this.#breaks
    this.records++
    return isPlain
  }
}

/** Whole lines from a byte of the file on, in pieces; the last piece is what follows the last line end. */
async function* wholeLines(file: FileHandle, from: number): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.allocUnsafe(2 * chunkBytes)
  let held = 0
  let position = from
  for (;;) {
    const { bytesRead } = await file.read(buffer, held, buffer.length - held, position)
    if (bytesRead === 0) break
    position += bytesRead
    const filled = held + bytesRead
    const end = buffer.lastIndexOf(lineFeed, filled - 1) + 1
    if (end > 0) yield buffer.subarray(0, end)
    else if (filled === buffer.length) return yield buffer
    buffer.copyWithin(0, end, filled)
    held = filled - end
  }
  if (held > 0) yield buffer.subarray(0, held)
}

/** What a file holds from the byte `from` on (the first one after its header's line), where all of it is plain; else null. */
export async function scanPlain(
  path: string,
  from: number,
  delimiter: string,
  width: number,
): Promise<Plain | null> {
  // a cell alone on a line could be a blank line
  if (width < 2) return null
  const file = await open(path)
  try {
    const scan = new PlainScan(delimiter, width)
    for await (const piece of wholeLines(file, from)) if (!isUtf8(piece) || !scan.read(piece)) return null
    if (!scan.finish() || scan.records === 0) return null
    return { records: scan.records, hasLinesInCells: scan.hasLinesInCells }
  } finally {
    await file.close()
  }
}
