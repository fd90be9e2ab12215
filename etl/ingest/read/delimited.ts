import Papa from 'papaparse'
import { mostCharactersInRecord } from '../limits.ts'
import { Refusal } from '../refusal.ts'
import { RecordCounter } from './records.ts'

export const delimiters = [',', ';', '\t', '|'] as const

/** A row without content: a blank line, which is no record. */
const isBlank = (row: readonly string[]): boolean => row.length === 1 && row[0] === ''

/** The rows of a small text that is all there, separated by commas, blank ones too. Throws `Refusal` where a quote does not end. */
export function parseDelimited(written: string): string[][] {
  const text = written.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const counter = new RecordCounter(',')
  counter.read(text)
  counter.finish()
  return Papa.parse<string[]>(text, { delimiter: ',', newline: '\n', quoteChar: '"' }).data
}

function parse(text: string, delimiter: string): string[][] {
  return Papa.parse<string[]>(text, { delimiter, newline: '\n', quoteChar: '"' }).data.filter(
    (row) => !isBlank(row),
  )
}

/**
 * The rows of a delimited text in batches, the header among them. The records are counted on the way by other means
 * than the parser's; where the two disagree the file is refused.
 */
export async function* readRows(
  pieces: AsyncIterable<string>,
  delimiter: string,
): AsyncGenerator<string[][]> {
  const counter = new RecordCounter(delimiter)
  let held: string[] = []
  let heldLength = 0
  let rowsRead = 0
  const check = (rows: string[][]): string[][] => {
    const before = rowsRead
    rowsRead += rows.length
    if (rowsRead !== counter.records) {
      throw new Refusal(
        'open_quote',
        `quotes in or after record ${before} do not pair, so its records cannot be told apart: mend the quotes, or export again`,
        before,
      )
    }
    return rows
  }
  for await (const piece of pieces) {
    const end = counter.read(piece)
    if (end > 0) {
      yield check(parse(held.join('') + piece.slice(0, end), delimiter))
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
  if (rest) yield check(parse(rest, delimiter))
}

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
