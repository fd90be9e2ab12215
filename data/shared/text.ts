import { findBadByte } from './bad-byte.ts'
import { refuseWhatIsNoText } from './magic.ts'
import { Refusal } from './refusal.ts'

const lineFeed = 10

export type Encoding = 'utf-8' | 'utf-16le' | 'windows-1252'

const decodingFault = (encoding: Encoding, where: string): Refusal =>
  new Refusal(
    'encoding',
    `it is not ${encoding}${where}: export it again as UTF-8, or write \`encoding: windows-1252\` at the source if that is what the tool writes`,
  )

const binary = (): Refusal => new Refusal('encoding', 'it holds binary data, not text: export it as CSV')

/** A byte of nought in the first line, or many of them. A single one elsewhere sets its record aside, not the file. */
function isBinary(start: Uint8Array): boolean {
  const first = start.indexOf(0)
  if (first < 0) return false
  if (!start.subarray(0, first).includes(lineFeed)) return true
  return start.reduce((noughts, byte) => noughts + (byte === 0 ? 1 : 0), 0) > start.length / 100
}

/** UTF-16 is told by its mark; anything else is what is declared, or UTF-8. Never guessed. */
export function encodingOf(start: Uint8Array, declared: Encoding | null): Encoding {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  return declared ?? 'utf-8'
}

export interface TextFile {
  readonly encoding: () => Encoding
  /** The text in pieces, without a byte order mark, every line ended by "\n". */
  readonly pieces: AsyncIterable<string>
}

/** Opens a file from its start; its first chunk has a mebibyte where there is so much. */
export type OpenBytes = () => AsyncIterable<Uint8Array>

/** Reads bytes as text, strictly: a byte that does not belong to the encoding refuses the file. */
export function textOf(open: OpenBytes, declared: Encoding | null): TextFile {
  let encoding: Encoding = declared ?? 'utf-8'
  async function* pieces(): AsyncGenerator<string> {
    let decoder: InstanceType<typeof TextDecoder> | null = null
    let heldReturn = ''
    for await (const bytes of open()) {
      if (!decoder) {
        refuseWhatIsNoText(bytes)
        encoding = encodingOf(bytes, declared)
        if (encoding !== 'utf-16le' && isBinary(bytes)) throw binary()
        decoder = new TextDecoder(encoding, { fatal: true })
      }
      const decoded = decode(decoder, bytes)
      if (decoded === null) throw await faultIn(open, encoding)
      const text: string = heldReturn + decoded
      heldReturn = text.endsWith('\r') ? '\r' : ''
      yield unifyLineEnds(heldReturn ? text.slice(0, -1) : text)
    }
    const last = decoder ? decode(decoder, null) : ''
    if (last === null) throw await faultIn(open, encoding)
    if (heldReturn + last) yield unifyLineEnds(heldReturn + last)
  }
  return { encoding: () => encoding, pieces: pieces() }
}

/** The text of some bytes, or of what is left of those before where there are no more; null where they are no text. */
function decode(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array | null): string | null {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()
  } catch {
    return null
  }
}

/** Reads the file again to say where it went wrong: only a file that is refused pays for that. */
async function faultIn(open: OpenBytes, encoding: Encoding): Promise<Refusal> {
  const bad = encoding === 'utf-8' ? await findBadByte(open()) : null
  return decodingFault(
    encoding,
    bad ? ` (line ${bad.line} holds the byte 0x${bad.byte.toString(16).padStart(2, '0')})` : '',
  )
}

const unifyLineEnds = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text)
