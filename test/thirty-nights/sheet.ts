import { type Delivery, deliveryOf, type Row, type SourceName } from './delivery.ts'

/** A table as a tool or a person has it before it is written to a file. */
export interface Sheet {
  readonly source: SourceName
  readonly columns: readonly string[]
  /** Those whose cells tell two versions of a record apart. */
  readonly mapped: readonly string[]
  readonly rows: readonly Row[]
}

/** How a table is written this time. */
export interface Style {
  readonly delimiter?: string
  readonly encoding?: 'utf-8' | 'utf-16le'
  readonly hasMark?: boolean
  readonly newline?: string
  /** Columns that are left out. */
  readonly without?: readonly string[]
  /** New headers by the old ones. */
  readonly renamed?: Readonly<Record<string, string>>
  readonly isReversed?: boolean
}

const quoted = (cell: string, delimiter: string): string =>
  /["\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell

/** The columns of a sheet in the order in which a style writes them. */
export function columnsOf({ columns }: Sheet, { without = [], isReversed }: Style): string[] {
  const kept = columns.filter((column) => !without.includes(column))
  return isReversed ? kept.reverse() : kept
}

/** A sheet as delimited text. A row that is too short ends after its second cell. */
export function textOf(sheet: Sheet, style: Style = {}): string {
  const { delimiter = ',', newline = '\n', renamed = {} } = style
  const columns = columnsOf(sheet, style)
  const lineOf = (cells: readonly string[]): string =>
    cells.map((cell) => quoted(cell, delimiter)).join(delimiter)
  const lines = sheet.rows.map(({ cells, fault }) => {
    const all = columns.map((column) => cells[column] ?? '')
    return lineOf(fault === 'short_row' ? all.slice(0, 2) : all)
  })
  return [lineOf(columns.map((column) => renamed[column] ?? column)), ...lines, ''].join(newline)
}

/** The bytes of a text as a style encodes it. */
export function bytesOf(text: string, { encoding = 'utf-8', hasMark = false }: Style): Uint8Array {
  if (encoding === 'utf-16le') return Buffer.from(`\uFEFF${text}`, 'utf16le')
  return Buffer.from(`${hasMark ? '\uFEFF' : ''}${text}`)
}

/** The rows of a sheet with nothing but the cells that are read of a file of that style. */
export function readRows({ rows, mapped }: Sheet, { without = [] }: Style): Row[] {
  const read = mapped.filter((column) => !without.includes(column))
  return rows.map((row) => ({
    ...row,
    cells: Object.fromEntries(read.map((column) => [column, row.cells[column] ?? ''])),
  }))
}

/** A sheet as a sound file of delimited text. */
export const fileOf = (sheet: Sheet, name: string, at: number, style: Style = {}): Delivery =>
  deliveryOf({
    source: sheet.source,
    name,
    at,
    bytes: bytesOf(textOf(sheet, style), style),
    rows: readRows(sheet, style),
    refused: null,
  })
