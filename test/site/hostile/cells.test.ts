/** Fields that no spreadsheet runs, as the database writes them. */
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../../etl/db/database.ts'
import { csvOf } from '../../../site/tables/csv.ts'
import { memory } from '../../support/memory.ts'
import { readBack } from './cells.ts'
import { hostileTexts } from './texts.ts'

let database: Database
beforeAll(async () => {
  database = await memory()
})
const harmless = async (texts: readonly string[]): Promise<string[]> => {
  const found = await database.all<{ text: string }>(
    'select harmless(unnest(from_json($texts, \'["varchar"]\'))) as text',
    { texts: JSON.stringify(texts) },
  )
  return found.map(({ text }) => text)
}
const asFile = (texts: readonly string[]): string =>
  `a\r\n${texts.map((text) => `"${text.replaceAll('"', '""')}"\r\n`).join('')}`
const ofSite = (text: string): string =>
  csvOf({ head: [], rows: [{ label: text, cells: [] }] })
    .replace(/^\ufeff\r\n"([\s\S]*)"\r\n$/, '$1')
    .replaceAll('""', '"')

describe('a field that the database writes', () => {
  test('is as the sites write it, but for the two signs that end a line together', async () => {
    const texts = [...hostileTexts.values()].filter((text) => !/\r\n|[\u202a-\u202e\u2066-\u2069]/.test(text))
    const written = await harmless(texts)
    expect(written.filter((text, at) => text !== ofSite(texts[at] ?? ''))).toEqual([])
  })

  test('is never run, whoever splits it where', async () => {
    const unit = fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '＝',
      '＠',
      ';',
      '\t',
      '\r',
      '\n',
      '"',
      "'",
      ',',
      ' ',
      '\u00a0',
      'a',
    )
    const texts = fc.sample(fc.string({ unit, minLength: 1, maxLength: 12 }), 3_000)
    const written = await harmless(texts)
    expect(written).toHaveLength(texts.length)
    expect(readBack(asFile(written)).run).toEqual([])
    expect(readBack(asFile(texts)).run.length).toBeGreaterThan(100)
  })
})

describe('a cell that a spreadsheet would run', () => {
  test.each([
    ['"=1+1"', true],
    ['"＝1"', true],
    ['" @sum"', true],
    ['"x;=cmd"', true],
    ['"x\t+1"', true],
    ['"x\n-1"', true],
    ['-13.5', false],
    ['"\'=1"', false],
    ['"a=1"', false],
  ])('in %j: %j', (field, isFound) => {
    expect(readBack(`a\r\n${field}\r\n`).run.length > 0).toBe(isFound)
  })
})
