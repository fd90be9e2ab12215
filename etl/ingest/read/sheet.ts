import { mostColumns } from '../../../data/shared/limits.ts'
import { Refusal } from '../refusal.ts'
import { type Cell, cellText } from './cell.ts'
import type { Sheet } from './workbook.ts'

/** What Excel itself holds. */
const mostRows = 1_048_576

const isFilled = (cell: string): boolean => cell.trim() !== ''
const hasAny = (row: readonly Cell[]): boolean => row.some((cell) => isFilled(cellText(cell)))

const listed = (sheets: readonly Sheet[]): string => sheets.map(({ name }) => `"${name}"`).join(', ')

/** The sheet of that name, whatever its case; without a name the only one that holds anything. */
export function chooseSheet(sheets: readonly Sheet[], name: string | null): Sheet {
  if (name !== null) {
    const folded = name.trim().toLowerCase()
    const found = sheets.find((sheet) => sheet.name.trim().toLowerCase() === folded)
    if (found) return found
    throw new Refusal(
      'no_header',
      `it has no sheet "${name}", but ${listed(sheets)}: correct \`sheet:\` of the source`,
    )
  }
  const filled = sheets.filter(({ rows }) => rows.some(hasAny))
  const [first, ...others] = filled
  if (!first) throw new Refusal('empty', 'it has no sheet with anything in it: export it again')
  if (others.length === 0) return first
  throw new Refusal(
    'no_header',
    `it has several sheets (${listed(filled)}): write which one at the source, such as \`sheet: "${first.name}"\``,
  )
}

function headerOf({ name, rows }: Sheet, headerRow: number): string[] {
  const cells = (rows[headerRow - 1] ?? []).map(cellText)
  const header = cells.slice(0, cells.findLastIndex(isFilled) + 1)
  if (header.length > 0) return header
  const first = rows.findIndex(hasAny) + 1
  throw first === 0
    ? new Refusal('empty', `its sheet "${name}" holds nothing: export it again`)
    : new Refusal(
        'no_header',
        `row ${headerRow} of sheet "${name}", where the header should be, is blank (row ${first} is the first that is not): set header_row at the source`,
      )
}

/** A row's cells, one under each header; more only where something stands beyond the last. Null for a blank row. */
function under(width: number, row: readonly Cell[]): string[] | null {
  const cells = row.map(cellText)
  const filled = cells.findLastIndex(isFilled) + 1
  if (filled === 0) return null
  return Array.from({ length: Math.max(width, filled) }, (_, index) => cells[index] ?? '')
}

/** The rows of a sheet from its header in row `headerRow` on, as text and without blank ones. */
export function* rowsOf(sheet: Sheet, headerRow: number): Generator<string[]> {
  const header = headerOf(sheet, headerRow)
  if (header.length > mostColumns)
    throw new Refusal('too_large', `it has more than ${mostColumns} columns: this is not a table of records`)
  if (sheet.rows.length > mostRows)
    throw new Refusal('too_large', `its sheet "${sheet.name}" has more rows than Excel has: export it as CSV`)
  yield header
  for (const row of sheet.rows.slice(headerRow)) {
    const cells = under(header.length, row)
    if (cells) yield cells
  }
}
