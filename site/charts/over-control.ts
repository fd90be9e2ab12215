/** What is drawn around the points of a control chart: what is usual, the aim, and the labels at the right end. */
import type { Chart } from 'chart.js'
import { inCell } from '../words/value.ts'
import { dayNumber } from './axis.ts'
import { type EndLabel, endLabels } from './control.ts'
import { type ControlInput, type Look, narrowWidth } from './input.ts'
import { spread } from './labels.ts'
import { stroke, widthOf, write } from './pen.ts'

type Segment = ControlInput['segments'][number]
type Box = { left: number; right: number; lower: number; mean: number; upper: number }

const dayAfter = (day: string): number => dayNumber(day) + 1

/** Where a segment lies on the canvas, up to the next one's beginning; null where it is not in sight. */
const boxOf = (chart: Chart, segment: Segment): Box | null => {
  const { x, y } = chart.scales
  if (x === undefined || y === undefined) return null
  const left = Math.max(x.getPixelForValue(dayNumber(segment.from)), chart.chartArea.left)
  const right = Math.min(x.getPixelForValue(dayAfter(segment.to)), chart.chartArea.right)
  const at = (value: number): number => y.getPixelForValue(Math.min(Math.max(value, y.min), y.max))
  return right <= left
    ? null
    : { left, right, lower: at(segment.lower), mean: at(segment.mean), upper: at(segment.upper) }
}

const bandOpacity = 0.55

const drawBand = (chart: Chart, { left, right, lower, upper }: Box, look: Look): void => {
  if (look.isForced) {
    for (const y of [lower, upper])
      stroke(chart, { x: left, y }, { x: right, y }, { color: look.rule, dash: [1, 3] })
    return
  }
  const { ctx } = chart
  ctx.save()
  ctx.globalAlpha = bandOpacity
  ctx.fillStyle = look.rule
  ctx.fillRect(left, upper, right - left, lower - upper)
  ctx.restore()
}

/** Under the axis' lines of values: the band and the mean of each segment; a provisional one has a dashed mean alone. */
export const drawUsual = (chart: Chart, input: ControlInput, look: Look): void => {
  for (const segment of input.segments) {
    const box = boxOf(chart, segment)
    if (box === null) continue
    if (!segment.is_provisional) drawBand(chart, box, look)
    const dash = segment.is_provisional ? [3, 4] : []
    stroke(chart, { x: box.left, y: box.mean }, { x: box.right, y: box.mean }, { color: look.muted, dash })
  }
}

/** The aim, all along. */
export const drawAim = (chart: Chart, { aim }: ControlInput, look: Look): void => {
  const y = aim === null ? undefined : chart.scales.y?.getPixelForValue(aim.value)
  if (y === undefined) return
  const { left, right } = chart.chartArea
  stroke(chart, { x: left, y }, { x: right, y }, { color: look.ink, dash: [8, 4] })
}

/** The mean of each segment but the last, where its words have room; a narrow chart leaves that to the caption. */
export const drawEarlierMeans = (chart: Chart, input: ControlInput, look: Look): void => {
  if (look.width < narrowWidth) return
  for (const segment of input.segments.slice(0, -1)) {
    const box = boxOf(chart, segment)
    const words = `usual ${inCell({ value: segment.mean, unit: input.unit, clock: null })}`
    if (box === null || box.right - box.left < widthOf(chart, words, look) + 12) continue
    const place = { x: box.left + 6, y: box.mean - 3 }
    write(chart, words, place, look, { color: look.muted, baseline: 'bottom' })
  }
}

const colorOf = (of: EndLabel['of'], look: Look): string => (of === 'mean' ? look.muted : look.ink)

/** The labels right of the lines, none over another. */
export const drawEndLabels = (chart: Chart, input: ControlInput, look: Look): void => {
  const scale = chart.scales.y
  if (scale === undefined) return
  const lineHeight = look.fontSize * 1.2
  const labels = endLabels(input, look)
  const standing = labels.map(({ value, lines }) => ({
    at: scale.getPixelForValue(value),
    height: lines.length * lineHeight + 2,
  }))
  const { top, bottom, right } = chart.chartArea
  const middles = spread(standing, top - lineHeight / 2, bottom + lineHeight / 2)
  for (const [place, { of, lines }] of labels.entries()) {
    for (const [row, words] of lines.entries()) {
      const y = (middles[place] ?? 0) + (row - (lines.length - 1) / 2) * lineHeight
      write(chart, words, { x: right + 10, y }, look, { color: colorOf(of, look) })
    }
  }
}
