/** Strokes and words on a chart's canvas, over its axes. */
import type { Chart } from 'chart.js'
import type { Look } from './input.ts'

type Stroke = { color: string; width?: number; dash?: number[] }
type Place = { x: number; y: number }

/** One stroke between two places. */
export const stroke = (
  { ctx }: Chart,
  from: Place,
  to: Place,
  { color, width = 1, dash = [] }: Stroke,
): void => {
  ctx.save()
  ctx.strokeStyle = color
  ctx.lineWidth = width
  ctx.setLineDash(dash)
  ctx.beginPath()
  ctx.moveTo(from.x, from.y)
  ctx.lineTo(to.x, to.y)
  ctx.stroke()
  ctx.restore()
}

/** A stroke from the top of the axes to their foot. */
export const vertical = (chart: Chart, x: number, style: Stroke): void => {
  const { top, bottom } = chart.chartArea
  stroke(chart, { x, y: top }, { x, y: bottom }, style)
}

type Written = {
  color: string
  align?: CanvasTextAlign
  baseline?: CanvasTextBaseline
  weight?: number
}

/** Words at a place, on a rim of paper that keeps them legible over lines. */
export const write = (
  { ctx }: Chart,
  words: string,
  { x, y }: Place,
  look: Look,
  { color, align = 'left', baseline = 'middle', weight = 400 }: Written,
): void => {
  ctx.save()
  ctx.font = `${weight} ${look.fontSize}px ${look.font}`
  ctx.textAlign = align
  ctx.textBaseline = baseline
  ctx.lineWidth = 4
  ctx.lineJoin = 'round'
  ctx.strokeStyle = look.paper
  ctx.strokeText(words, x, y)
  ctx.fillStyle = color
  ctx.fillText(words, x, y)
  ctx.restore()
}

/** Pixels that words take. */
export const widthOf = ({ ctx }: Chart, words: string, look: Look): number => {
  ctx.save()
  ctx.font = `${look.fontSize}px ${look.font}`
  const { width } = ctx.measureText(words)
  ctx.restore()
  return width
}

/** Whether a place lies over the axis of time. */
export const isWithin = ({ chartArea }: Chart, x: number): boolean =>
  x >= chartArea.left && x <= chartArea.right
