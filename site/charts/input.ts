/** What a chart is drawn from: published values, as the page hands them to the browser. */
import type { Chart, Clock, Definition, ItemKind, Point, Series, Unit } from '../../data/contract.ts'

/** A period's point: when it ends is not drawn. Of what is drawn beside it, how many items there were may not be known. */
export type ChartPoint = Omit<Point, 'to' | 'n'> & { n: number | null }
export type Mark = { date: string; title: string }
export type Stretch = { from: string; to: string }

/** Values over time: one or a few lines on the same axis. */
export type LineInput = {
  kind: 'line'
  item_kind: ItemKind
  unit: Unit
  period: Series['period']
  lines: { label: string; points: ChartPoint[] }[]
  marks: Mark[]
  terms: Stretch[]
}

/** Share done by a time after the start, on one clock. */
export type StepInput = {
  kind: 'step'
  item_kind: ItemKind
  clock: Clock
  /** Past participle of what is done, e.g. "acknowledged". */
  done: string
  points: { minutes: number; share: number }[]
}

/** One value a row, side by side. */
export type BarsInput = {
  kind: 'bars'
  /** What the bars are told apart by, e.g. "Age". */
  by: string
  unit: Unit
  item_kind: ItemKind
  bars: { label: string; value: number | null }[]
  /** A second value of each bar, which is read and tabled and not drawn. */
  beside?: { label: string; values: (number | null)[] }
}

/** One series with what is usual for it, and where it leaves that. */
export type ControlInput = {
  kind: 'control'
  item_kind: ItemKind
  unit: Unit
  period: Series['period']
  /** What is shared or counted, e.g. "in time". */
  label: string
  points: ChartPoint[]
  /** Empty where nothing is said of what is usual: then it is a plain line. */
  segments: Chart['segments']
  signals: Chart['signals']
  aim: Chart['aim']
  good: Definition['good']
  /** A second line for comparison, on the same days. */
  beside: { label: string; points: ChartPoint[] } | null
  marks: Mark[]
  terms: Stretch[]
}

/** Values in parts, one lying bar a row. */
export type StackedInput = {
  kind: 'stacked'
  by: string
  unit: Unit
  item_kind: ItemKind
  parts: string[]
  /** Values in the order of the parts. */
  bars: { label: string; values: (number | null)[] }[]
}

/** A value with its likely range, one row a dot. */
export type DotsInput = {
  kind: 'dots'
  by: string
  unit: Unit
  item_kind: ItemKind
  /** `log` for ratios. */
  scale: 'linear' | 'log'
  /** What the values are held against. */
  reference: { value: number; label: string } | null
  dots: { label: string; value: number | null; low: number | null; high: number | null }[]
}

export type ChartInput = LineInput | StepInput | BarsInput | ControlInput | StackedInput | DotsInput

/** Colours resolved from the style sheet's tokens, and the measures of type. */
export type Look = {
  ink: string
  muted: string
  rule: string
  accent: string
  paper: string
  font: string
  /** Pixels of small text: rem, resolved. */
  fontSize: number
  /** Pixels that the chart may fill. */
  width: number
  /** Whether the system's own few colours are drawn with. */
  isForced: boolean
}

/** Below this width a chart over time shows its last points only. */
export const narrowWidth = 420
export const narrowPoints = 26

/** Below so many points their likely ranges are drawn, if there is one line. */
export const mostWithRange = 40
