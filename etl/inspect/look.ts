import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { kindOf } from '../../data/shared/file-kind.ts'
import type { Format } from '../formats/format.ts'
import { mailKindOf } from '../ingest/read/mail-kind.ts'
import { Refusal } from '../ingest/refusal.ts'
import { dialectOf } from './dialect.ts'
import { headerRowOf } from './header-row.ts'
import type { Known } from './recognise.ts'
import { firstRows, type Manner, type Row } from './rows.ts'
import { workbook } from './sheets.ts'

/** What a file is and where its table begins. */
export interface Look {
  readonly kind: ReturnType<typeof kindOf>
  /** How to read it, and the format that knows its container. */
  readonly manner: Manner
  readonly format: Format
  readonly header: Row
  /** What was seen, a sentence each. */
  readonly seen: readonly string[]
  /** What a person has to confirm of the manner, by setting. */
  readonly toConfirm: Readonly<Partial<Record<keyof Manner, string>>>
}

async function isMail(path: string): Promise<boolean> {
  const name = basename(path)
  if (/\.(mbox|eml)$/i.test(name)) return true
  if (/\.(csv|tsv|xlsx|json|gz)$/i.test(name)) return false
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1 << 16), 0, 1 << 16, 0)
    mailKindOf(buffer.subarray(0, bytesRead), name)
    return true
  } catch {
    return false
  } finally {
    await file.close()
  }
}

/** A manner, what was seen of it, and what is to be confirmed. */
export type Manners = Pick<Look, 'manner' | 'seen' | 'toConfirm'>

async function mannerOf(
  path: string,
  kind: Look['kind'],
  table: Format,
  signatures: readonly Row[],
): Promise<Manners> {
  if (kind === 'spreadsheet') return workbook(path, table, signatures)
  if (kind === 'json') return { manner: { header_row: 1 }, seen: ['JSON, a list of records'], toConfirm: {} }
  const { delimiter, encoding, seen } = await dialectOf(path, table)
  const manner: Manner = { header_row: 1, delimiter, ...(encoding && { encoding }) }
  return {
    manner,
    seen,
    toConfirm: encoding ? { encoding: 'it is not UTF-8; are é, £ and ’ right below?' } : {},
  }
}

/** Looks at a file that nobody has configured. Throws `Refusal` where nothing can be read of it. */
export async function lookAt(path: string, { formats, hints }: Known): Promise<Look> {
  const table = formats.get('table')
  if (!table) throw new Error('the format "table" is missing')
  const mail = [...formats.values()].find(({ container }) => container === 'mail')
  if (mail && (await isMail(path))) {
    const manner: Manner = { header_row: 1 }
    const [header = []] = await firstRows(path, manner, mail, 1)
    return { kind: 'mail', manner, format: mail, header, seen: ['mail (mbox or eml)'], toConfirm: {} }
  }
  const kind = kindOf(basename(path), { container: 'table' })
  const signatures = [...formats.values(), ...hints.values()].flatMap((each) => each.signatures)
  const { manner, seen, toConfirm } = await mannerOf(path, kind, table, signatures)
  const found = await headerRowOf(path, manner, table, signatures)
  if (!found) throw new Refusal('no_header', 'none of its first rows holds anything: export it again')
  return {
    kind,
    manner: { ...manner, header_row: found.row },
    format: table,
    header: found.cells,
    seen: [...seen, `header in ${kind === 'text' ? 'line' : 'row'} ${found.row}: ${found.why}`],
    toConfirm: { ...toConfirm, ...(found.row > 1 && { header_row: 'the header is there' }) },
  }
}
