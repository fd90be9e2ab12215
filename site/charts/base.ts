/** What every chart shares: no motion, no tooltip, quiet axes in the page's own type. */
import type { ChartOptions } from 'chart.js'
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

/** A vertical axis of shares up to 100 %, with a tick at each quarter. */
export const shareAxis = (look: Look, from: number) => {
  const axis = valueAxis(look, share)
  return { ...axis, min: from, max: 1, ticks: { ...axis.ticks, stepSize: 0.25 } }
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
