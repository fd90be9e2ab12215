/** The first records as they would be understood, and those that would be set aside. */
import { make } from '../filter/elements.ts'
import { number, sentenceCase } from '../words/number.ts'
import { part, tableOf } from './pieces.ts'
import type { SetAside, Verdict } from './verdict.ts'
import { meaningOf, reasonWords, remedyOf, understood } from './words.ts'

/** How a reader sees times: in the institution's zone, days as the source writes them. */
export type Zones = { institution: string; source: string }

const names: Readonly<Record<string, string>> = { id: 'number', message_id: 'message', at: 'when' }

/** A canonical column as the head of a column: `first_response_at` → "First response" */
const columnName = (column: string): string =>
  sentenceCase(names[column] ?? column.replaceAll('_', ' ').replace(/ at$/, ''))

export const firstParts = (file: string, { first }: Verdict, zones: Zones): Node[] => {
  const [example] = first
  if (example === undefined) return []
  const heads = ['Record', ...example.cells.map(({ column }) => columnName(column)), 'Set aside']
  const rows = first.map(({ record, cells, reason }) => [
    number(record),
    ...cells.map((cell) => understood(cell, zones.institution, zones.source)),
    reason === null ? 'no' : reasonWords(reason).toLowerCase(),
  ])
  return part(
    'The first records, as they would be understood',
    tableOf(`First records of ${file}`, heads, rows),
    make('p', 'small', `Times are shown in ${zones.institution}; the file’s are read as ${zones.source}.`),
  )
}

/** The header that a column was found under, as the reader of the file knows it. */
const whereOf = (column: string | null, { columns }: Verdict): string => {
  if (column === null) return 'the whole row'
  return columns.find((each) => each.column === column)?.header ?? meaningOf(column)
}

const asideTable = (file: string, verdict: Verdict, { reason, records, first }: SetAside): Node[] => {
  const rows = first.map(({ record, column, holds }) => [
    number(record),
    whereOf(column, verdict),
    holds === '' ? 'nothing' : holds,
  ])
  const more = records - first.length
  const table = tableOf(`${reasonWords(reason)}, in ${file}`, ['Record', 'Where', 'What it holds'], rows)
  table.classList.add('check-aside')
  const heading = make('h4', '', `${reasonWords(reason)}: ${number(records)}`)
  return [
    heading,
    make('p', 'small', remedyOf(reason)),
    table,
    ...(more > 0 ? [make('p', 'small', `And ${number(more)} more.`)] : []),
  ]
}

export const asideParts = (file: string, verdict: Verdict): Node[] =>
  verdict.setAside.length === 0
    ? []
    : part('What would be set aside', ...verdict.setAside.flatMap((each) => asideTable(file, verdict, each)))
