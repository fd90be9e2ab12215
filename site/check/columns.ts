/** Which header is which column. */
import { make } from '../filter/elements.ts'
import { count, sentenceCase } from '../words/number.ts'
import { type Cell, part, tableOf } from './pieces.ts'
import type { ColumnFound, Verdict } from './verdict.ts'
import { meaningOf } from './words.ts'

const headerOf = ({ header, looked_for, is_required }: ColumnFound): Cell => {
  if (header !== null) return header
  const looked = looked_for.slice(0, 4).join(', ')
  return is_required ? make('strong', '', `Missing and required. Looked for: ${looked}`) : '–'
}

/** Those that are there, then those that are missing and required; what is merely not there is counted. */
export const columnParts = (file: string, { columns, unused }: Verdict): Node[] => {
  if (columns.length === 0) return []
  const told = columns.filter(({ header, is_required }) => header !== null || is_required)
  const absent = columns.length - told.length
  const rows = told.map((column): Cell[] => [
    sentenceCase(meaningOf(column.column)),
    make('code', '', column.column),
    headerOf(column),
  ])
  const notes = [
    unused.length === 0
      ? 'Every header is read.'
      : `Not read: ${unused.map((name) => name.trim()).join(', ')}.`,
    ...(absent === 0
      ? []
      : [`The source could read ${count(absent, 'more column')}, which this file does not have.`]),
  ]
  return part(
    'Its columns',
    tableOf(`Columns of ${file}`, ['What it says', 'Column', 'Header in the file'], rows),
    make('p', 'small', notes.join(' ')),
  )
}
