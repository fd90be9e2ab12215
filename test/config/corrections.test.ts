import { chmod } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { correctable, loadCorrections } from '../../etl/config/corrections.ts'
import { installation } from './installation.ts'

/** Enough of a reader for these files: cells in quotes may hold commas and line ends. */
const parse = (text: string): string[][] =>
  text
    .replace(/^\uFEFF/, '')
    .replace(/\n$/, '')
    .split(/\r?\n(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .map((row) => row.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((cell) => cell.replace(/^"|"$/g, '')))

const load = async (text: string | Uint8Array) =>
  loadCorrections(await installation({ 'corrections.csv': text }), parse)
const header = 'item,field,value,reason,by\n'
const right = 'INC0000001,owner,Ann Lee,handed over by phone,Bob\n'

test('each line is a correction, by its line', async () => {
  expect(await load(`${header}${right}E-7,received_at,2026-05-01T10:00,"taken by phone,\nlogged later",Bob\n\n${right.replace('owner', 'team')}`)).toEqual({
    corrections: [
      { line: 2, item: 'INC0000001', field: 'owner', value: 'Ann Lee', reason: 'handed over by phone', by: 'Bob' },
      { line: 3, item: 'E-7', field: 'received_at', value: '2026-05-01T10:00', reason: 'taken by phone,\nlogged later', by: 'Bob' },
      { line: 6, item: 'INC0000001', field: 'team', value: 'Ann Lee', reason: 'handed over by phone', by: 'Bob' },
    ],
    warnings: [],
  })
}) // biome-ignore format: a table

test.each([
  ['an empty file', ''],
  ['a header alone', header],
  ['blank lines', `${header}\n,,,,\n`],
  ['lines of blanks alone', `\n${header}  \n\t\n , ,\n\r\n`],
])('%s is nothing to warn of', async (_, text) => {
  expect(await load(text)).toEqual({ corrections: [], warnings: [] })
})

test('no file is nothing to warn of', async () => {
  expect(await loadCorrections(await installation(), parse)).toEqual({ corrections: [], warnings: [] })
})

test('columns may stand in any order, beside others, after a mark of UTF-8', async () => {
  const { corrections, warnings } = await load(
    '\uFEFFBy,Reason,note,Value,Field,Item\nBob,seen,-,resolved,status,E-7\n',
  )
  expect(corrections).toEqual([
    { line: 2, item: 'E-7', field: 'status', value: 'resolved', reason: 'seen', by: 'Bob' },
  ])
  expect(warnings).toEqual([])
})

describe('a line is left out and named', () => {
  test.each([
    ['without an item', ',owner,Ann,seen,Bob', 'no item. Write the number of the ticket or escalation. This line is left out'],
    ['with an unknown field', 'INC1,ownr,Ann,seen,Bob', 'its field cannot be corrected. Did you mean "owner"? Known here: opened_at,'],
    ['with a field that is not to be corrected', 'INC1,requester,Ann,seen,Bob', 'its field cannot be corrected. Known here'],
    ['without a value', 'INC1,owner,,seen,Bob', 'no value for owner. Write what it is.'],
    ['without a reason', 'INC1,owner,Ann,,Bob', 'no reason. Write why it is corrected.'],
    ['without who corrects it', 'INC1,owner,Ann,seen,', 'nobody under by. Write who corrects it.'],
    ['that is too short', 'INC1,owner,Ann', 'no reason.'],
    ['that is too long', 'INC1,owner,Ann,seen,Bob,once', 'more cells than columns. Put a value with a comma in quotes.'],
    ['with an unknown status', 'INC1,status,resolvd,seen,Bob', 'its value is not one of those of status: new, in_progress, waiting, resolved, closed, cancelled. Did you mean "resolved"?'],
    ['with an unknown outcome', 'INC1,outcome,fine,seen,Bob', 'its value is not one of those of outcome: accepted,'],
    ['with yes for true', 'INC1,is_major,yes,seen,Bob', 'its value is not one of those of is_major: true, false.'],
    ['with a time in words', 'INC1,resolved_at,yesterday,seen,Bob', 'its value is no time for resolved_at. Write it as 2026-05-01T10:00, or as 2026-05-01 where only the day is known.'],
    ['with a day that no calendar has', 'INC1,resolved_at,2026-02-30,seen,Bob', 'its value is no time for resolved_at.'],
    ['with an hour that no clock has', 'INC1,resolved_at,2026-02-03T25:00,seen,Bob', 'its value is no time for resolved_at.'],
    ['with day and month turned round', 'INC1,resolved_at,01/05/2026 10:00,seen,Bob', 'its value is no time for resolved_at.'],
    ['with a time where a day is asked for', 'INC1,needed_by,2026-05-01T10:00,seen,Bob', 'its value is no day for needed_by. Write it as 2026-05-01.'],
  ])('%s', async (_, line, problem) => {
    const { corrections, warnings } = await load(`${header}${line}\n${right}`)
    expect(corrections.map(({ line }) => line)).toEqual([3])
    expect(warnings).toEqual([expect.stringContaining(`corrections.csv:2: `)])
    expect(warnings[0]).toContain(problem)
    expect(warnings[0]).toMatch(/This line is left out$/)
    expect(warnings[0]).not.toMatch(/INC1|Ann|Bob|seen/)
  }) // biome-ignore format: a table
})

test.each([
  '2026-05-01',
  '2026-05-01T10:00',
  '2026-05-01 10:00',
  '2026-05-01T10:00:30',
  '2026-05-01T10:00Z',
  '2026-05-01T10:00+01:00',
  '2026-05-01 10:00:30 -05:00',
])('%s is a time', async (value) => {
  expect((await load(`${header}INC1,closed_at,${value},seen,Bob\n`)).warnings).toEqual([])
})

test('of two lines that correct the same, the later stands', async () => {
  const { corrections, warnings } = await load(
    `${header}E-7,opened_at,2026-05-01,seen,Bob\n${right}E-7,received_at,2026-05-02,seen,Bob\n`,
  )
  expect(corrections.map(({ line }) => line)).toEqual([3, 4])
  expect(warnings).toEqual([
    'corrections.csv:2: line 4 corrects opened_at of the same item again. This line is left out. Keep one',
  ])
})

test.each([
  ['a missing column', 'item,field,value,by\nINC1,owner,Ann,Bob\n', 'corrections.csv:1: no column reason. Nothing of it is read. Begin with the line: item,field,value,reason,by'],
  ['bytes of another encoding', Buffer.from(`${header}INC1,owner,Ren\xe9,seen,Bob\n`, 'latin1'), 'corrections.csv: it is not UTF-8. Save it as UTF-8. Nothing of it is read'],
])('%s is a warning, not a lost night', async (_, text, warning) => {
  expect(await load(text)).toEqual({ corrections: [], warnings: [warning] })
}) // biome-ignore format: a table

test('a reader that gives up is a warning', async () => {
  const dir = await installation({ 'corrections.csv': header })
  const broken = () => {
    throw new Error('a quote in line 2 is never closed')
  }
  expect(await loadCorrections(dir, broken)).toEqual({
    corrections: [],
    warnings: ['corrections.csv: a quote in line 2 is never closed. Nothing of it is read'],
  })
})

test.skipIf(process.getuid?.() === 0)('a file that may not be read is a warning', async () => {
  const dir = await installation({ 'corrections.csv': header })
  await chmod(join(dir, 'corrections.csv'), 0)
  expect((await loadCorrections(dir, parse)).warnings).toEqual([
    'corrections.csv: it cannot be read (EACCES). Check its permissions. Nothing of it is read',
  ])
})

test('a field is named once', () => {
  expect(new Set(correctable).size).toBe(correctable.length)
})
