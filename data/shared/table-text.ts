import { type ParseText, readRows } from './delimited.ts'
import { type DelimiterReading, delimiterOf } from './header.ts'
import { Refusal } from './refusal.ts'

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

/** A delimited text as rows in batches, from its header row on; `onDelimiter` is told what its cells are parted by. */
export async function* tableRows(
  pieces: AsyncIterable<string>,
  reading: DelimiterReading & { readonly headerRow: number },
  parse: ParseText,
  onDelimiter: (delimiter: string) => void = () => {},
): AsyncGenerator<string[][]> {
  const { start, rest } = await peek(pieces, reading.headerRow)
  if (start.trim() === '') throw new Refusal('empty', 'it is empty: export it again')
  // header_row counts lines as an editor does, blank ones too
  const lines = start.split('\n').slice(reading.headerRow - 1)
  const headerLine = lines.find((line) => line.trim() !== '') ?? ''
  const delimiter = delimiterOf(headerLine, reading)
  onDelimiter(delimiter)
  yield* readRows(following(lines.join('\n'), rest), delimiter, parse)
}
