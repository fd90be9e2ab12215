import type { Definition, ItemKind } from '../../data/contract.ts'
import type { CanonicalColumn } from '../config/schema.ts'

/** What a source must bring for a measure: `all` for a full answer, `bounds` for limits only. */
export interface Need {
  readonly item_kind: ItemKind
  readonly all: readonly CanonicalColumn[]
  readonly bounds?: readonly CanonicalColumn[]
}

/** One measure: its folder holds this, `measure.sql` (rows as in `MeasureRow`) and `cases.ts` (given rows, expected rows). */
export interface Measure {
  readonly id: string
  readonly definition: Definition
  readonly needs: readonly Need[]
}

/**
 * A row of measure.sql, tidy: `part` says where it goes. A `figure`, and a `headline` likewise, is one number; a
 * `point` belongs to the series (id, item_kind, clock, of); a `step` to the curve (id, item_kind, clock); a `cell` to
 * column `col` of row `key` in the breakdown (id, item_kind).
 */
export interface MeasureRow {
  readonly part: 'headline' | 'figure' | 'point' | 'step' | 'cell'
  readonly id: string
  readonly item_kind: ItemKind
  readonly clock: 'elapsed' | 'business' | null
  readonly unit: string
  readonly of: string | null
  readonly key: string | null
  readonly label: string | null
  readonly col: string | null
  readonly period: 'day' | 'week' | 'month' | null
  readonly from_day: string | null
  readonly to_day: string | null
  readonly minutes: number | null
  readonly value: number | null
  readonly words: string | null
  readonly n: number | null
  readonly low: number | null
  readonly high: number | null
  readonly is_complete: boolean | null
  readonly is_at_least: boolean | null
}
