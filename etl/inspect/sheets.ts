import type { Format } from '../formats/format.ts'
import { cellText } from '../ingest/read/cell.ts'
import { readWorkbook } from '../ingest/read/workbook.ts'
import { Refusal } from '../ingest/refusal.ts'
import { holdsOneOf } from './header-row.ts'
import type { Manners } from './look.ts'
import { firstRows, type Manner, type Row } from './rows.ts'
import { count, shown } from './text.ts'

const mostUnpackedBytes = 512 * 2 ** 20
/** Rows of a sheet among which a known header is looked for. */
const looked = 20

/** The sheet that holds a known header, else the one with the most rows; and the names of the others. */
async function sheetOf(
  path: string,
  signatures: readonly Row[],
): Promise<{ name: string; others: string[] }> {
  const sheets = await readWorkbook(path, mostUnpackedBytes)
  const isKnown = ({ rows }: (typeof sheets)[number]): boolean =>
    rows.slice(0, looked).some((row) => holdsOneOf(row.map(cellText), signatures))
  const [best] = [...sheets].sort(
    (a, b) => Number(isKnown(b)) - Number(isKnown(a)) || b.rows.length - a.rows.length,
  )
  const others = sheets.filter((sheet) => sheet !== best).map(({ name }) => name)
  return { name: best?.name ?? '', others }
}

/** The first row of a sheet that is not blank; null where the workbook has several sheets. */
async function firstFilledRow(path: string, manner: Manner, table: Format): Promise<number | null> {
  try {
    await firstRows(path, manner, table, 1)
    return 1
  } catch (error) {
    if (!(error instanceof Refusal) || error.reason !== 'no_header') throw error
    const first = /\(row (\d+) is the first/.exec(error.message)?.[1]
    return first === undefined ? null : Number(first)
  }
}

/** How a spreadsheet is read: its only sheet, or the one that holds a known header or else the most rows. */
export async function workbook(path: string, table: Format, signatures: readonly Row[]): Promise<Manners> {
  const only = await firstFilledRow(path, { header_row: 1 }, table)
  if (only !== null) return { manner: { header_row: only }, seen: ['spreadsheet (.xlsx)'], toConfirm: {} }
  const { name, others } = await sheetOf(path, signatures)
  const header_row = (await firstFilledRow(path, { header_row: 1, sheet: name }, table)) ?? 1
  const also = others.map((other) => `“${shown(other)}”`).join(', ')
  return {
    manner: { header_row, sheet: name },
    seen: [
      `spreadsheet (.xlsx) of ${count(others.length + 1, 'sheet')}: “${shown(name)}” is looked at, not ${also}`,
    ],
    toConfirm: { sheet: `there is also ${also}` },
  }
}
