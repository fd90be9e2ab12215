import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSpreadsheet } from '../../../etl/ingest/read/spreadsheet.ts'
import { Refusal } from '../../../etl/ingest/refusal.ts'
import { folder } from '../../support/installation.ts'
import {
  columnName,
  type TestCell,
  type TestSheet,
  workbook,
  workbookParts,
  zip,
} from '../../support/xlsx.ts'

interface How {
  readonly sheet?: string
  readonly headerRow?: number
  readonly mostBytes?: number
  readonly heapMegabytes?: number
}

async function read(bytes: Uint8Array, { sheet, headerRow = 1, ...limits }: How = {}): Promise<string[][]> {
  const path = join(await folder(), 'log.xlsx')
  await writeFile(path, bytes)
  const { batches } = readSpreadsheet(path, { sheet: sheet ?? null, headerRow }, limits)
  return (await Array.fromAsync(batches)).flat().map((row) => [...row])
}

const one = (...rows: TestCell[][]): TestSheet[] => [{ name: 'Log', rows }]
const rows = (cells: TestCell[][], how?: How, date1904?: string) =>
  read(workbook(one(...cells), date1904), how)

async function refusal(bytes: Uint8Array, how?: How): Promise<Refusal> {
  const found = await read(bytes, how).catch((error: unknown) => error)
  expect(found).toBeInstanceOf(Refusal)
  return found as Refusal
}

/** 2 March 2026 as Excel counts days from 1900. */
const march2 = 46_083
const minutes = (of: number): number => of / 1440

describe('a cell', () => {
  const cases: [string, TestCell, string][] = [
    ['of shared text', 'Ann & <Bob>', 'Ann & <Bob>'],
    ['of text written in place', { inline: 'Ann & <Bob>' }, 'Ann & <Bob>'],
    ['of text in several fonts', { rich: ['Ann ', 'Lee'] }, 'Ann Lee'],
    ['of text in several lines', 'one\ntwo', 'one\ntwo'],
    ['of text that is a number with leading zeros', '000123', '000123'],
    ['of a number that is an id', 123_456, '123456'],
    ['of a long number', { raw: '1.23456789012345E+19' }, '12345678901234500000'],
    ['of a whole number with an exponent', { raw: '1.23457E5' }, '123457'],
    ['of a number with the tail of binary fractions', 0.1 + 0.2, '0.3'],
    ['of a small number', { raw: '2.5E-7' }, '0.00000025'],
    ['of a negative number', -12.5, '-12.5'],
    ['of nought', 0, '0'],
    ['of yes', true, 'true'],
    ['of no', false, 'false'],
    ['of a date and time', { date: march2 + minutes(545) }, '2026-03-02 09:05:00'],
    ['of a date and time that binary fractions put just before', { date: 46_083.378_472_222_2 }, '2026-03-02 09:05:00'],
    ['of the last second of a day', { date: march2 + 86_399 / 86_400 }, '2026-03-02 23:59:59'],
    ['of a date', { date: march2, format: 'date' }, '2026-03-02'],
    ['of a time', { date: minutes(545), format: 'time' }, '09:05:00'],
    ['of a date written as ISO text', { iso: '2026-03-02T09:05:00' }, '2026-03-02T09:05:00'],
    ['of a date in the hour that summer time skips', { date: 46_110 + minutes(90) }, '2026-03-29 01:30:00'],
    ['of a formula, by its last value', { formula: 'A1&B1', value: 'x' }, 'x'],
    ['of a formula, by its last number', { formula: '1+1', value: 2 }, '2'],
    ['of a formula that was never worked out', { formula: 'A1' }, ''],
    ['of an error', { error: '#N/A' }, ''],
    ['of nothing', null, ''],
  ] // biome-ignore format: a table
  test('is text, whatever it holds', async () => {
    const found = await rows([['Ref', 'Cell'], ...cases.map(([name, cell]) => [name, cell])])
    expect(found.slice(1)).toEqual(cases.map(([name, , text]) => [name, text]))
  })

  test.each(['1', 'true'])(
    'of a date is right where days are counted from 1904 (date1904="%s")',
    async (flag) => {
      const found = await rows([['When'], [{ date: march2 - 1462 + 0.5 }]], {}, flag)
      expect(found).toEqual([['When'], ['2026-03-02 12:00:00']])
    },
  )
})

