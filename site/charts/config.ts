/** Any chart's input → what Chart.js draws. */
import type { ChartConfiguration } from 'chart.js'
import { barsConfig } from './bars.ts'
import { controlConfig, controlFor } from './control.ts'
import { dotsConfig } from './dots.ts'
import type { ChartInput, Look } from './input.ts'
import { lineConfig, lineFor } from './line.ts'
import { stackedConfig } from './stacked.ts'
import { stepConfig } from './step.ts'

const byKind = (input: ChartInput, look: Look): unknown => {
  switch (input.kind) {
    case 'line':
      return lineConfig(input, look)
    case 'control':
      return controlConfig(input, look)
    case 'step':
      return stepConfig(input, look)
    case 'bars':
      return barsConfig(input, look)
    case 'stacked':
      return stackedConfig(input, look)
    case 'dots':
      return dotsConfig(input, look)
  }
}

/** The configuration of a chart of any kind. */
export const configOf = (input: ChartInput, look: Look): ChartConfiguration =>
  byKind(input, look) as ChartConfiguration

/** The input as it is drawn at a width. */
export const shownAt = (input: ChartInput, width: number): ChartInput => {
  if (input.kind === 'line') return lineFor(input, width)
  return input.kind === 'control' ? controlFor(input, width) : input
}
