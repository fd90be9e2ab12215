import { describe, expect, test } from 'vitest'
import { fitting } from '../../data/shared/recognise.ts'
import { type CanonicalColumn, isTimeColumn } from '../../etl/formats/canonical.ts'
import { loadFormats, loadHints } from '../../etl/formats/index.ts'
import { configOf } from '../support/config.ts'
import { settingsOf } from '../support/memory.ts'

const formats = await loadFormats()
const hints = await loadHints()
const all = [...formats.values(), ...hints.values()]

describe.each([...hints])('the hint %s', (name, { columns, dates, values, signatures, refusal, entity }) => {
  test('says either how to map it or what to export instead, and belongs to no format', () => {
    if (refusal === undefined) {
      expect(Object.keys(columns)).toEqual(expect.arrayContaining(['id', 'opened_at', 'status']))
    } else {
      expect(columns).toEqual({})
      expect(refusal).toMatch(/[.]$/)
    }
    expect([...formats.keys()]).not.toContain(name)
  })

  test('gives a mapping that config.yaml takes', async () => {
    if (refusal !== undefined) return
    const mapped = Object.entries(columns).map(([column, header]) => [
      column,
      isTimeColumn(column as CanonicalColumn) ? { column: header, format: dates } : header,
    ])
    const pasted = { name, files: '*.csv', format: 'table', entity, grain: 'item', values }
    const { sources } = await settingsOf(
      configOf(`- ${JSON.stringify({ ...pasted, columns: Object.fromEntries(mapped) })}`),
    )
    expect(sources[0]?.columnDates.opened_at).toEqual(dates)
  })

  test('has a signature that no other format or hint shares', () => {
    for (const signature of signatures) {
      expect(fitting(signature, all).map((each) => each.name)).toEqual([name])
    }
  })
})

test.each([
  [
    'the real log of one company',
    [
      'number',
      'incident_state',
      'active',
      'sys_mod_count',
      'opened_at',
      'sys_updated_at',
      'assignment_group',
    ],
    ['servicenow-log'],
  ],
  [
    'a REST answer with every field, one row an incident or a log of updates',
    ['number', 'state', 'opened_at', 'sys_mod_count', 'sys_updated_on', 'assignment_group'],
    ['servicenow', 'servicenow-log'],
  ],
  ['an Outlook export', ['Subject', 'Body', 'From: (Name)', 'From: (Address)', 'From: (Type)'], ['outlook']],
  ['a list kept by hand', ['Ref', 'Date', 'Who', 'Status'], []],
])('%s is taken for what it may be', (_, header, expected) => {
  const found = fitting(header, all)
  expect(found.map(({ name }) => name).sort()).toEqual(expected)
})
