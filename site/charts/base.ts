/** What every chart shares: no motion, no tooltip, quiet axes in the page's own type. */
import type { ChartOptions } from 'chart.js'
import type { Unit } from '../../data/contract.ts'
import { share } from '../words/number.ts'
import type { Look } from './input.ts'

/** Line styles by position: told apart by dash and weight, colour only helps. */
export const strokes = (look: Look): { color: string; dash: number[]; width: number }[] => [
  { color: look.accent, dash: [], width: 2.25 },
  { color: look.ink, dash: [6, 4], width: 1.5 },
  { color: look.muted, dash: [1.5, 3], width: 2 },
]

export const font = (look: Look): { family: string; size: number } => ({
  family: look.font,
  size: look.fontSize,
})

/** Options of any chart; axes are added by its kind. */
export const quiet = (): Pick<
  ChartOptions<'line' | 'bar'>,
  'animation' | 'responsive' | 'maintainAspectRatio' | 'events' | 'layout'
> => ({
  animation: false,
  responsive: true,
  maintainAspectRatio: false,
  events: [],
  layout: { padding: { top: 22, right: 14 } },
})

/** A vertical axis of a few round values over hairlines. */
export const valueAxis = (look: Look, tick: (value: number) => string) => ({
  beginAtZero: true,
  border: { display: false },
  grid: { color: look.rule, drawTicks: false, lineWidth: 1 },
  ticks: {
    color: look.muted,
    font: font(look),
    padding: 8,
    maxTicksLimit: 5,
    callback: (value: number | string) => tick(Number(value)),
  },
})

const plainNumber = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 })

/** How the ticks of an axis are written, by its unit. */
export const tickOf =
  (unit: Unit) =>
  (value: number): string =>
    unit === 'share' ? share(value) : plainNumber.format(value)

/** Parts of the axis of shares, the narrowest first, with their ticks; a part serves where all values lie well within. */
const spans = [
  { from: 0, to: 0.1, step: 0.05 },
  { from: 0, to: 0.2, step: 0.1 },
  { from: 0.8, to: 1, step: 0.1 },
  { from: 0, to: 0.5, step: 0.25 },
  { from: 0.5, to: 1, step: 0.25 },
]
const wholeSpan = { from: 0, to: 1, step: 0.25 }
export type Span = { from: number; to: number; step: number }

const isWell = (value: number, { from, to }: Span): boolean => {
  const rim = (to - from) / 20
  return (from === 0 || value >= from + rim) && (to === 1 || value <= to - rim)
}

/** Where an axis of shares begins and ends: 0 to 100 %, or the part of it in which all values lie. */
export const shareSpan = (values: readonly number[]): Span =>
  values.length === 0
    ? wholeSpan
    : (spans.find((span) => values.every((value) => isWell(value, span))) ?? wholeSpan)

/** A vertical axis of shares with three to five ticks. */
export const shareAxis = (look: Look, { from, to, step }: Span = wholeSpan) => {
  const axis = valueAxis(look, share)
  return { ...axis, min: from, max: to, ticks: { ...axis.ticks, stepSize: step } }
}

/** A horizontal axis with one firm line and the ticks it is given. */
export const baseAxis = (look: Look, ticks: { value: number; label: string | string[] }[]): object => ({
  border: { color: look.ink, display: true },
  grid: { display: false },
  ticks: {
    color: look.muted,
    font: font(look),
    autoSkip: false,
    maxRotation: 0,
    align: 'inner',
    padding: 4,
    callback: (value: number | string) => ticks.find((tick) => tick.value === Number(value))?.label ?? '',
  },
  afterBuildTicks: (axis: { ticks: { value: number }[] }) => {
    axis.ticks = ticks.map(({ value }) => ({ value }))
  },
})
