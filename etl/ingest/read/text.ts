import { createReadStream } from 'node:fs'
import { Refusal } from '../refusal.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'windows-1252'

const decodingFault = (encoding: Encoding) =>
  new Refusal(
    'encoding',
    `it is not ${encoding}: export it again as UTF-8, or write \`encoding: windows-1252\` at the source if that is what the tool writes`,
  )

const binary = () => new Refusal('encoding', 'it holds binary data, not text: export it as CSV')

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

/** Reads a file as text, strictly: a byte that does not belong to the encoding refuses the file. */
export function readText(path: string, declared: Encoding | null): TextFile {
  let encoding: Encoding = declared ?? 'utf-8'
  async function* pieces(): AsyncGenerator<string> {
    let decoder: InstanceType<typeof TextDecoder> | null = null
    let heldReturn = ''
    for await (const bytes of createReadStream(path, { highWaterMark: 1 << 20 })) {
      if (!decoder) {
        encoding = encodingOf(bytes as Buffer, declared)
        if (encoding !== 'utf-16le' && (bytes as Buffer).includes(0)) throw binary()
        decoder = new TextDecoder(encoding, { fatal: true })
      }
      const text: string = heldReturn + decode(decoder, encoding, bytes as Buffer)
      heldReturn = text.endsWith('\r') ? '\r' : ''
      yield unifyLineEnds(heldReturn ? text.slice(0, -1) : text)
    }
    const rest = heldReturn + (decoder ? decode(decoder, encoding, null) : '')
    if (rest) yield unifyLineEnds(rest)
  }
  return { encoding: () => encoding, pieces: pieces() }
}

function decode(
  decoder: InstanceType<typeof TextDecoder>,
  encoding: Encoding,
  bytes: Uint8Array | null,
): string {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()
  } catch {
    throw decodingFault(encoding)
  }
}

const unifyLineEnds = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text)
