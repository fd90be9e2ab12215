/** A table as a page shows it and a file holds it. */

/** `range`: two ends in one cell · `line`: a small picture, which no file holds. */
export type Head = {
  label: string
  kind: 'number' | 'text' | 'range' | 'line'
  /** True where the rows stand by this column already, the latest first. */
  isLatestFirst?: true
}

/** Limits of what is usual, in the unit of the values. */
export type Limits = { lower: number; mean: number; upper: number }

/** Values as a small picture. */
export type SmallLine = {
  values: (number | null)[]
  limits?: Limits | null
  /** Lowest and highest value that the picture reaches to. */
  range?: readonly [number, number]
  /** The side on which the last value is beyond what is usual. */
  signal?: 'up' | 'down' | null
}

export type Cell = {
  words: string
  /** Unrounded: what it is sorted by and what a file holds; null where it is missing or told in words alone. */
  value: number | string | null
  /** The ends of a range. */
  ends?: readonly [number | null, number | null]
  /** A share, 0 to 1, drawn under the words. */
  bar?: number
  line?: SmallLine
}

export type Row = {
  label: string
  href?: string | null
  /** The value of a dimension that the row is of, for filters. */
  of?: { dimension: string; value: string }
  cells: Cell[]
}

export type Table = { head: Head[]; rows: Row[] }

/** From so many rows on a table can be sorted. */
const fewestToSort = 11

/** Whether a table is long enough to be worth sorting. */
export const isSortable = (table: Table): boolean => table.rows.length >= fewestToSort

/** Enough to sort by; the file holds them all. */
const sortDigits = 4

/** What a cell says beside its words so that it can be sorted by it; nothing where the words say it already. */
export const sortValue = ({ words, value }: Cell): number | string | undefined => {
  if (value === null || String(value) === words.replaceAll(',', '')) return undefined
  return typeof value === 'number' ? Number(value.toPrecision(sortDigits)) : value
}

/** Said by a table in a page whose head or rows were replaced. */
export const filled = 'tablefilled'
