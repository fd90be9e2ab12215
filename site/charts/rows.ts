/** What charts with a row for each value share: their labels and how tall they are. */
import { font } from './base.ts'
import type { ChartInput, Look } from './input.ts'
import { roughWidth, wrapped } from './labels.ts'

/** Row labels take at most so much of the width. */
const labelsPart = 0.38

/** A row's label in lines that leave most of the width to the values. */
export const rowLabel = (label: string, look: Look): string | string[] => {
  const most = Math.max(10, Math.floor((look.width * labelsPart) / roughWidth('x', look.fontSize)))
  const lines = wrapped(label, most)
  return lines.length === 1 ? label : lines
}

/** The axis of the rows' names. */
export const nameAxis = (look: Look): object => ({
  type: 'category',
  border: { color: look.ink },
  grid: { display: false },
  ticks: { color: look.ink, font: font(look), autoSkip: false, maxRotation: 0, crossAlign: 'far' },
})

/** How tall a chart of rows is, in steps that the style sheet knows; null for charts over time. */
export const tallness = (input: ChartInput): 'few' | 'some' | 'many' | null => {
  if (input.kind !== 'stacked' && input.kind !== 'dots') return null
  const rows = input.kind === 'stacked' ? input.bars.length : input.dots.length
  if (rows <= 5) return 'few'
  return rows <= 11 ? 'some' : 'many'
}