describe('rows', () => {
  test('begin at the header row, as Excel counts, blank ones above it too', async () => {
    const found = await rows([['Escalations'], [], ['Ref', 'Owner'], ['1', 'Ann']], { headerRow: 3 })
    expect(found).toEqual([
      ['Ref', 'Owner'],
      ['1', 'Ann'],
    ])
  })

  test('that are blank are no records, in between and below', async () => {
    const found = await rows([['Ref'], ['1'], [], ['  '], [{ error: '#REF!' }], ['2'], [], [null]])
    expect(found).toEqual([['Ref'], ['1'], ['2']])
  })

  test('that are short are filled up, and what is blank beyond the header is cut', async () => {
    const found = await rows([['Ref', 'Owner', ' '], ['1'], ['2', 'Ann', ' ']])
    expect(found).toEqual([
      ['Ref', 'Owner'],
      ['1', ''],
      ['2', 'Ann'],
    ])
  })

  test('keep what stands beyond the header, so that they are set aside', async () => {
    expect(await rows([['Ref'], ['1', null, 'a note']])).toEqual([['Ref'], ['1', '', 'a note']])
  })

  test('are all there and right in a large sheet, whatever their texts', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).map((word) => `${word.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '')}.`.trim())
    const texts = fc.sample(text, { numRuns: 300, seed: 3 })
    const at = (index: number): string => `${texts[index % texts.length]} ${index}`
    const sheet = Array.from({ length: 6_000 }, (_, row): TestCell[] => [at(row), { inline: at(row + 7) }, row])
    const found = await rows([['a', 'b', 'c'], ...sheet])
    expect(found.length).toBe(6_001)
    expect(found.slice(1)).toEqual(sheet.map((_, row) => [at(row), at(row + 7), String(row)]))
  }) // biome-ignore format: one line
})

describe('a sheet', () => {
  const filled = (name: string): TestSheet => ({ name, rows: [['Ref'], [name]] })
  const several = workbook([filled('Notes'), filled('Log'), { name: 'Empty', rows: [] }])

  test.each(['Log', ' log '])('is found by its name, "%s"', async (sheet) => {
    expect(await read(several, { sheet })).toEqual([['Ref'], ['Log']])
  })

  test('needs no name where the others hold nothing', async () => {
    const book = workbook([{ name: 'Sheet1', rows: [] }, filled('Log'), { name: 'Sheet3', rows: [[null]] }])
    expect(await read(book)).toEqual([['Ref'], ['Log']])
  })

  test('must be named where there are several: they are listed, with what to write', async () => {
    const found = await refusal(several)
    expect(found.reason).toBe('no_header')
    expect(found.message).toContain('"Notes", "Log"')
    expect(found.message).not.toContain('Empty')
    expect(found.message).toContain('sheet: "Notes"')
  })

  test('that is not there is missed by name, and those that are there are listed', async () => {
    const found = await refusal(several, { sheet: 'Lgo' })
    expect(found).toMatchObject({ reason: 'no_header' })
    expect(found.message).toContain('no sheet "Lgo", but "Notes", "Log", "Empty"')
  })

  test('with a blank row where the header should be is refused, with the row to write', async () => {
    const found = await refusal(workbook(one([], [], ['Ref'], ['1'])))
    expect(found).toMatchObject({ reason: 'no_header' })
    expect(found.message).toContain('row 3 is the first')
    expect(found.message).toContain('header_row')
  })

  test('of nothing is refused as empty', async () => {
    expect(await refusal(workbook(one()))).toMatchObject({ reason: 'empty' })
    expect(await refusal(several, { sheet: 'Empty' })).toMatchObject({ reason: 'empty' })
  })

  test('of more columns than a table has is refused', async () => {
    const found = await refusal(workbook(one(Array.from({ length: 2_001 }, (_, index) => `c${index}`))))
    expect(found).toMatchObject({ reason: 'too_large' })
  })
})

