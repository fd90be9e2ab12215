/** Values over time → a Chart.js line chart. */
import type { ChartConfiguration } from 'chart.js'
import { dayNumber, monthTicks } from './axis.ts'
import { baseAxis, quiet, type Span, shareAxis, shareSpan, strokes, tickOf, valueAxis } from './base.ts'
import { type ChartPoint, type LineInput, type Look, narrowPoints, narrowWidth } from './input.ts'

/** The input as it is drawn at a width: all points, or the last 26 where it is narrow. */
export const lineFor = (input: LineInput, width: number): LineInput =>
  width >= narrowWidth
    ? input
    : { ...input, lines: input.lines.map((line) => ({ ...line, points: line.points.slice(-narrowPoints) })) }

const pixelsForTick = 64

export const xy = (point: ChartPoint): { x: number; y: number | null } => ({
  x: dayNumber(point.from),
  y: point.value,
})

const dataset = (
  line: LineInput['lines'][number],
  stroke: ReturnType<typeof strokes>[number],
  look: Look,
) => {
  const isOpen = (index: number): boolean => line.points[index]?.is_complete === false
  const isFew = line.points.length <= 40
  return {
    label: line.label,
    data: line.points.map(xy) as { x: number; y: number }[],
    borderColor: stroke.color,
    borderWidth: stroke.width,
    borderDash: stroke.dash,
    pointRadius: line.points.map((_, index) => (isOpen(index) ? 3.5 : isFew ? 2 : 0)),
    pointBackgroundColor: line.points.map((_, index) => (isOpen(index) ? look.paper : stroke.color)),
    pointBorderColor: stroke.color,
    pointBorderWidth: 1.5,
    clip: 8,
    segment: {
      borderDash: (context: { p1DataIndex: number }) => (isOpen(context.p1DataIndex) ? [2, 3] : undefined),
    },
  }
}

/** Where the axis of shares begins and ends. */
export const lineSpan = (input: LineInput): Span =>
  shareSpan(input.lines.flatMap((line) => line.points.flatMap((point) => point.value ?? [])))

/** The axis of time under points, with a label every month or so. */
export const timeAxis = (days: readonly number[], look: Look): object => {
  const first = Math.min(...days)
  const last = Math.max(...days)
  const most = Math.max(2, Math.floor(look.width / pixelsForTick))
  return { type: 'linear', min: first, max: last, ...baseAxis(look, monthTicks(first, last, most)) }
}

/** The Chart.js configuration of lines over time; shares up to 100 %. */
export const lineConfig = (whole: LineInput, look: Look): ChartConfiguration<'line'> => {
  const input = lineFor(whole, look.width)
  const days = input.lines.flatMap((line) => line.points.map((point) => dayNumber(point.from)))
  const styles = strokes(look)
  return {
    type: 'line',
    data: {
      datasets: input.lines.map((line, index) =>
        dataset(line, styles[index % styles.length] as (typeof styles)[number], look),
      ),
    },
    options: {
      ...quiet(),
      scales: {
        x: timeAxis(days, look),
        y:
          input.unit === 'share'
            ? shareAxis(look, lineSpan(whole))
            : { ...valueAxis(look, tickOf(input.unit)), grace: '8%' },
      },
    },
  } as ChartConfiguration<'line'>
}
