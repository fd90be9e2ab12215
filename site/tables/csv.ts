/** A table as a file for spreadsheets: RFC 4180, and nothing in it that one would run. */
import type { Cell, Head, Row, Table } from './table.ts'

type Field = string | number | null

/** What spreadsheets take for a formula, also in full width; see OWASP, CSV Injection. */
const runs = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/

const plain = (text: string): string => text.replaceAll('\u00a0', ' ')
const harmless = (text: string): string => (runs.test(text) ? `'${text}` : text)
const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

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

/** Head and rows, each line ended by CRLF; numbers unrounded, missing ones empty, text that a spreadsheet would run behind an apostrophe. */
export const csvOf = ({ head, rows }: Table): string =>
  [head.flatMap(headFields), ...rows.map((row) => rowFields(row, head))]
    .map((fields) => `${fields.map(field).join(',')}\r\n`)
    .join('')

/** The file as an address that holds it whole, so that a link needs no script to save it. */
export const csvAddress = (table: Table): string =>
  `data:text/csv;charset=utf-8,${encodeURI(csvOf(table).toWellFormed()).replaceAll('#', '%23')}`

/** A file name of a table's name: "Tickets by week" → `tickets-by-week.csv` */
export const fileName = (name: string): string => {
  const bare = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return `${bare === '' ? 'table' : bare}.csv`
}
