import { expect, test } from 'vitest'
import { checkFile } from '../../../site/check/check-file.ts'
import { parseText } from '../../../site/check/parse.ts'
import { configOf } from '../../support/config.ts'
import { fileOf, formatsOf } from './both.ts'

test('dates in a format that only the night reads are named, and nothing is said against them', async () => {
  const formats = await formatsOf(
    configOf(`
- name: tickets
  files: "tickets*.csv"
  format: table
  entity: ticket
  grain: item
  columns: { id: id, opened_at: { column: opened, format: "%Y-W%V-%u" }, updated_at: updated }
`),
  )
  const file = fileOf('tickets.csv', 'id,opened,updated\nT1,2026-W09-1,2026-03-02\nT2,2026-W09-1,soon\n')
  const tools = { parse: parseText, progress: () => {}, now: Date.now }
  const { verdict } = await checkFile({ file, formats, chosen: null }, tools)
  expect(verdict).toMatchObject({
    unreadFormats: ['%Y-W%V-%u'],
    records: 2,
    setAside: [
      { reason: 'bad_date', records: 1, first: [{ record: 2, column: 'updated_at', holds: 'soon' }] },
    ],
  })
  expect(verdict?.first[0]?.cells).toContainEqual({
    column: 'opened_at',
    written: '2026-W09-1',
    at: null,
    meaning: null,
  })
})
