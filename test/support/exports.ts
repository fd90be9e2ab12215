import fc from 'fast-check'

/** A delimited file as some tool might write it, sound or not, and the source that reads it. */
export interface WrittenExport {
  readonly bytes: Uint8Array
  readonly encoding: 'utf-8' | 'utf-16le' | 'windows-1252'
  /** Lines above the header. */
  readonly titles: number
}

const headers = ['Ref', 'Opened', 'Status', 'Part 1', 'Part 2', 'Assigned to', 'Caller', 'Extra']
const odd = [
  '',
  ' ',
  '  ',
  '?',
  '-',
  'é',
  '\u00a0x',
  'x\u2003',
  '\uFEFF',
  '𝛼 ',
  'ß',
  '\u0085',
  "'",
  '\\',
  '\\"',
  '=1+1',
  '2 553',
  'a<br>b',
  '\tq',
]
const simple = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'ab 1,;\t|'), maxLength: 6 }),
  fc.constantFrom(...odd),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
)
const nasty = fc.oneof({ weight: 6, arbitrary: simple }, { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(...'a"\n\r,; \0é'), maxLength: 7 }) }) // biome-ignore format: one idea a line

/** How often something that is out of the ordinary happens. */
const seldom = fc.integer({ min: 0, max: 9 }).map((n) => n === 0)

interface Style {
  readonly delimiter: string
  readonly newline: string
  readonly isQuoted: boolean
  readonly hasMark: boolean
  readonly hasTrailing: boolean
  readonly endsWithLine: boolean
  readonly isRagged: boolean
  readonly isBroken: boolean
}

const style: fc.Arbitrary<Style> = fc.record({
  delimiter: fc.constantFrom(',', ',', ';', '\t', '|'),
  newline: fc.constantFrom('\n', '\n', '\r\n', '\r'),
  isQuoted: fc.boolean(),
  hasMark: fc.boolean(),
  hasTrailing: seldom,
  endsWithLine: fc.boolean(),
  isRagged: seldom,
  isBroken: seldom,
})

const needsQuotes = (cell: string, { delimiter, isQuoted }: Style): boolean =>
  isQuoted || /["\r\n]/.test(cell) || cell.includes(delimiter)

function written(cell: string, how: Style, place: number): string {
  if (!needsQuotes(cell, how)) return cell
  // a tool that forgets to double a quote, or to close one
  if (how.isBroken && place % 7 === 3) return `"${cell}`
  return `"${how.isBroken ? cell : cell.replaceAll('"', '""')}"`
}

function encode(text: string, encoding: WrittenExport['encoding'], hasMark: boolean): Uint8Array {
  if (encoding === 'utf-16le') return Buffer.from(`\uFEFF${text}`, 'utf16le')
  if (encoding === 'windows-1252') return Buffer.from(text.replace(/[^\0-\xff]/g, '?'), 'latin1')
  return Buffer.from(`${hasMark ? '\uFEFF' : ''}${text}`)
}

/** Exports of every dialect, most of them sound: cells of blanks, nulls, quotes and newlines, ragged rows, lost quotes. */
export const anyExport: fc.Arbitrary<WrittenExport> = fc
  .record({
    how: style,
    rows: fc.array(fc.array(fc.oneof({ weight: 4, arbitrary: simple }, { weight: 1, arbitrary: nasty }), { minLength: headers.length, maxLength: headers.length }), { minLength: 1, maxLength: 9 }), // biome-ignore format: one row
    cuts: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 9, maxLength: 9 }),
    encoding: fc.constantFrom('utf-8', 'utf-8', 'utf-8', 'utf-16le', 'windows-1252'),
    titles: fc.constantFrom(0, 0, 0, 2),
    hasLoneByte: seldom,
    isTame: fc.boolean(),
  })
  .map(({ how: style, rows: any, cuts, encoding: either, titles: some, hasLoneByte: spoils, isTame }) => {
    // half of all exports are as a well-behaved tool writes them, whatever stands in their cells
    const how = isTame ? { ...style, newline: style.newline === '\r' ? '\r\n' : style.newline, isRagged: false, isBroken: false } : style
    const rows = isTame ? any.map((row) => row.map((cell) => cell.replace(/[\0\r]/g, ''))) : any
    const [encoding, titles, hasLoneByte] = isTame ? ['utf-8', 0, false] : [either, some, spoils]
    const shaped = rows.map((row, index) => {
      const cut = how.isRagged ? (cuts[index] ?? 0) : 0
      return cut < 0 ? row.slice(0, cut) : [...row, ...Array.from({ length: cut }, () => (cut > 1 ? 'more' : ''))]
    }) // biome-ignore format: one idea a line
    const table = [headers, ...shaped].map((row) => (how.hasTrailing ? [...row, ''] : row))
    const lines = table.map((row, at) => row.map((cell, place) => written(cell, how, at + place)).join(how.delimiter))
    const above = Array.from({ length: titles }, (_, index) => `Title ${index}`)
    const text = [...above, ...lines].join(how.newline) + (how.endsWithLine ? how.newline : '')
    const bytes = encode(text, encoding as WrittenExport['encoding'], how.hasMark)
    const spoiled = hasLoneByte && encoding === 'utf-8' ? Buffer.concat([bytes, Buffer.from([0x92])]) : bytes
    return { bytes: spoiled, encoding: encoding as WrittenExport['encoding'], titles }
  }) // biome-ignore format: one idea a line
