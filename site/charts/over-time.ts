/** What is drawn under points over time: terms, known changes, likely ranges. */
import type { Chart } from 'chart.js'
import { dayNumber } from './axis.ts'
import { type ControlInput, type LineInput, type Look, mostWithRange } from './input.ts'
import { numbered } from './labels.ts'
import { isWithin, stroke, vertical, widthOf, write } from './pen.ts'

type OverTime = LineInput | ControlInput

/** Term as a line along the axis. */
export const drawTerms = (chart: Chart, { terms }: OverTime, look: Look): void => {
  const scale = chart.scales.x
  if (scale === undefined) return
  const { left, right, bottom } = chart.chartArea
  for (const term of terms) {
    const from = Math.max(scale.getPixelForValue(dayNumber(term.from)), left)
    const to = Math.min(scale.getPixelForValue(dayNumber(term.to)), right)
    const y = bottom - 1.5
    if (to > from) stroke(chart, { x: from, y }, { x: to, y }, { color: look.muted, width: 3 })
  }
}

/** Known changes as numbered lines; numbers that would touch stand together. */
export const drawMarks = (chart: Chart, { marks }: OverTime, look: Look): void => {
  const scale = chart.scales.x
  if (scale === undefined) return
  const xs = marks.map(({ date }) => scale.getPixelForValue(dayNumber(date)))
  for (const x of xs) if (isWithin(chart, x)) vertical(chart, x, { color: look.ink, dash: [2, 3] })
  const gap = look.fontSize / 2
  const shown = numbered(xs, (words) => widthOf(chart, words, look) + gap)
  for (const { x, words } of shown) {
    if (!isWithin(chart, x)) continue
    const place = { x, y: chart.chartArea.top - 3 }
    write(chart, words, place, look, { color: look.ink, align: 'center', baseline: 'bottom' })
  }
}

/** The likely range of each point, while there are few enough to see them apart. */
export const drawRanges = (chart: Chart, input: LineInput, look: Look): void => {
  const { x, y } = chart.scales
  const points = input.lines.length === 1 ? (input.lines[0]?.points ?? []) : []
  if (x === undefined || y === undefined || points.length > mostWithRange) return
  for (const { from, low, high } of points) {
    if (low === null || high === null) continue
    const at = x.getPixelForValue(dayNumber(from))
    const ends = [low, high].map((end) => y.getPixelForValue(Math.min(Math.max(end, y.min), y.max)))
    stroke(chart, { x: at, y: ends[0] ?? 0 }, { x: at, y: ends[1] ?? 0 }, { color: look.rule, width: 3 })
  }
}
