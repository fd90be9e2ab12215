import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import type { Source } from '../config/settings.ts'
import { namesAny, phraseOf, wordsOf } from '../ingest/persons.ts'
import { openRows } from '../ingest/read/index.ts'

interface File {
  readonly name: string
  readonly path: string
}

const overlap = 1_000

/** The file as text in pieces that overlap, whatever it is: for one that no reader takes. */
async function* piecesOf({ name, path }: File): AsyncGenerator<string> {
  const file = createReadStream(path, { highWaterMark: 1 << 20 })
  const bytes = /\.gz$/i.test(name) ? file.pipe(createGunzip()) : file
  let decoder: TextDecoder | null = null
  let tail = ''
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    decoder ??= new TextDecoder(chunk[0] === 0xff && chunk[1] === 0xfe ? 'utf-16le' : 'utf-8')
    const piece = tail + decoder.decode(chunk, { stream: true })
    yield piece
    tail = piece.slice(-overlap)
  }
}

async function* rowsOf(file: File, source: Source): AsyncGenerator<string> {
  for await (const batch of openRows(file, source).batches) for (const row of batch) yield row.join(' ')
}

/** Whether a text holds one of `names` as whole words: much quicker than by the keys of those who were erased. */
export function finderOf(names: readonly string[]): (text: string) => boolean {
  const phrases = new Set(names.map(phraseOf))
  const sizes = [...phrases].map(wordsOf)
  return (text) => namesAny(text, sizes, (phrase) => phrases.has(phrase))
}

async function anyOf(texts: AsyncGenerator<string>, names: (text: string) => boolean): Promise<boolean> {
  for await (const text of texts) if (names(text)) return true
  return false
}

/** Whether a text of a file of the inbox names someone: read as its source reads it, else as text. */
export async function anyNames(
  file: File,
  source: Source | null,
  names: (text: string) => boolean,
): Promise<boolean> {
  if (source !== null) {
    try {
      return await anyOf(rowsOf(file, source), names)
    } catch {
      // a file that would be refused
    }
  }
  return anyOf(piecesOf(file), names).catch(() => false)
}
