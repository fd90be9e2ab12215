import type { SetAsideFor } from './fault.ts'
import { mostCharactersInCell } from './limits.ts'

/** Widths of a header row: of all its cells, and up to the last that has a name. */
export interface Widths {
  readonly width: number
  /** Cells up to the last one that has a name; a row may end after them. */
  readonly named: number
}

/**
 * Why a row is set aside for its shape alone, or null. Cells that nobody named may be there or not, as long as they
 * are empty; in a ragged format any number of cells will do.
 */
export function shapeFault(
  row: readonly string[],
  { width, named }: Widths,
  isRagged: boolean,
): SetAsideFor | null {
  if (row.some((cell) => cell.includes('\0'))) return 'bad_bytes'
  if (row.some((cell) => cell.length > mostCharactersInCell)) return 'too_large'
  if (isRagged || row.length === width) return null
  if (row.length < width) return row.length < named ? 'short_row' : null
  return row.slice(width).some((cell) => cell.trim() !== '') ? 'long_row' : null
}
