import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Database } from '../etl/db/database.ts'
import { toldUnforeseen, withoutQuoted } from '../etl/unforeseen.ts'

const cell = 'Dr Ann "Annie" O’Neill, room 2.07'
let database: Database
beforeAll(async () => {
  database = await Database.open(':memory:', [])
})
afterAll(() => database.close())

const thrownBy = async (work: () => unknown): Promise<unknown> => {
  try {
    await work()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

describe('an error that nobody foresaw is told without the cell that it quotes', () => {
  const select = (sql: string) => () => database.all(sql, { cell })
  const cases: [string, () => unknown, string][] = [
    ['where the database cannot cast', select('select $cell::integer'), 'Conversion Error: Could not convert string'],
    ['where it cannot cast to a time', select('select $cell::timestamp'), 'Error: '],
    ['where it cannot read a date', select(`select strptime($cell, '%d/%m/%Y')`), 'Could not parse string'],
    ['where it cannot read JSON', select('select $cell::json'), 'Malformed JSON'],
    ['where a pattern is none', select(`select regexp_matches('x', $cell || '[')`), 'Error: '],
    ['where JSON is none', () => JSON.parse(cell), 'SyntaxError: '],
    ['where JSON breaks off', () => JSON.parse(`{"a":"${cell.replaceAll('"', '')}`), 'SyntaxError: '],
    ['where a day is none', () => Temporal.PlainDate.from(cell), 'RangeError: '],
    ['where a line of the cell reads like a place in the code', () => { throw new Error('Could not convert string \'Broken\n   at the desk of Ann in room 2.07\'') }, 'Could not convert string …\n    at '],
    ['where the message was changed after it was thrown', () => { throw Object.assign(new Error(`Broken\n   at ${cell}`), { message: 'not read' }) }, 'Error: not read'],
    ['where something else caused it', () => { throw new Error('stg_records.sql failed', { cause: new Error(`no such word: '${cell}'`) }) }, 'because of Error: no such word: '],
  ] // biome-ignore format: a table
  test.each(cases)('%s', async (_, work, says) => {
    const told = toldUnforeseen(await thrownBy(work))
    expect(told).toContain(says)
    expect(told).not.toMatch(/Ann|Neill|room|2\.07/)
  })
})

test.each([
  ['plain words stay', 'plain words stay'],
  ['could not find "x" in "y" here', 'could not find … here'],
  ["it doesn't stop at an apostrophe", "it doesn't stop at an apostrophe"],
  ['an open "quote', 'an open …'],
  ['one line\nand "another"', 'one line'],
])('%j is told as %j', (message, told) => {
  expect(withoutQuoted(message)).toBe(told)
})

test('where an error was thrown is told', async () => {
  const told = toldUnforeseen(await thrownBy(() => JSON.parse('x')))
  expect(told).toMatch(/\n {4}at JSON\.parse .*\n {4}at .*unforeseen\.test\.ts/s)
})

test('a failure of the system names its path', async () => {
  const { readFile } = await import('node:fs/promises')
  const told = toldUnforeseen(await thrownBy(() => readFile('/no/such/file')))
  expect(told).toMatch(/^Error: ENOENT: no such file or directory, open … \(\/no\/such\/file\)/)
})

test('what is thrown and is no error is told too', () => {
  expect(toldUnforeseen('stopped at "Ann"')).toBe('stopped at …')
})
