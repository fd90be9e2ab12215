/** A table as a file for spreadsheets: RFC 4180, and nothing in it that one would run. */
import { unturned } from '../words/apart.ts'
import type { Cell, Head, Row, Table } from './table.ts'

type Field = string | number | null

/**
 * Where a spreadsheet may begin a cell, before what it takes for a formula, also in full width (OWASP, CSV Injection).
 * Not at the field's own beginning only: some split at semicolons and tabs, whatever is quoted.
 */
const runs = /^(?=[\t\r])|(?<=^|[;\t\r\n])(?=[\s"]*[=+\-@\uff1d\uff0b\uff0d\uff20])/g

const plain = (text: string): string => unturned(text).replaceAll('\u00a0', ' ')
const harmless = (text: string): string => text.replaceAll(runs, "'")
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

const field = (value: Field): string => {
  if (value === null) return ''
  return typeof value === 'number' ? String(value) : quoted(harmless(plain(value)))
}

const headFields = ({ label, kind }: Head): Field[] => {
  if (kind === 'line') return []
  return kind === 'range' ? [`${label} from`, `${label} to`] : [label]
}

const told = ({ words, value }: Cell): Field => value ?? (words === '–' ? null : words)

const cellFields = (cell: Cell, { kind }: Head): Field[] => {
  if (kind === 'line') return []
  return kind === 'range' ? [...(cell.ends ?? [null, null])] : [told(cell)]
}

const rowFields = (row: Row, head: Head[]): Field[] => [
  row.label,
  ...row.cells.flatMap((cell, at) => cellFields(cell, head[at + 1] ?? { label: '', kind: 'text' })),
]

/** Without it Excel reads “ and ’ by another table of characters. */
const byteOrderMark = '\ufeff'

/** Behind a byte-order mark head and rows, each line ended by CRLF; numbers unrounded, missing ones empty, all text in quotes, what a spreadsheet would run behind an apostrophe. */
export const csvOf = ({ head, rows }: Table): string =>
  byteOrderMark +
  [head.flatMap(headFields), ...rows.map((row) => rowFields(row, head))]
    .map((fields) => `${fields.map(field).join(',')}\r\n`)
    .join('')

/** The file as an address that holds it whole, so that a link needs no script to save it. */
export const csvAddress = (table: Table): string =>
  `data:text/csv;charset=utf-8,${encodeURI(csvOf(table).toWellFormed()).replaceAll('#', '%23')}`
