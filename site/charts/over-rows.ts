/** What is drawn over charts with a row for each value: values, totals, hatching, likely ranges. */
import type { Chart } from 'chart.js'
import { number } from '../words/number.ts'
import { inCell } from '../words/value.ts'
import { dotWords } from './dots.ts'
import type { BarsInput, DotsInput, Look, StackedInput } from './input.ts'
import { stroke, vertical, write } from './pen.ts'
import { type Hatch, partFills, totalOf } from './stacked.ts'

/** The value at the end of each bar. */
export const drawValues = (chart: Chart, { unit }: BarsInput, look: Look): void => {
  const isLying = chart.options.indexAxis === 'y'
  for (const [index, { x, y }] of chart.getDatasetMeta(0).data.entries()) {
    const value = chart.data.datasets[0]?.data[index]
    if (typeof value !== 'number') continue
    const words = inCell({ value, unit, clock: null })
    const place = isLying ? { x: x + 6, y } : { x, y: y - 4 }
    const stand = isLying ? {} : ({ align: 'center', baseline: 'bottom' } as const)
    write(chart, words, place, look, { color: look.ink, ...stand })
  }
}

type Rectangle = { left: number; right: number; top: number; bottom: number }

const hatchGap = 5

const lean: Record<Hatch, readonly [number, number] | null> = {
  none: null,
  rising: [1, -1],
  falling: [1, 1],
  level: [1, 0],
}

/** Strokes of paper over one part of a bar. */
const hatch = (chart: Chart, { left, right, top, bottom }: Rectangle, of: Hatch, color: string): void => {
  const way = lean[of]
  if (way === null || right - left < 2) return
  const { ctx } = chart
  const height = bottom - top
  ctx.save()
  ctx.beginPath()
  ctx.rect(left, top, right - left, height)
  ctx.clip()
  if (way[1] === 0) {
    for (let y = top + hatchGap / 2; y < bottom; y += hatchGap)
      stroke(chart, { x: left, y }, { x: right, y }, { color })
  } else {
    const [from, to] = way[1] < 0 ? [bottom, top] : [top, bottom]
    for (let x = left - height; x < right; x += hatchGap) {
      stroke(chart, { x, y: from }, { x: x + height, y: to }, { color, width: 1.25 })
    }
  }
  ctx.restore()
}

/** The hatching of each part, and each row's total at its end. */
export const drawParts = (chart: Chart, input: StackedInput, look: Look): void => {
  const fills = partFills(look)
  const ends = input.bars.map(() => Number.NEGATIVE_INFINITY)
  const middles = input.bars.map(() => 0)
  for (const part of input.parts.keys()) {
    for (const [row, element] of chart.getDatasetMeta(part).data.entries()) {
      const bar = element as unknown as { x: number; base: number; y: number; height: number }
      if (typeof chart.data.datasets[part]?.data[row] !== 'number') continue
      const half = bar.height / 2 - 1
      const area = { left: bar.base + 1, right: bar.x - 1, top: bar.y - half, bottom: bar.y + half }
      hatch(chart, area, fills[part % fills.length]?.hatch ?? 'none', look.paper)
      ends[row] = Math.max(ends[row] ?? 0, bar.x)
      middles[row] = bar.y
    }
  }
  for (const [row, x] of ends.entries()) {
    const total = totalOf(input, row)
    if (total === null || !Number.isFinite(x)) continue
    write(chart, number(total), { x: x + 6, y: middles[row] ?? 0 }, look, { color: look.ink })
  }
}

/** Under the dots: the reference, its label above, and the likely range of each row. */
export const drawDotRanges = (chart: Chart, input: DotsInput, look: Look): void => {
  const scale = chart.scales.x
  if (scale === undefined) return
  const at = (value: number): number =>
    scale.getPixelForValue(Math.min(Math.max(value, scale.min), scale.max))
  if (input.reference !== null) {
    const x = at(input.reference.value)
    const { left, right, top } = chart.chartArea
    vertical(chart, x, { color: look.ink })
    const isRight = x > (left + right) / 2
    write(chart, input.reference.label, { x, y: top - 4 }, look, {
      color: look.ink,
      align: isRight ? 'right' : 'left',
      baseline: 'bottom',
    })
  }
  for (const [row, { y }] of chart.getDatasetMeta(0).data.entries()) {
    const { low = null, high = null } = input.dots[row] ?? {}
    if (low !== null && high !== null)
      stroke(chart, { x: at(low), y }, { x: at(high), y }, { color: look.muted, width: 2 })
  }
}

/** The value of each row in a column of its own at the right. */
export const drawDotValues = (chart: Chart, input: DotsInput, look: Look): void => {
  const x = chart.width - 2
  for (const [row, { y }] of chart.getDatasetMeta(0).data.entries()) {
    const value = input.dots[row]?.value ?? null
    write(chart, dotWords(input, value), { x, y }, look, { color: look.ink, align: 'right' })
  }
}
