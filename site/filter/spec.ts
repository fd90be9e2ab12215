/** What a page knows of its filters before any cells are fetched: made at build, carried as JSON. */
import type { CellsFile, Clock, ItemKind, Unit } from '../../data/contract.ts'
import type { Setting } from '../measure/setting.ts'
import type { Good } from '../measure/told.ts'

export type CellPeriod = 'week' | 'month'

/** Periods in a row, from place `from` among all of the kind. */
export type Span = {
  from: number
  count: number
  /** Those that are not complete, by their place within the span. */
  incomplete: number[]
  /** Of everything, one a period: see `values.ts`. */
  values: string
  /** Items of everything, one a period, as text; empty but for the share that stands for the measure. */
  n: string
}

export type SpecShare = {
  /** Which series of the cells; null where none are kept. */
  series: number | null
  id: string
  item_kind: ItemKind
  label: string
  good: Good
  isWeighted: boolean
  unit: Unit
  /** By what it is charted, and where filters of two values have other periods, by those too. */
  spans: Partial<Record<CellPeriod, Span>>
}

export type SpecTime = {
  series: number | null
  id: string
  item_kind: ItemKind
  clock: Clock
  label: string
}

/** A stretch that figures may be limited to: its periods are those that begin in it. */
export type FilterPeriod = {
  /** As the address has it: `2025-26` */
  id: string
  /** As the form has it: "2025/26" */
  label: string
  from: string
  to: string
}

export type FilterDimension = { id: string; label: string; values: (string | null)[] }

export type FilterSpec = {
  setting: Setting
  /** Address of the folder of cells, with a slash at its end. */
  cells: string
  dimensions: FilterDimension[]
  /** Pairs that have cells: for each value of the first dimension how far apart those of the second are, as text. */
  pairs: { dimensions: [string, string]; values: string[] }[]
  items_in_a_pair: number
  /** True where pairs of enough items have no cells, for want of room. */
  has_pairs_left_out: boolean
  periods: FilterPeriod[]
  /** First days of the first week and month of all. */
  first: Record<CellPeriod, string>
  /** The last 365 days, which times are of where no other period is chosen. */
  recent: { from: string; to: string }
  shares: SpecShare[]
  times: SpecTime[]
}

/** The cells of one filter, as far as they are read here. */
export type Cells = Pick<CellsFile, 'filter' | 'shares' | 'times'>
