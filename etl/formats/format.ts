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
}
