/** How one row of an export is read: which cell is which canonical column, what is null, what a value means. */

/** Where a canonical column stands in a file. */
export interface ColumnReading {
  /** Alternatives in order of preference; each is one header, or several whose cells are joined by "/". */
  readonly alternatives: readonly (readonly string[])[]
  /** What stands between several values in one cell, of which the first counts. */
  readonly separators?: readonly string[]
  /** Whether blanks within a cell only group its digits and are taken out. */
  readonly isGrouped?: boolean
  /** Cells of this column that say nothing, beside those of the whole reading. */
  readonly nulls?: readonly string[]
}

export interface Reading {
  readonly columns: Readonly<Record<string, ColumnReading>>
  readonly required: readonly string[]
  readonly nulls: readonly string[]
}

export interface Located {
  /** Cell positions of each canonical column that the header has. */
  readonly positions: Readonly<Record<string, readonly number[]>>
  /** Required canonical columns that the header lacks. */
  readonly missing: readonly string[]
  /** Headers that no canonical column uses. */
  readonly unused: readonly string[]
}

/** A header without BOM, surrounding blanks, repeated blanks and case. */
export const foldHeader = (header: string): string =>
  header
    .replace(/^\uFEFF/, '')
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase()

/** Finds the canonical columns of `reading` in a file's header row. Of repeated headers the first counts. */
export function locate(header: readonly string[], reading: Reading): Located {
  const folded = header.map(foldHeader)
  const positions: Record<string, readonly number[]> = {}
  for (const [column, { alternatives }] of Object.entries(reading.columns)) {
    const found = alternatives
      .map((headers) => headers.map((name) => folded.indexOf(foldHeader(name))))
      .find((cells) => cells.every((cell) => cell >= 0))
    if (found) positions[column] = found
  }
  const used = new Set(Object.values(positions).flat())
  return {
    positions,
    missing: reading.required.filter((column) => !(column in positions)),
    unused: header.filter((_, index) => !used.has(index)),
  }
}

/** One value of a cell: the first of several, without the blanks around it and those that group its digits. */
function firstValue(cell: string | undefined, { separators = [], isGrouped = false }: ColumnReading): string {
  const first = separators.reduce((text, separator) => text.split(separator, 1)[0] ?? '', cell?.trim() ?? '')
  return isGrouped ? first.replace(/\s/g, '') : first.trim()
}

/** One canonical cell of a row as text, trimmed; null where nothing was written. Joined cells keep their slashes. */
export function readCell(
  row: readonly string[],
  cells: readonly number[],
  column: ColumnReading,
  nulls: readonly string[],
): string | null {
  const isNull = (text: string): boolean =>
    text === '' || nulls.includes(text) || (column.nulls?.includes(text) ?? false)
  const parts = cells.map((cell) => firstValue(row[cell], column))
  return parts.every(isNull) ? null : parts.join('/')
}

/** What a source value means: the exact entry of the map first, then the longest `prefix*`; undefined where none fits. */
export function mapValue(map: Readonly<Record<string, string>>, value: string): string | undefined {
  if (Object.hasOwn(map, value)) return map[value]
  const fitting = Object.keys(map)
    .filter((key) => key.endsWith('*') && value.startsWith(key.slice(0, -1)))
    .sort((a, b) => b.length - a.length)[0]
  return fitting === undefined ? undefined : map[fitting]
}
