import { beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../etl/db/database.ts'
import { dateBindings } from '../../etl/ingest/bindings.ts'
import { configOf } from '../support/config.ts'
import { memory, settingsOf } from '../support/memory.ts'

let database: Database
beforeAll(async () => {
  database = await memory()
})

const sourceWith = (format: string) => `
- name: tickets
  files: "*.csv"
  format: table
  entity: ticket
  grain: item
  columns: { id: id, opened_at: { column: opened, format: ${format} } }
`

/** A cell as a source that has the date formats of config.yaml reads it. */
async function read(cell: string, format: string, zone = 'Europe/London') {
  const { sources } = await settingsOf(configOf(sourceWith(format)))
  const source = sources[0]
  if (!source) throw new Error('no source')
  const iso = (part: string) => `strftime(t.${part}, '%Y-%m-%dT%H:%M:%SZ') as ${part}`
  const [row] = await database.all(
    `select ${iso('earliest')}, ${iso('latest')}, t.is_day as is_day, t.flag as flag
     from (select instant($cell, $opened_at_formats, $opened_at_day_formats, $opened_at_offset_formats, $zone) as t)`,
    { ...dateBindings(source), cell, zone },
  )
  return row
}

type Case = [cell: string, format: string, at: string | null, flag?: string]

describe('a time of day', () => {
  const cases: Case[] = [
    ['17/03/2026 09:05', '"%d/%m/%Y %H:%M"', '2026-03-17T09:05:00Z'],
    ['3/4/2026 9:05', '"%d/%m/%Y %H:%M"', '2026-04-03T08:05:00Z'],
    ['17/03/2026 09:05:30', '["%d/%m/%Y %H:%M", "%d/%m/%Y %H:%M:%S"]', '2026-03-17T09:05:30Z'],
    ['2026-07-17T09:05', 'iso', '2026-07-17T08:05:00Z'],
    ['2026-07-17 09:05:07.250', 'iso', '2026-07-17T08:05:07Z'],
    ['2026-07-17T09:05:00Z', 'iso', '2026-07-17T09:05:00Z'],
    ['2026-07-17T09:05:00+02:00', 'iso', '2026-07-17T07:05:00Z'],
    ['2026-07-17T09:05:00-0330', 'iso', '2026-07-17T12:35:00Z'],
    ['2026-07-17T09:05Z', 'iso', '2026-07-17T09:05:00Z'],
    ['2026-07-17 09:05+02', 'iso', '2026-07-17T07:05:00Z'],
    ['2026-07-17 09:05:00 +0200', 'iso', '2026-07-17T07:05:00Z'],
    ['2026-07-17 09:05 -03:30', 'iso', '2026-07-17T12:35:00Z'],
    ['2026-07-02 09:05 +0100', '"%Y-%m-%d %H:%M %z"', '2026-07-02T08:05:00Z'],
    ['02/07/2026 09:05 -03:30', '["%d/%m/%Y", "%d/%m/%Y %H:%M %z"]', '2026-07-02T12:35:00Z'],
    ['02/07/2026 09:05', '["%d/%m/%Y %H:%M %z", "%d/%m/%Y %H:%M"]', '2026-07-02T08:05:00Z'],
    ['1773738300', 'epoch', '2026-03-17T09:05:00Z'],
    ['1773738300000', 'epoch', '2026-03-17T09:05:00Z'],
    ['46098.5', 'excel', '2026-03-17T12:00:00Z'],
    ['46220.5', 'excel', '2026-07-17T11:00:00Z'],
    ['46098.5', '[iso, excel]', '2026-03-17T12:00:00Z'],
    // what no format reads is no time, and so is one before there were tools to write it
    ['31/02/2026 09:05', '"%d/%m/%Y %H:%M"', null],
    ['03/17/2026 09:05', '"%d/%m/%Y %H:%M"', null],
    ['17/03/0026 09:05', '"%d/%m/%Y %H:%M"', null],
    ['tomorrow', '[iso, epoch, excel]', null],
    ['1773738300', 'iso', null],
    ['20260317090500', 'excel', null],
    ['inf', 'excel', null],
    ['0001-01-01T00:00:00Z', 'iso', null],
    ['10000-01-01T09:05', 'iso', null],
    ['17/3/2026 9:05', '"%-d/%-m/%Y %-H:%M"', '2026-03-17T09:05:00Z'],
    // the hour that is twice, and the one that is not
    ['2025-10-26T01:30', 'iso', '2025-10-26T01:30:00Z', 'tz_ambiguous'],
    ['2025-10-26T00:59', 'iso', '2025-10-25T23:59:00Z'],
    ['2025-10-26T02:00', 'iso', '2025-10-26T02:00:00Z'],
    ['2025-03-30T01:30', 'iso', '2025-03-30T01:30:00Z', 'tz_gap'],
    ['2025-03-30T00:59', 'iso', '2025-03-30T00:59:00Z'],
    ['2025-03-30T02:00', 'iso', '2025-03-30T01:00:00Z'],
    ['2025-10-26T01:30:00+01:00', 'iso', '2025-10-26T00:30:00Z'],
  ]
  test.each(cases)('%s by %s is %s', async (cell, format, at, flag = undefined) => {
    expect(await read(cell, format)).toEqual({
      earliest: at,
      latest: at,
      is_day: false,
      flag: flag ?? null,
    })
  })
})

describe('a day alone is all of that local day', () => {
  const days: [string, string, string, string][] = [
    ['17/03/2026', '["%d/%m/%Y %H:%M", "%d/%m/%Y"]', '2026-03-17T00:00:00Z', '2026-03-17T23:59:59Z'],
    ['2026-07-17', 'iso', '2026-07-16T23:00:00Z', '2026-07-17T22:59:59Z'],
    ['2026-03-29', 'iso', '2026-03-29T00:00:00Z', '2026-03-29T22:59:59Z'],
  ]
  test.each(days)('%s by %s', async (cell, format, earliest, latest) => {
    expect(await read(cell, format)).toEqual({ earliest, latest, is_day: true, flag: null })
  })

  test('and a time of a list of formats is still a time', async () => {
    expect(await read('17/03/2026 00:00', '["%d/%m/%Y", "%d/%m/%Y %H:%M"]')).toMatchObject({ is_day: false })
  })
})

test('a wall time is that of the zone that the source names', async () => {
  expect(await read('2026-07-17T09:05', 'iso', 'Europe/Stockholm')).toMatchObject({
    latest: '2026-07-17T07:05:00Z',
  })
})
