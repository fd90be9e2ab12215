import { describe, expect, test } from 'vitest'
import { configOf, csv } from '../support/config.ts'
import { goodNight, installation, night } from '../support/installation.ts'

const source = (exportedAt: string) =>
  configOf(`
- name: tickets
  files: "tickets*.csv"
  format: table
  entity: ticket
  grain: item
  columns: { id: id, opened_at: opened, updated_at: updated }
  exported_at: ${exportedAt}`)

const row = 'T1,2026-07-06T09:00,2026-07-06T15:30,2026-07-06T16:00'
const files = (name: string, ...rows: readonly string[]) => ({
  [`inbox/${name}`]: csv('id,opened,updated,written', ...rows),
})
const day = `{ filename: '(\\d{4}-\\d{2}-\\d{2})' }`

describe('the export time', () => {
  const cases: [string, string, string, string, string][] = [
    ['of a day is its newest time stamp', day, 'tickets-2026-07-06.csv', row, '2026-07-06T14:30:00.000Z'],
    ['of a day without any time stamp is its end', day, 'tickets-2026-07-08.csv', row, '2026-07-08T22:59:59.000Z'],
    ['is a wall time of the source', `{ filename: 'tickets-(.+)\\.csv' }`, 'tickets-2026-07-06T17:15.csv', row, '2026-07-06T16:15:00.000Z'],
    ['stands in a column', '{ column: written }', 'tickets.csv', row, '2026-07-06T15:00:00.000Z'],
  ] // biome-ignore format: a table
  test.each(cases)('%s', async (_, exportedAt, name, cells, at) => {
    const found = await goodNight({ config: source(exportedAt), files: files(name, cells) })
    expect((await found.run()).files[0]?.exported_at).toBe(at)
    expect((await found.run()).as_of).toBe(at)
  })

  test('of a day takes no time stamp of another day', async () => {
    const rows = [row, 'T2,2026-07-06T09:00,2026-07-07T08:00,', 'T3,2026-07-05T09:00,2026-07-05T23:59,']
    const found = await goodNight({ config: source(day), files: files('tickets-2026-07-06.csv', ...rows) })
    expect((await found.run()).files[0]?.exported_at).toBe('2026-07-06T14:30:00.000Z')
  })

  test('of today is no later than now', async () => {
    const began = new Date().toISOString()
    const today = Temporal.Now.zonedDateTimeISO('Europe/London').toPlainDate()
    const found = await goodNight({ config: source(day), files: files(`tickets-${today}.csv`, row) })
    const { as_of } = await found.run()
    expect(as_of >= began && as_of <= new Date().toISOString()).toBe(true)
  })

  const refused: [string, string, string, string, string][] = [
    ['that its name should hold', day, 'tickets-new.csv', row, 'rename it, or change exported_at'],
    ['that its name holds and that no calendar has', day, 'tickets-2026-13-45.csv', row, 'rename it, or change exported_at'],
    ['that its column should hold', '{ column: written }', 'tickets.csv', 'T1,2026-07-06T09:00,,soon', 'column "written"'],
  ] // biome-ignore format: a table
  test.each(refused)('%s and does not hold refuses the file', async (_, exportedAt, name, cells, words) => {
    const found = await night(await installation({ config: source(exportedAt), files: files(name, cells) }))
    expect(found.code).toBe(1)
    expect(found.log).toContain(name)
    expect(found.log).toContain(words)
  })
})
