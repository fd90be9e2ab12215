import { isUtf8 } from 'node:buffer'
import { readFile, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import readWorkbookFile from 'read-excel-file/node'
import { isOle, isZip } from '../../../data/shared/magic.ts'
import { Refusal } from '../refusal.ts'
import { type Cell, NumberText } from './cell.ts'
import { unzip, zipped } from './zip.ts'

export interface Sheet {
  readonly name: string
  /** Row n of the sheet is at n - 1, blank ones too. */
  readonly rows: readonly (readonly Cell[])[]
}

const unreadable = (what: string) =>
  new Refusal('unreadable', `${what}: open it in Excel and save it again as .xlsx`)

const openDocumentPart = 'META-INF/manifest.xml'

/** What a table is read from; drawings, comments, other tools' data and what links elsewhere stay packed. */
const isPart = (name: string): boolean =>
  name === openDocumentPart || /^xl\/(?:worksheets\/|_rels\/)?[^/]+\.(?:xml|rels)$/i.test(name)

function refuseWhatIsNoWorkbook(bytes: Buffer): void {
  if (bytes.length === 0) throw new Refusal('empty', 'it is empty: export it again')
  if (isOle(bytes)) {
    throw new Refusal(
      'unreadable',
      'it is an old Excel workbook (.xls), or one with a password: save it as .xlsx without a password',
    )
  }
  if (!isZip(bytes)) {
    throw new Refusal(
      'unreadable',
      'its name ends in .xlsx and it is no workbook: name it after what it is (.csv if it is text), or save it as .xlsx',
    )
  }
}

/** What the library would read otherwise than it is meant, put in words that it knows. */
function inWordsOfTheLibrary(name: string, part: Buffer): Buffer {
  if (!isUtf8(part)) throw unreadable(`part ${name} is not UTF-8`)
  // The library passes over CDATA without a word.
  if (part.includes('<![CDATA[')) throw unreadable(`part ${name} is written in an unusual way (CDATA)`)
  // It knows the date system of 1904 by "1" only, and LibreOffice writes "true".
  if (name === 'xl/workbook.xml')
    return Buffer.from(part.toString().replace(/(?<=\sdate1904\s*=\s*["'])true(?=["'])/, '1'))
  // It takes a date that is written as ISO text for a time in the zone of the machine: as text it stays as it is.
  if (part.includes(' t="d"') || part.includes(" t='d'"))
    return Buffer.from(
      part
        .toString()
        .replace(/<(?:[\w.-]{1,40}:)?c\s[^<>]{0,300}>/g, (cell) =>
          cell.replace(/\bt=(["'])d\1/, 't=$1str$1'),
        ),
    )
  return part
}

/** The parts of a workbook file, checked, unpacked and packed again so that the library sees nothing else. */
export async function partsOf(path: string, mostBytes: number): Promise<ReadonlyMap<string, Buffer>> {
  const { size } = await stat(path)
  if (size > mostBytes)
    throw new Refusal('too_large', `it has ${Math.ceil(size / 2 ** 20)} MiB: export it as CSV`)
  const bytes = await readFile(path)
  refuseWhatIsNoWorkbook(bytes)
  const parts = unzip(bytes, isPart, mostBytes)
  if (!parts.has('xl/workbook.xml')) {
    throw new Refusal(
      'unreadable',
      parts.has(openDocumentPart)
        ? 'it is an OpenDocument file, not a workbook: save it as .xlsx'
        : 'it is a zip, but not of a workbook: unpack it, or save the spreadsheet as .xlsx',
    )
  }
  return new Map([...parts].map(([name, part]) => [name, inWordsOfTheLibrary(name, part)]))
}

/** A fault as the library words it, in ours: it names a cell by the numbers of its row and column. */
function faultOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  const [, row, column] = /at row (\d+),? col (\d+)/.exec(error instanceof Error ? error.message : '') ?? []
  return unreadable(
    row ? `the cell in row ${row}, column ${column} cannot be read` : 'its workbook cannot be read',
  )
}

/** All sheets of a workbook. Throws `Refusal` where it is none, or unpacks to more than `mostBytes`. */
export async function readWorkbook(path: string, mostBytes: number): Promise<Sheet[]> {
  const parts = await partsOf(path, mostBytes)
  try {
    const sheets = await readWorkbookFile(Readable.from(zipped(parts)), {
      parseNumber: (text) => new NumberText(text),
    })
    // A sheet that holds a chart has no rows. The library's types say `typeof Date` for a Date.
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: (data ?? []) as unknown as Cell[][] }))
  } catch (error) {
    throw faultOf(error)
  }
}
