import type { CanonicalColumn } from './canonical.ts'

/** An export format as data: which headers mean what. `ingest` and the browser's export check read by it. */
export interface Format {
  readonly name: string
  readonly title: string
  readonly entity: 'ticket' | 'escalation' | 'message'
  readonly grain: 'item' | 'event'
  readonly coverage: 'all' | 'open_only' | 'since'
  /** Cells that mean "nothing was written", besides the empty one. */
  readonly nulls: readonly string[]
  /** strptime formats tried in order, or `iso`, `epoch`, `excel`. */
  readonly dates: readonly string[]
  /** Headers of each canonical column, in order of preference; matched without regard to case, blanks and BOM. */
  readonly columns: Partial<Record<CanonicalColumn, readonly string[]>>
  /** Canonical columns without which a file is refused. */
  readonly required: readonly CanonicalColumn[]
  /** Source value to canonical value, exact first, then `prefix*`. */
  readonly values: Partial<Record<CanonicalColumn, Readonly<Record<string, string>>>>
  /** Rows shorter or wider than the header are accepted (missing cells are empty). */
  readonly ragged?: boolean
  /** What its files are: a table (delimited text, a spreadsheet or JSON, told by the file's name), or mail. */
  readonly container?: 'table' | 'mail'
  /**
   * Sets of headers; a file whose header holds all of one set is taken for this format by `inspect`. Headers that other
   * tools use too tell nothing: name those that together only this one writes.
   */
  readonly signatures: readonly (readonly string[])[]
  /** Columns whose cells may hold several values, and what stands between them; the first value counts. */
  readonly several?: Partial<Record<CanonicalColumn, readonly string[]>>
  /** Number columns whose digits are grouped with blanks (`2 553`): the blanks are taken out. */
  readonly grouped?: readonly CanonicalColumn[]
  /** Cells of a column that mean "not yet" there and nowhere else, beside `nulls`. */
  readonly columnNulls?: Partial<Record<CanonicalColumn, readonly string[]>>
  /** Numbers of records at which the tool cuts an export off without a word. */
  readonly cutAt?: readonly number[]
  /** What a person should know before trusting such a file: a sentence each. */
  readonly notes?: readonly string[]
}

/**
 * A tool whose headers are documented but of which no real file was read: no format, only what `inspect` says and a
 * `table` mapping to check. It becomes a format when a real file has been read.
 */
export interface Hint {
  readonly name: string
  readonly title: string
  readonly entity: 'ticket' | 'escalation' | 'message'
  readonly signatures: readonly (readonly string[])[]
  /** Header of each canonical column. */
  readonly columns: Partial<Record<CanonicalColumn, string>>
  readonly dates: readonly string[]
  readonly values: Partial<Record<CanonicalColumn, Readonly<Record<string, string>>>>
  readonly notes: readonly string[]
  /** Why no mapping helps, and what to export instead; such a file cannot be read at all. */
  readonly refusal?: string
}
