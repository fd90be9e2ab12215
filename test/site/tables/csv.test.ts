import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { csvAddress, csvOf } from '../../../site/tables/csv.ts'
import { fileName } from '../../../site/tables/file-name.ts'
import type { Table } from '../../../site/tables/table.ts'

const tableOf = (label: string, words = 'x', value: number | string | null = null): Table => ({
  head: [
    { label: 'Month', kind: 'text' },
    { label: 'In time', kind: 'number' },
  ],
  rows: [{ label, cells: [{ words, value }] }],
})
const firstField = (label: string): string => csvOf(tableOf(label)).split('\r\n')[1]?.split(',')[0] ?? ''

describe('a table as a file', () => {
  test('ends each line by CRLF and begins with a byte-order mark, by which Excel knows what it reads', () => {
    expect(csvOf(tableOf('October 2026', '71 %', 0.7142857142857143))).toBe(
      '\ufeff"Month","In time"\r\n"October 2026",0.7142857142857143\r\n',
    )
  })

  test.each([
    ['71 %', 0.7142857142857143, '0.7142857142857143'],
    ['−13 points', -0.131, '-0.131'],
    ['rising', null, '"rising"'],
    ['–', null, ''],
    ['0', 0, '0'],
    ['3\u00a0days', null, '"3 days"'],
  ])('"%s" with the value %s is %s', (words, value, field) => {
    expect(csvOf(tableOf('a', words, value))).toBe(`\ufeff"Month","In time"\r\n"a",${field}\r\n`)
  })

  test.each(['=1+1', '+44', '-2', '@sum', '\tx', ' =1', '＝1', '＋1', '－1', '＠a'])(
    '%j is put behind an apostrophe',
    (text) => {
      expect(firstField(text)).toBe(`"'${text}"`)
    },
  )

  test.each([
    ['\r=1', '"\'\r\'=1"'],
    ['x;=1+1', '"x;\'=1+1"'],
    ['x\t=cmd|1', '"x\t\'=cmd|1"'],
    ['x\n-2', '"x\n\'-2"'],
    ['x; "=1+1"', '"x;\' ""=1+1"""'],
    ['"=1+1"', '"\'""=1+1"""'],
  ])('in %j an apostrophe stands wherever a spreadsheet might begin a cell', (text, field) => {
    expect(csvOf(tableOf(text))).toContain(`\r\n${field},`)
  })

  test.each(['AV & Teaching Spaces', 'a-b', '1=1', '– none'])('%j stays as it is', (text) => {
    expect(firstField(text)).toBe(`"${text}"`)
  })

  test('heads are harmless too', () => {
    expect(csvOf({ head: [{ label: '=cmd', kind: 'text' }], rows: [] })).toBe('\ufeff"\'=cmd"\r\n')
  })

  test('a range is two numbers, a small line nothing', () => {
    const table: Table = {
      head: [
        { label: 'Week', kind: 'text' },
        { label: 'Likely range', kind: 'range' },
        { label: 'Last weeks', kind: 'line' },
      ],
      rows: [
        {
          label: 'a',
          cells: [
            { words: '1 to 2', value: null, ends: [1, 2] },
            { words: '', value: null },
          ],
        },
        {
          label: 'b',
          cells: [
            { words: '–', value: null, ends: [null, null] },
            { words: '', value: null },
          ],
        },
      ],
    }
    expect(csvOf(table)).toBe('\ufeff"Week","Likely range from","Likely range to"\r\n"a",1,2\r\n"b",,\r\n')
  })

  test('whatever text it holds is read back as one field', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const [, row] = Papa.parse<string[]>(csvOf(tableOf(text)), { newline: '\r\n' }).data
        expect(row).toHaveLength(2)
        expect(row?.[0]?.replaceAll("'", '')).toBe(text.replaceAll('\u00a0', ' ').replaceAll("'", ''))
      }),
    )
  })

  test.each([',', ';', '\t'])('whoever splits it at %j finds no formula', (delimiter) => {
    const letters = fc.constantFrom('=', '+', '-', '@', '＝', ';', '\t', '\r', '\n', '"', "'", ',', ' ', 'a')
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 12 }), (text) => {
        const fields = Papa.parse<string[]>(csvOf(tableOf(text, text, text)), { delimiter }).data.flat()
        expect(fields.filter((field) => /^[\s"]*[=+\-@＝]/.test(field))).toEqual([])
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('a link to it', () => {
  test('holds the whole file', () => {
    const address = csvAddress(tableOf('50 % of “a”, #1 & more', 'x'))
    expect(address).not.toContain('#')
    expect(address.slice(address.indexOf(',') + 1)).toMatch(/^%EF%BB%BF/)
    expect(decodeURIComponent(address.slice(address.indexOf(',') + 1))).toBe(
      csvOf(tableOf('50 % of “a”, #1 & more', 'x')),
    )
  })

  test.each([
    ['Tickets by week', 'tickets-by-week.csv'],
    ['Café “Übung”: 9 in 10', 'cafe-ubung-9-in-10.csv'],
    ['…', 'table.csv'],
  ])('to "%s" saves %s', (name, file) => {
    expect(fileName(name)).toBe(file)
  })

  test('of a very long name is cut, and two that begin alike stay apart', () => {
    const names = ['a', 'b'].map((end) => fileName(`${'A change with a long title '.repeat(20)}${end}`))
    expect(Math.max(...names.map(({ length }) => length))).toBeLessThanOrEqual(84)
    expect(new Set(names).size).toBe(2)
  })
})
