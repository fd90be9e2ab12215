import type { QuarantineReason } from '../../data/contract.ts'
import type { Header } from './header.ts'
import { mostCharactersInCell } from './limits.ts'

/**
 * Why a row is set aside for its shape alone, or null. Cells that nobody named may be there or not, as long as they
 * are empty; in a ragged format any number of cells will do.
 */
export function shapeFault(
  row: readonly string[],
  { width, named }: Header,
  isRagged: boolean,
): QuarantineReason | null {
  if (row.some((cell) => cell.includes('\0'))) return 'bad_bytes'
  if (row.some((cell) => cell.length > mostCharactersInCell)) return 'too_large'
  if (isRagged || row.length === width) return null
  if (row.length < width) return row.length < named ? 'short_row' : null
  return row.slice(width).some((cell) => cell.trim() !== '') ? 'long_row' : null
}
