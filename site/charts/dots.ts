/** Values with their likely ranges → Chart.js points, one a row. */
import type { ChartConfiguration } from 'chart.js'
import { inCell } from '../words/value.ts'
import type { Tick } from './axis.ts'
import { baseAxis, quiet, type Span, shareSpan, tickOf } from './base.ts'
import type { DotsInput, Look } from './input.ts'
import { roughWidth } from './labels.ts'
import { nameAxis, rowLabel } from './rows.ts'

/** The least of 1, 2, 5, 10, 20 … (or 0.1, 0.2 …) of which four reach so far. */
const roundStep = (reach: number): number => {
  const power = 10 ** Math.floor(Math.log10(reach / 4 || 1))
  return [1, 2, 5, 10].map((part) => part * power).find((step) => step * 4 >= reach) ?? 10 * power
}

const ratios = [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20]

/** The values that the axis reaches from and to: of shares as everywhere, of ratios round ones on both sides of the reference. */
export const dotsSpan = ({ dots, scale, unit, reference }: DotsInput): Span => {
  const all = [
    ...dots.flatMap(({ value, low, high }) => [value, low, high]),
    reference?.value ?? null,
  ].filter((value): value is number => value !== null)
  if (scale === 'log') {
    const [least, most] = [Math.min(...all), Math.max(...all)]
    return {
      from: ratios.findLast((ratio) => ratio <= least) ?? 0.05,
      to: ratios.find((ratio) => ratio >= most) ?? 20,
      step: 0,
    }
  }
  if (unit === 'share') return shareSpan(all)
  const [least, most] = [Math.min(0, ...all), Math.max(0, ...all) || 1]
  const step = roundStep(most - least)
  return { from: Math.floor(least / step) * step, to: Math.ceil(most / step) * step, step }
}

const fractions: Record<string, string> = { '0.5': '½', '0.2': '⅕', '0.1': '⅒', '0.05': '¹⁄₂₀' }

/** The ticks of the axis, at round values. */
export const dotsTicks = (input: DotsInput): Tick[] => {
  const { from, to, step } = dotsSpan(input)
  if (input.scale === 'log') {
    return ratios
      .filter((ratio) => ratio >= from && ratio <= to)
      .map((value) => ({ value, label: `× ${fractions[String(value)] ?? value}` }))
  }
  const label = tickOf(input.unit)
  const count = Math.round((to - from) / step) + 1
  return Array.from({ length: count }, (_, place) => from + place * step).map((value) => ({
    value,
    label: label(value),
  }))
}

/** What stands at the end of a row. */
export const dotWords = ({ unit }: DotsInput, value: number | null): string =>
  inCell({ value, unit, clock: null })

const widest = (input: DotsInput, look: Look): number =>
  Math.max(...input.dots.map(({ value }) => roughWidth(dotWords(input, value), look.fontSize)), 0)

/** The configuration of dots; ranges, the reference and the values are drawn over it. */
export const dotsConfig = (input: DotsInput, look: Look): ChartConfiguration<'line'> => {
  const { from, to } = dotsSpan(input)
  const base = quiet()
  const type = input.scale === 'log' ? 'logarithmic' : 'linear'
  return {
    type: 'line',
    data: {
      labels: input.dots.map(({ label }) => rowLabel(label, look)),
      datasets: [
        {
          label: '',
          data: input.dots.map(({ value }) => value),
          showLine: false,
          pointRadius: 4.5,
          pointBackgroundColor: look.accent,
          pointBorderColor: look.paper,
          pointBorderWidth: 1,
          clip: 8,
        },
      ],
    },
    options: {
      ...base,
      indexAxis: 'y',
      layout: { padding: { top: 22, right: widest(input, look) + 20 } },
      scales: {
        x: { type, min: from, max: to, ...baseAxis(look, dotsTicks(input)) },
        y: { ...nameAxis(look), offset: true },
      },
    },
  } as ChartConfiguration<'line'>
}
