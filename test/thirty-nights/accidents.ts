import { gzipSync } from 'node:zlib'
import type { QuarantineReason, RefusalReason } from '../../data/contract.ts'
import { type Delivery, deliveryOf, type Row, type SourceName } from './delivery.ts'
import { columnsOf, type Sheet } from './sheet.ts'

/** A file that no night should accept. */
export const broken = (
  source: SourceName | null,
  name: string,
  at: number,
  bytes: Uint8Array | string,
  refused: RefusalReason,
): Delivery => deliveryOf({ source, name, at, bytes, rows: [], refused })

/** What a sign-in page looks like to a job that fetches an export. */
export const signInPage =
  '<!DOCTYPE html>\n<html><head><title>Sign in</title></head>\n<body><p>Your session has ended.</p></body></html>\n'

/** The first bytes of a picture. */
export const picture = Buffer.from([
  0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 1, 0,
])

export const headerOf = (sheet: Sheet): string => `${columnsOf(sheet, {}).join(',')}\n`

/** A file of which the end is missing, as one that is copied while a night begins. */
export const half = ({ bytes }: Delivery): Uint8Array => bytes.subarray(0, Math.floor(bytes.length / 2))

/** A text in which the nth record opens a quote that nothing closes, and which breaks off there. */
export const cutInQuotes = (text: string, record: number): string =>
  `${text.split('\n').slice(0, record).join('\n')}\nINC9,"2026-10-`

/** A file packed, as some jobs write it. */
export const packed = (delivery: Delivery): Delivery =>
  deliveryOf({ ...delivery, name: `${delivery.name}.gz`, bytes: gzipSync(delivery.bytes) })

const nobody = { fact: { item: '', thing: '' } } as const

/** A sheet whose nth row is spoilt, so that it is set aside for the reason. */
export function spoilt(sheet: Sheet, nth: number, fault: QuarantineReason, cells: Row['cells']): Sheet {
  const rows = sheet.rows.map((row, index): Row => {
    if (index !== nth) return row
    const isNameless = fault === 'missing_id' || fault === 'short_row'
    return {
      fact: isNameless ? { ...row.fact, ...nobody.fact } : row.fact,
      cells: { ...row.cells, ...cells },
      fault,
    }
  })
  return { ...sheet, rows }
}
