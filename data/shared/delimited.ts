import { mostCharactersInRecord } from './limits.ts'
import { RecordCounter } from './records.ts'
import { Refusal } from './refusal.ts'

export const delimiters = [',', ';', '\t', '|'] as const

/** All rows of a text by a delimiter, blank ones too; `"` quotes a cell, and lines end with "\n". */
export type ParseText = (text: string, delimiter: string) => string[][]

/** A row without content: a blank line, which is no record. */
const isBlank = (row: readonly string[]): boolean => row.length === 1 && row[0] === ''

/** The rows of a small text that is all there, separated by commas, blank ones too. Throws `Refusal` where a quote does not end. */
export function rowsOfText(written: string, parse: ParseText): string[][] {
  const text = written.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const counter = new RecordCounter(',')
  counter.read(text)
  counter.finish()
  return parse(text, ',')
}

/**
 * The rows of a delimited text in batches, the header among them. The records are counted on the way by other means
 * than the parser's; where the two disagree the file is refused.
 */
export async function* readRows(
  pieces: AsyncIterable<string>,
  delimiter: string,
  parse: ParseText,
): AsyncGenerator<string[][]> {
  const counter = new RecordCounter(delimiter)
  let held: string[] = []
  let heldLength = 0
  let rowsRead = 0
  const rowsOf = (text: string): string[][] => {
    const rows = parse(text, delimiter).filter((row) => !isBlank(row))
    const before = rowsRead
    rowsRead += rows.length
    if (rowsRead !== counter.records) throw unpaired(before)
    return rows
  }
  for await (const piece of pieces) {
    const end = counter.read(piece)
    if (end > 0) {
      yield rowsOf(held.join('') + piece.slice(0, end))
      held = [piece.slice(end)]
      heldLength = piece.length - end
    } else {
      held.push(piece)
      heldLength += piece.length
    }
    if (heldLength > mostCharactersInRecord) throw tooLong(counter)
  }
  counter.finish()
  const rest = held.join('')
  if (rest) yield rowsOf(rest)
}

const unpaired = (record: number): Refusal =>
  new Refusal(
    'open_quote',
    `quotes in or after record ${record} do not pair, so its records cannot be told apart: mend the quotes, or export again`,
    record,
  )

function tooLong(counter: RecordCounter): Refusal {
  return counter.isInQuotes
    ? new Refusal(
        'open_quote',
        `the quote that opens in record ${counter.openedInRecord} does not end: mend that record, or export again`,
        counter.openedInRecord,
      )
    : new Refusal(
        'too_large',
        `record ${counter.records} is longer than 16 million characters: this is not a table of records`,
        counter.records,
      )
}
