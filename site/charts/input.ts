/** What a chart is drawn from: published values, as the page hands them to the browser. */
import type { Clock, ItemKind, Point, Series, Unit } from '../../data/contract.ts'

export type Mark = { date: string; title: string }
export type Stretch = { from: string; to: string }

/** Values over time: one or a few lines on the same axis. */
export type LineInput = {
  kind: 'line'
  item_kind: ItemKind
  unit: Unit
  period: Series['period']
  lines: { label: string; points: Point[] }[]
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
}

export type ChartInput = LineInput | StepInput | BarsInput

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
}

/** Below this width a chart over time shows its last points only. */
export const narrowWidth = 420
export const narrowPoints = 26

const drawnDigits = 5

/** The input as the page carries it for drawing: safe within HTML, and no finer than a pixel. The table keeps every digit. */
export const islandOf = (input: ChartInput): string =>
  JSON.stringify(input, (_, value) =>
    typeof value === 'number' ? Number(value.toFixed(drawnDigits)) : value,
  ).replaceAll('<', '\\u003c')
