import { expect, test } from 'vitest'
import { ownWordColumns } from '../../etl/formats/canonical.ts'
import { wall } from '../support/cases.ts'
import { configOf, csv } from '../support/config.ts'
import { goodNight } from '../support/installation.ts'

const words = ownWordColumns
const source = `
- name: tickets
  files: "*.csv"
  format: table
  entity: ticket
  grain: item
  columns: { id: id, opened_at: opened, status: status, ${words.map((word) => `${word}: ${word}`).join(', ')} }
  values: { status: { Open: in_progress }, ${words.map((word) => `${word}: { short: long, "S *": longest }`).join(', ')} }
`

test('words of every column of words are mapped, and one that no map has stays as it is', async () => {
  const row = (id: string, cell: string) => [id, wall('09:00'), 'Open', ...words.map(() => cell)].join(',')
  const header = ['id', 'opened', 'status', ...words].join(',')
  const { query } = await goodNight({
    config: configOf(source),
    files: { 'inbox/1.csv': csv(header, row('A', 'short'), row('B', 'S 1'), row('C', 'other')) },
  })
  const found = await query(
    `select ${words.map((word) => `"${word}"`).join(', ')} from fct_tickets order by ticket_id`,
  )
  expect(found.map((columns) => Object.values(columns))).toEqual(
    ['long', 'longest', 'other'].map((meaning) => words.map(() => meaning)),
  )
})
