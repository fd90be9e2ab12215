import { readdirSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { locate, mapValue } from '../../data/shared/reading.ts'
import { dateFormatProblem } from '../../etl/config/dates.ts'
import { canonicalColumns, canonicalValues } from '../../etl/formats/canonical.ts'
import type { Format } from '../../etl/formats/format.ts'
import { loadFormats } from '../../etl/formats/index.ts'

const names = readdirSync('etl/formats')
  .filter((file) => file.endsWith('.ts') && !['index.ts', 'format.ts', 'canonical.ts'].includes(file))
  .map((file) => file.slice(0, -'.ts'.length))
let formats: ReadonlyMap<string, Format>
beforeAll(async () => {
  formats = await loadFormats()
})
const named = (name: string): Format => {
  const format = formats.get(name)
  if (!format) throw new Error(`no format ${name}`)
  return format
}

test('every file of the folder is a format by its own name', () => {
  expect([...formats.keys()].sort()).toEqual(names.sort())
})

describe.each(names)('%s', (name) => {
  test('names canonical columns only', () => {
    const { columns, required, values } = named(name)
    for (const column of [...Object.keys(columns), ...required, ...Object.keys(values)]) {
      expect(canonicalColumns).toContain(column)
    }
  })

  test('maps values to canonical words only', () => {
    for (const [column, map] of Object.entries(named(name).values)) {
      const known = canonicalValues[column as keyof typeof canonicalValues]
      for (const word of Object.values(map)) expect(known).toContain(word)
    }
  })

  test('uses no header twice and writes its dates so that they can be read', () => {
    const headers = Object.values(named(name).columns)
      .flat()
      .map((header) => header.toLowerCase())
    expect(new Set(headers).size).toBe(headers.length)
    expect(
      named(name)
        .dates.map(dateFormatProblem)
        .filter((problem) => problem !== null),
    ).toEqual([])
  })
})

const reading = (format: Format) => ({
  columns: Object.fromEntries(
    Object.entries(format.columns).map(([column, headers]) => [
      column,
      { alternatives: headers.map((header) => [header]) },
    ]),
  ),
  required: format.required,
  nulls: format.nulls,
})

test.each([
  [
    'by field names',
    ['number', 'incident_state', 'sys_updated_at', 'sys_mod_count', 'assigned_to', 'opened_at'],
  ],
  ['by labels', ['Number', 'Incident state', 'Updated', 'Updates', 'Assigned to', 'Opened']],
  [
    'with BOM and blanks',
    ['\uFEFFNumber', ' INCIDENT  STATE ', 'updated', 'Updates', 'Assigned to', 'Opened'],
  ],
])('a ServiceNow log is read %s', (_, header) => {
  const { positions, missing } = locate(header, reading(named('servicenow-log')))
  expect(missing).toEqual([])
  expect(positions).toMatchObject({ id: [0], status: [1], at: [2], order: [3], owner: [4], opened_at: [5] })
})

test('a ServiceNow log never takes the final times that stand on every row', () => {
  const header = ['number', 'state', 'sys_updated_on', 'resolved_at', 'closed_at', 'resolved_by', 'closed_by']
  expect(locate(header, reading(named('servicenow-log'))).unused).toEqual([
    'resolved_at',
    'closed_at',
    'resolved_by',
    'closed_by',
  ])
})

test.each([
  ['New', 'new'],
  ['Active', 'in_progress'],
  ['Awaiting Vendor', 'waiting'],
  ['On Hold', 'waiting'],
  ['Canceled', 'cancelled'],
  ['Cancelled', 'cancelled'],
  ['6', 'resolved'],
  ['7', 'closed'],
  ['-100', undefined],
  ['new ', undefined],
])('the ServiceNow state "%s" means %s', (state, status) => {
  expect(mapValue(named('servicenow-log').values.status ?? {}, state)).toBe(status)
})