describe('a file is refused, and told what to do,', () => {
  const parts = workbookParts(one(['Ref'], ['1']))
  const good = zip(parts)
  const withSheet = (xml: string): Buffer => zip({ ...parts, 'xl/worksheets/sheet1.xml': xml })
  const cells = (inner: string): Buffer =>
    withSheet(`<worksheet><sheetData><row r="1">${inner}</row></sheetData></worksheet>`)
  const damagedInside = Buffer.from(good)
  damagedInside.fill(0x55, 60, 66)

  const cases: [string, Uint8Array, string, string][] = [
    ['being empty', Buffer.alloc(0), 'empty', 'export it again'],
    ['being text', Buffer.from('Ref,Owner\n1,Ann\n'), 'unreadable', '.csv'],
    ['being an old .xls, or having a password', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'unreadable', 'without a password'],
    ['being a zip of something else', zip({ 'notes.xml': '<a/>' }), 'unreadable', 'not of a workbook'],
    ['being an OpenDocument file', zip({ 'content.xml': '<a/>', 'META-INF/manifest.xml': '<a/>' }), 'unreadable', 'OpenDocument'],
    ['being cut off', good.subarray(0, good.length - 40), 'unreadable', 'cut off'],
    ['being damaged', damagedInside, 'unreadable', 'save it again'],
    ['a part larger than it says', zip(parts, { bytes: 3 }), 'unreadable', 'save it again'],
    ['a part smaller than it says', zip(parts, { bytes: 1_000_000, isStored: true }), 'unreadable', 'save it again'],
    ['saying that it unpacks to more than it may', zip(parts, { bytes: 2 ** 30 }), 'too_large', 'export it as CSV'],
    ['a part that is no XML', withSheet('hello'), 'unreadable', 'save it again'],
    ['a part that breaks off', withSheet('<worksheet><sheetData><row r="1"><c r="A1"><v>1</v>'), 'unreadable', 'save it again'],
    ['a part that is not UTF-8', zip({ ...parts, 'xl/sharedStrings.xml': Buffer.from([0x3c, 0xff]) }), 'unreadable', 'not UTF-8'],
    ['text that the library would pass over', withSheet('<worksheet><![CDATA[x]]></worksheet>'), 'unreadable', 'CDATA'],
    ['a text that is nowhere', cells('<c r="A1" t="s"><v>99</v></c>'), 'unreadable', 'row 1, column 1'],
    ['cells without a place', cells('<c><v>1</v></c>'), 'unreadable', 'save it again'],
    ['sheets that are not listed', zip({ ...parts, 'xl/workbook.xml': '<workbook/>' }), 'unreadable', 'save it again'],
  ] // biome-ignore format: a table
  test.each(cases)('for %s', async (_, bytes, reason, words) => {
    const found = await refusal(bytes, { mostBytes: 2 ** 24 })
    expect(found.message).toContain(words)
    expect(found.reason).toBe(reason)
  })

  const cell = (place: string): string => `<c r="${place}"><v>1</v></c>`
  const bombs: [string, string][] = [
    [
      'a cell far to the right above one far below',
      `${cell('XFD1')}</row><row r="1048576">${cell('A1048576')}`,
    ],
    ['a row far below any that Excel has', `${cell('A1')}</row><row r="99999999999">${cell('A99999999999')}`],
  ]
  test.each(bombs)('for %s: it would fill the memory', async (_, inner) => {
    const found = await refusal(cells(inner), { heapMegabytes: 48 })
    expect(found).toMatchObject({ reason: 'too_large' })
    expect(found.message).toContain('stray cells')
  })

  test('and never by an error of the library, wherever a byte of it is wrong', async () => {
    const byte = fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }))
    await fc.assert(
      fc.asyncProperty(byte, async ([at, change]) => {
        const bytes = Buffer.from(good)
        bytes[at] = (bytes[at] ?? 0) ^ change
        const found = await read(bytes).catch((error: unknown) => error)
        if (!(found instanceof Refusal)) expect(found).toEqual([['Ref'], ['1']])
      }),
      { numRuns: 12 },
    )
  })
})

describe('a workbook is read, though its zip', () => {
  const parts = workbookParts(one(['Ref'], ['1']))
  const cases: [string, Buffer][] = [
    ['packs nothing', zip(parts, { isStored: true })],
    ['is written as large files are', zip(parts, { isLarge: true })],
    ['holds parts that are not read', zip({ ...parts, 'xl/vbaProject.bin': 'x', 'customXml/item1.xml': Buffer.from([0xff, 0xfe, 0x3c, 0]) })],
    ['is followed by a comment', Buffer.concat([zip(parts), Buffer.from('words')])],
  ] // biome-ignore format: a table
  test.each(cases)('%s', async (_, bytes) => {
    expect(await read(bytes)).toEqual([['Ref'], ['1']])
  })
})

test('columns are named as Excel does', () => {
  expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
})
