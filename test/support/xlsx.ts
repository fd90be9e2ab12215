import { crc32, deflateRawSync } from 'node:zlib'

/** A cell of a test's workbook; a bare text is a shared string, a bare number a number. */
export type TestCell =
  | string
  | number
  | boolean
  | null
  | { readonly inline: string }
  | { readonly rich: readonly string[] }
  | { readonly date: number; readonly format?: DateFormat }
  | { readonly iso: string }
  | { readonly raw: string }
  | { readonly error: string }
  | { readonly formula: string; readonly value?: string | number }

type DateFormat = 'date' | 'time' | 'date and time'
export interface TestSheet {
  readonly name: string
  /** Rows from the first on; an empty one is not written at all. */
  readonly rows: readonly (readonly TestCell[])[]
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const text = (words: string): string => `<t xml:space="preserve">${escaped(words)}</t>`

/** Excel's name of a column, counted from 0. */
export const columnName = (index: number): string =>
  (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))

const styles: Readonly<Record<DateFormat, number>> = { date: 1, 'date and time': 2, time: 3 }

class Strings {
  readonly #places = new Map<string, number>()
  place(item: string): number {
    const place = this.#places.get(item) ?? this.#places.size
    this.#places.set(item, place)
    return place
  }
  xml(): string {
    return `<sst>${[...this.#places.keys()].map((item) => `<si>${item}</si>`).join('')}</sst>`
  }
}

function cellXml(cell: TestCell, at: string, strings: Strings): string {
  const made = (type: string, inner: string) => `<c r="${at}"${type}>${inner}</c>`
  const shared = (item: string) => made(' t="s"', `<v>${strings.place(item)}</v>`)
  if (cell === null) return ''
  if (typeof cell === 'string') return shared(text(cell))
  if (typeof cell === 'number') return made('', `<v>${cell}</v>`)
  if (typeof cell === 'boolean') return made(' t="b"', `<v>${Number(cell)}</v>`)
  if ('inline' in cell) return made(' t="inlineStr"', `<is>${text(cell.inline)}</is>`)
  if ('rich' in cell) return shared(cell.rich.map((run) => `<r><rPr><b/></rPr>${text(run)}</r>`).join(''))
  if ('date' in cell) return made(` s="${styles[cell.format ?? 'date and time']}"`, `<v>${cell.date}</v>`)
  if ('iso' in cell) return made(' s="2" t="d"', `<v>${cell.iso}</v>`)
  if ('raw' in cell) return made('', `<v>${cell.raw}</v>`)
  if ('error' in cell) return made(' t="e"', `<v>${cell.error}</v>`)
  const type = typeof cell.value === 'string' ? ' t="str"' : ''
  const value = cell.value === undefined ? '' : `<v>${escaped(String(cell.value))}</v>`
  return made(type, `<f>${escaped(cell.formula)}</f>${value}`)
}

function sheetXml({ rows }: TestSheet, strings: Strings): string {
  const lines = rows.map((row, y) => {
    const cells = row.map((cell, x) => cellXml(cell, `${columnName(x)}${y + 1}`, strings))
    return row.length > 0 ? `<row r="${y + 1}">${cells.join('')}</row>` : ''
  })
  return `<worksheet><sheetData>${lines.join('')}</sheetData></worksheet>`
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`

/** The parts of a workbook by their names in the zip. `date1904` is the attribute's value, where there is to be one. */
export function workbookParts(sheets: readonly TestSheet[], date1904?: string): Record<string, string> {
  const strings = new Strings()
  const bodies = sheets.map((sheet, index) => [
    `xl/worksheets/sheet${index + 1}.xml`,
    sheetXml(sheet, strings),
  ])
  const names = sheets.map(
    ({ name }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  )
  const relations = sheets.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`))
  const formats = '<numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/>'
  return {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns:r="${office}">${date1904 ? `<workbookPr date1904="${date1904}"/>` : ''}<sheets>${names.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}${relation('rIdS', 'styles', 'styles.xml')}${relation('rIdT', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/styles.xml': `<styleSheet><numFmts>${formats}</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="20"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(bodies),
    'xl/sharedStrings.xml': strings.xml(),
  }
}

export interface ZipLie {
  /** A size that the zip states for each part, in place of the true one. */
  readonly bytes?: number
  readonly isStored?: boolean
  /** Whether sizes and places stand in the extra field for large files, as tools that stream write them. */
  readonly isLarge?: boolean
}

/** A zip of the given parts; a lie makes it say what is not so. */
export function zip(parts: Readonly<Record<string, string | Uint8Array>>, lie: ZipLie = {}): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let position = 0
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content)
    const packed = lie.isStored ? bytes : deflateRawSync(bytes)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(lie.isStored ? 0 : 8, 4)
    shared.writeUInt32LE(crc32(bytes), 10)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(lie.bytes ?? bytes.length, 18)
    shared.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, Buffer.from(name), packed])
    const entry = Buffer.alloc(46)
    entry.write('PK\x01\x02', 0, 'latin1')
    entry.writeUInt16LE(20, 4)
    shared.copy(entry, 6)
    entry.writeUInt32LE(position, 42)
    const extra = Buffer.alloc(lie.isLarge ? 28 : 0)
    if (lie.isLarge) {
      for (const offset of [20, 24, 42]) entry.writeUInt32LE(0xffffffff, offset)
      extra.writeUInt16LE(1, 0)
      extra.writeUInt16LE(24, 2)
      for (const [index, field] of [bytes.length, packed.length, position].entries())
        extra.writeBigUInt64LE(BigInt(field), 4 + 8 * index)
      entry.writeUInt16LE(extra.length, 30)
    }
    locals.push(local)
    directory.push(Buffer.concat([entry, Buffer.from(name), extra]))
    position += local.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(position, 16)
  return Buffer.concat([...locals, list, end])
}

/** A workbook file of the given sheets. */
export const workbook = (sheets: readonly TestSheet[], date1904?: string): Buffer =>
  zip(workbookParts(sheets, date1904))
