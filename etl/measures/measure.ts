import type { Definition, ItemKind } from '../../data/contract.ts'
import type { CanonicalColumn } from '../config/schema.ts'

/**
 * What a source must bring for a measure: `all` for a full answer, one of `bounds` for limits only. Of several needs of
 * one kind, meeting one will do.
 */
export interface Need {
  readonly item_kind: ItemKind
  readonly all: readonly CanonicalColumn[]
  readonly bounds?: readonly CanonicalColumn[]
  /** What some source must bring of the other kind of item besides. */
  readonly beside?: { readonly item_kind: ItemKind; readonly all: readonly CanonicalColumn[] }
}

/** What a measure observes of items; `etl/figures` makes figures, series, breakdowns and cells of it. */
export interface Observed {
  /** `share`: of items, or of their time · `time`: until something is done · `now`: what waits at this moment */
  readonly part: 'share' | 'time' | 'now'
  readonly id: string
  /** What readers call it. */
  readonly label: string
  /** Which items it is of; both kinds where it is left out. */
  readonly of?: readonly ItemKind[]
  /** The direction that is better, where it is not that of the measure. */
  readonly good?: Definition['good']
  /** How a share is published; `share` where it is left out. */
  readonly unit?: 'share' | 'per_100'
  /** What a source must bring for this figure, where the measure's own needs are not enough. */
  readonly needs?: readonly Need[]
  /** A share of the items' time and not of their number: its rows have weights. */
  readonly isWeighted?: true
  /** False where no page filters it: it then has no cells. */
  readonly inCells?: false
  /**
   * A share of what requesters say: what one department said in one month is often what one of them said. It has no cells,
   * and no breakdown gives, by itself or by what is left of all, what fewer than five said.
   */
  readonly isAnswer?: true
}

/** One measure: its folder holds this, `measure.sql` (rows as in `MeasureRow`) and `cases.ts` (given rows, expected rows). */
export interface Measure {
  readonly id: string
  readonly definition: Omit<Definition, 'figures'>
  readonly needs: readonly Need[]
  readonly observes: readonly Observed[]
  /** The share whose last complete period is the headline; a measure without one writes its own. */
  readonly headline?: string
  /** It writes figures beside what it observes; one that observes nothing does so in any case. */
  readonly writesFigures?: true
  /** It reads `fct_promises`, how items bear on other measures' headlines, and so comes after them. */
  readonly readsPromises?: true
  /** The setting in days that must have passed since a period's end before it is complete. */
  readonly settles_after?: 'escalated_within_days'
}

/**
 * What measure.sql observes of one item: whether it was so (`hit`; null: it cannot be told), or for weighted shares how
 * many of its `weight` minutes; how long it took or, where `is_event` is false, has taken so far; since when it waits.
 */
export interface ObservationRow {
  readonly part: Observed['part']
  readonly id: string
  readonly item_kind: ItemKind
  readonly item_id: string
  /** The local day that decides of which period it is. */
  readonly day: string
  readonly hit: number | null
  /** 1 where it is null. */
  readonly weight: number | null
  /** When the outcome is settled; null: at once. */
  readonly due_at: string | null
  readonly minutes: number | null
  readonly business_minutes: number | null
  readonly is_event: boolean | null
  readonly since_at: string | null
}

/**
 * A figure in its place, tidy: `part` says where it goes. A `figure`, and a `headline` likewise, is one number; a
 * `point` belongs to the series (id, item_kind, scope, clock, of, period); a `step` to the curve (id, item_kind,
 * clock); a `cell` to column `col` of row `key` in the breakdown (id, item_kind).
 */
export interface TidyRow {
  readonly part: 'headline' | 'figure' | 'point' | 'step' | 'cell'
  readonly id: string
  readonly item_kind: ItemKind
  readonly scope: 'all' | 'without_major_children' | null
  readonly clock: 'elapsed' | 'business' | null
  readonly unit: string
  readonly of: string | null
  readonly key: string | null
  readonly label: string | null
  readonly col: string | null
  readonly period: 'day' | 'week' | 'month' | 'term' | 'year' | null
  readonly from_day: string | null
  readonly to_day: string | null
  readonly minutes: number | null
  readonly value: number | null
  readonly words: string | null
  readonly n: number | null
  /** As how many items of equal weight it tells as much (Kish 1965), of a team's share; else null. Not published. */
  readonly effective_n: number | null
  readonly low: number | null
  readonly high: number | null
  readonly is_complete: boolean | null
  readonly is_at_least: boolean | null
  /** Where it stands among its like. */
  readonly place: number | null
}

/** A row of measure.sql; columns that it leaves out are null. */
export type MeasureRow = ObservationRow | TidyRow
