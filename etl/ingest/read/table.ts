import type { Source } from '../../config/settings.ts'
import { delimiterOf } from '../header.ts'
import { Refusal } from '../refusal.ts'
import { readRows } from './delimited.ts'
import type { RowFile } from './row-file.ts'
import { readText } from './text.ts'

/** The first lines of a text, and what follows them. */
async function peek(
  pieces: AsyncIterable<string>,
  lines: number,
): Promise<{ start: string; rest: AsyncIterable<string> }> {
  const iterator = pieces[Symbol.asyncIterator]()
  let start = ''
  while (start.split('\n').length <= lines) {
    const next = await iterator.next()
    if (next.done) break
    start += next.value
  }
  return { start, rest: { [Symbol.asyncIterator]: () => iterator } }
}

async function* following(start: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield start
  yield* rest
}

/** A delimited text as rows, from its header row on. */
export function readTable(path: string, source: Source): RowFile {
  const text = readText(path, source.encoding)
  async function* batches(): AsyncGenerator<string[][]> {
    const { start, rest } = await peek(text.pieces, source.headerRow)
    if (start.trim() === '') throw new Refusal('empty', 'it is empty: export it again')
    // header_row counts lines as an editor does, blank ones too
    const lines = start.split('\n').slice(source.headerRow - 1)
    const headerLine = lines.find((line) => line.trim() !== '') ?? ''
    yield* readRows(following(lines.join('\n'), rest), delimiterOf(headerLine, source))
  }
  return { batches: batches(), encoding: text.encoding }
}
