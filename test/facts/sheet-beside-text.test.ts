import { expect, test } from 'vitest'
import { configOf, csv, itemSource } from '../support/config.ts'
import { goodNight } from '../support/installation.ts'
import { workbook } from '../support/xlsx.ts'

const header = ['id', 'opened', 'updated', 'resolved', 'status', 'owner', 'team']
const config = configOf(
  itemSource
    .replace('tickets*.csv', 'tickets*.{csv,xlsx}')
    .replace('opened_at: opened', 'opened_at: { column: opened, format: "%d/%m/%Y %H:%M" }'),
)
const text = csv(
  header.join(','),
  'T1,02/03/2026 09:00,,,new,,',
  'T2,2026-03-02 09:00,,,new,,',
  'T3,46083.4,,,new,,',
)
const sheet = workbook([
  { name: 'Sheet1', rows: [header, ['T4', { date: 46083.4, format: 'date and time' }, null, null, 'new']] },
])

const kept = async (files: Readonly<Record<string, string | Buffer>>) => {
  const { run } = await goodNight({ config, files })
  return (await run()).files.map((file) => [file.name, file.kept, file.quarantined])
}

test('the dates of a text are read the same with and without a workbook beside it', async () => {
  const alone = ['tickets.csv', 1, { bad_date: 2 }]
  expect(await kept({ 'inbox/tickets.csv': text })).toEqual([alone])
  expect(await kept({ 'inbox/tickets.csv': text, 'inbox/tickets.xlsx': sheet })).toEqual([
    alone,
    ['tickets.xlsx', 1, {}],
  ])
})
