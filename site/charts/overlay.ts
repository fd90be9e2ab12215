/** What is drawn under and over a chart's own lines, and the point that is being read. */
import type { Chart, Plugin } from 'chart.js'
import type { ChartInput, Look } from './input.ts'
import { drawAim, drawEarlierMeans, drawEndLabels, drawUsual } from './over-control.ts'
import { drawDotRanges, drawDotValues, drawParts, drawValues } from './over-rows.ts'
import { drawMarks, drawRanges, drawTerms } from './over-time.ts'
import { vertical } from './pen.ts'

/** Where the reader stands in a chart: an index of its points, and the minutes of a step chart's stop. */
export type Reading = { at: number | null; minutes: number | null }

const drawUnder = (chart: Chart, input: ChartInput, look: Look): void => {
  if (input.kind === 'control') {
    drawUsual(chart, input, look)
    drawAim(chart, input, look)
  }
  if (input.kind === 'line') drawRanges(chart, input, look)
  if (input.kind === 'line' || input.kind === 'control') {
    drawTerms(chart, input, look)
    drawMarks(chart, input, look)
  }
  if (input.kind === 'dots') drawDotRanges(chart, input, look)
}

const drawOver = (chart: Chart, input: ChartInput, look: Look): void => {
  if (input.kind === 'bars') drawValues(chart, input, look)
  if (input.kind === 'stacked') drawParts(chart, input, look)
  if (input.kind === 'dots') drawDotValues(chart, input, look)
  if (input.kind === 'control') {
    drawEarlierMeans(chart, input, look)
    drawEndLabels(chart, input, look)
  }
}

const drawReading = (chart: Chart, input: ChartInput, look: Look, { at, minutes }: Reading): void => {
  const color = look.accent
  if (input.kind === 'step') {
    const x = minutes === null ? undefined : chart.scales.x?.getPixelForValue(minutes)
    if (x !== undefined) vertical(chart, x, { color })
  } else if (at !== null && (input.kind === 'line' || input.kind === 'control')) {
    const element = chart.getDatasetMeta(0).data[at]
    if (element !== undefined) vertical(chart, element.x, { color })
  }
}

/** The plugin that draws over one chart. `reading` is looked at on every draw. */
export const overlay = (input: ChartInput, look: Look, reading: Reading): Plugin => ({
  id: 'overlay',
  beforeDatasetsDraw: (chart) => drawUnder(chart, input, look),
  afterDatasetsDraw: (chart) => {
    drawOver(chart, input, look)
    drawReading(chart, input, look, reading)
  },
})
