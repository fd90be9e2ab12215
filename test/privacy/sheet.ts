/** Tables in which every cell that holds something of a person holds a token: sound records, and records to be set aside. */
import type { Kind, Shape, Tokens } from './tokens.ts'

/** A record to be: its number among its like, and when it begins. */
export interface Line {
  readonly index: number
  readonly id: string
  /** A wall time, `2026-03-02T09:00`. */
  readonly at: string
  /** A later one. */
  readonly later: string
}

/** A column: its header, what it is to the record, and what stands in it. */
export interface Column {
  readonly header: string
  readonly is?: 'id' | 'time' | 'status'
  readonly cell: (line: Line, tokens: Tokens, from: string) => string
}

/** How a tool writes times. */
export type Written = (wall: string) => string

const two = (number: number): string => String(number).padStart(2, '0')
const wall = (index: number, hour: number): string =>
  `2026-03-${two(2 + (index % 20))}T${two(hour)}:${two(index % 60)}`

export const holds =
  (kind: Kind, shape?: Shape) =>
  (_: Line, tokens: Tokens, from: string): string =>
    tokens.next(kind, from, shape)

export const one =
  (...words: readonly string[]) =>
  ({ index }: Line): string =>
    words[index % words.length] as string

const people = 5

/** Who owns it: in two of three records one of a few, else somebody who owns nothing besides. */
export const owner = ({ index }: Line, tokens: Tokens, from: string): string =>
  index % 3 === 0 ? tokens.next('owner', from) : tokens.shared('owner', from, (index + from.length) % people)

/** A subject of which all but one word is replaced. */
export const subject = (_: Line, tokens: Tokens, from: string): string => {
  const [word, person, other] = [
    tokens.next('subject_word', from, 'word'),
    tokens.next('subject', from, 'title'),
    tokens.next(
      'subject',
      from,
      (['address', 'phone', 'user', 'room', 'ticket'] as const)[tokens.made.size % 5],
    ),
  ]
  return `${word} does not start, says ${person} (${other})`
}

export interface Sheet {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Records that are set aside: by what they say, and, where a row has a shape, by that. */
export type Faults = 'all' | 'said' | 'none'

/** A table of `count` sound records in its columns, and some that are set aside; `from` names it. */
export function sheetOf(
  from: string,
  columns: readonly Column[],
  { count, tokens, faults }: { count: number; tokens: Tokens; faults: Faults },
): Sheet {
  const lineOf = (index: number): Line => ({
    index,
    id: '',
    at: wall(index, 9),
    later: wall(index, 15),
  })
  const rowOf = (index: number): string[] =>
    columns.map(({ header, cell }) => cell(lineOf(index), tokens, `${from} ${header}`))
  const spoilt = (index: number, place: Column['is'], text: () => string): string[][] => {
    const at = columns.findIndex(({ is }) => is === place)
    if (at < 0) return []
    const row = rowOf(index)
    tokens.forget(row[at] ?? '')
    return [row.with(at, text())]
  }
  const aside = (cells: number): string[] =>
    Array.from({ length: cells }, () => tokens.next('aside', `${from} set aside`))
  const sound = Array.from({ length: count }, (_, index) => rowOf(index))
  const said =
    faults === 'none'
      ? []
      : [
          ...spoilt(1, 'time', () => tokens.next('date', `${from} date`)),
          ...spoilt(2, 'status', () => tokens.next('word', `${from} status`)),
          ...spoilt(3, 'id', () => ''),
        ]
  const shaped = faults === 'all' ? [aside(2), aside(columns.length + 2)] : []
  return { header: columns.map(({ header }) => header), rows: [...sound, ...said, ...shaped, sound[0] ?? []] }
}

/** A table as delimited text. */
export function delimited(sheet: Sheet, delimiter = ',', newline = '\n', isQuoted = false): string {
  const cellOf = (cell: string): string =>
    isQuoted || /["\n\r]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell
  return [sheet.header, ...sheet.rows].map((row) => row.map(cellOf).join(delimiter) + newline).join('')
}

/** A table as records with named values. */
export const recordsOf = ({ header, rows }: Sheet): Record<string, string>[] =>
  rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])))
