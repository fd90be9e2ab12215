/** Values in parts → lying Chart.js bars, one beside the other in a row. */
import type { ChartConfiguration } from 'chart.js'
import { number } from '../words/number.ts'
import { quiet } from './base.ts'
import type { Look, StackedInput } from './input.ts'
import { roughWidth } from './labels.ts'
import { nameAxis, rowLabel } from './rows.ts'

export type Hatch = 'none' | 'rising' | 'falling' | 'level'

/** Fills by position: told apart by lightness and by their hatching, colour only helps. */
export const partFills = (look: Look): { color: string; hatch: Hatch }[] => [
  { color: look.accent, hatch: 'none' },
  { color: look.muted, hatch: 'rising' },
  { color: look.rule, hatch: look.isForced ? 'falling' : 'none' },
  { color: look.paper, hatch: 'none' },
  { color: look.accent, hatch: 'level' },
]

/** The sum of a row's parts; null where it would mean nothing or a part is missing. */
export const totalOf = (input: StackedInput, at: number): number | null => {
  const values = input.bars[at]?.values ?? []
  if (input.unit !== 'items' && input.unit !== 'people') return null
  return values.reduce<number | null>(
    (sum, value) => (sum === null || value === null ? null : sum + value),
    0,
  )
}

const widestTotal = (input: StackedInput, look: Look): number =>
  Math.max(...input.bars.map((_, at) => roughWidth(number(totalOf(input, at) ?? 0), look.fontSize)), 0)

/** The configuration of bars in parts, from zero; each row carries its total. */
export const stackedConfig = (input: StackedInput, look: Look): ChartConfiguration<'bar'> => {
  const fills = partFills(look)
  const base = quiet()
  return {
    type: 'bar',
    data: {
      labels: input.bars.map(({ label }) => rowLabel(label, look)),
      datasets: input.parts.map((label, part) => ({
        label,
        data: input.bars.map(({ values }) => values[part] ?? null),
        backgroundColor: fills[part % fills.length]?.color,
        borderColor: look.ink,
        borderSkipped: false,
        borderWidth: 0.75,
        maxBarThickness: 22,
        categoryPercentage: 0.8,
      })),
    },
    options: {
      ...base,
      indexAxis: 'y',
      layout: { padding: { top: 4, right: widestTotal(input, look) + 14 } },
      scales: {
        x: { display: false, beginAtZero: true, stacked: true },
        y: { ...nameAxis(look), stacked: true },
      },
    },
  } as ChartConfiguration<'bar'>
}
