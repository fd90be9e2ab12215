/** What is drawn over the axes: terms, known changes, likely ranges, the point being read, the values of bars. */
import type { Chart, Plugin } from 'chart.js'
import { dayNumber } from './axis.ts'
import type { ChartInput, LineInput, Look } from './input.ts'

type Area = { left: number; right: number; top: number; bottom: number }

const vertical = (chart: Chart, x: number, color: string, dash: number[]): void => {
  const { ctx, chartArea } = chart
  ctx.save()
  ctx.strokeStyle = color
  ctx.setLineDash(dash)
  ctx.lineWidth = 1
  ctx.beginPath()
  ctx.moveTo(x, chartArea.top)
  ctx.lineTo(x, chartArea.bottom)
  ctx.stroke()
  ctx.restore()
}

const text = (chart: Chart, words: string, x: number, y: number, color: string, look: Look): void => {
  const { ctx } = chart
  ctx.save()
  ctx.font = `${look.fontSize}px ${look.font}`
  ctx.textAlign = 'right'
  ctx.textBaseline = 'bottom'
  ctx.lineWidth = 4
  ctx.lineJoin = 'round'
  ctx.strokeStyle = look.paper
  ctx.strokeText(words, x, y)
  ctx.fillStyle = color
  ctx.fillText(words, x, y)
  ctx.restore()
}

const within = (x: number, area: Area): boolean => x >= area.left && x <= area.right

const drawTerms = (chart: Chart, input: LineInput, look: Look): void => {
  const scale = chart.scales.x
  if (scale === undefined) return
  const { ctx, chartArea } = chart
  ctx.save()
  ctx.fillStyle = look.muted
  for (const term of input.terms) {
    const from = Math.max(scale.getPixelForValue(dayNumber(term.from)), chartArea.left)
    const to = Math.min(scale.getPixelForValue(dayNumber(term.to)), chartArea.right)
    if (to > from) ctx.fillRect(from, chartArea.bottom - 3, to - from, 3)
  }
  ctx.restore()
}

const drawMarks = (chart: Chart, input: LineInput, look: Look): void => {
  const scale = chart.scales.x
  if (scale === undefined) return
  for (const [index, mark] of input.marks.entries()) {
    const x = scale.getPixelForValue(dayNumber(mark.date))
    if (!within(x, chart.chartArea)) continue
    vertical(chart, x, look.ink, [2, 3])
    text(chart, String(index + 1), x + look.fontSize / 4, chart.chartArea.top - 3, look.ink, look)
  }
}

/** The likely range of each point, while there are few enough to see them apart. */
const drawRanges = (chart: Chart, input: LineInput, look: Look): void => {
  const [x, y] = [chart.scales.x, chart.scales.y]
  const points = input.lines.length === 1 ? (input.lines[0]?.points ?? []) : []
  if (x === undefined || y === undefined || points.length > 40) return
  const { ctx } = chart
  ctx.save()
  ctx.strokeStyle = look.rule
  ctx.lineWidth = 3
  for (const { from, low, high } of points) {
    if (low === null || high === null) continue
    const at = x.getPixelForValue(dayNumber(from))
    ctx.beginPath()
    ctx.moveTo(at, y.getPixelForValue(Math.max(low, y.min)))
    ctx.lineTo(at, y.getPixelForValue(Math.min(high, y.max)))
    ctx.stroke()
  }
  ctx.restore()
}

const drawReading = (chart: Chart, look: Look, at: number | null): void => {
  if (at === null) return
  const element = chart.getDatasetMeta(0).data[at]
  if (element !== undefined) vertical(chart, element.x, look.accent, [])
}

const drawReadingStep = (chart: Chart, look: Look, minutes: number): void => {
  const x = chart.scales.x?.getPixelForValue(minutes)
  if (x !== undefined) vertical(chart, x, look.accent, [])
}

const drawValues = (chart: Chart, look: Look): void => {
  const lying = chart.options.indexAxis === 'y'
  const { ctx } = chart
  ctx.save()
  ctx.font = `${look.fontSize}px ${look.font}`
  ctx.fillStyle = look.ink
  ctx.textAlign = lying ? 'left' : 'center'
  ctx.textBaseline = lying ? 'middle' : 'bottom'
  for (const [index, bar] of chart.getDatasetMeta(0).data.entries()) {
    const value = chart.data.datasets[0]?.data[index]
    if (typeof value !== 'number') continue
    const words = value.toLocaleString('en-GB', { maximumFractionDigits: 2 })
    ctx.fillText(words, lying ? bar.x + 6 : bar.x, lying ? bar.y : bar.y - 4)
  }
  ctx.restore()
}

/** Where the reader stands in a chart: an index of its points, and the minutes of a step chart's stop. */
export type Reading = { at: number | null; minutes: number | null }

/** The plugin that draws over one chart. `reading` is looked at on every draw. */
export const overlay = (input: ChartInput, look: Look, reading: Reading): Plugin => ({
  id: 'overlay',
  beforeDatasetsDraw: (chart) => {
    if (input.kind !== 'line') return
    drawTerms(chart, input, look)
    drawRanges(chart, input, look)
    drawMarks(chart, input, look)
  },
  afterDatasetsDraw: (chart) => {
    if (input.kind === 'bars') drawValues(chart, look)
    if (input.kind === 'step') {
      if (reading.minutes !== null) drawReadingStep(chart, look, reading.minutes)
    } else if (input.kind === 'line') drawReading(chart, look, reading.at)
  },
})
