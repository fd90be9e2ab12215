/** A chart's points in words, one sentence a point: what the buttons below a chart step through. */
import { period } from '../words/date.ts'
import { roundDuration } from '../words/duration.ts'
import { number, sentenceCase, share } from '../words/number.ts'
import { inText, noun } from '../words/value.ts'
import { durationTicks } from './axis.ts'
import type { BarsInput, ChartInput, LineInput, StepInput } from './input.ts'

const linePoint = (input: LineInput, at: number): string => {
  const first = input.lines[0]?.points[at]
  if (first === undefined) return ''
  const said = input.lines.map(({ label, points }) => {
    const point = points[at]
    const value = point?.value ?? null
    const name = input.lines.length > 1 ? `${label} ` : ''
    if (value === null) return `${name}too few to tell`
    const shown = inText({ value, unit: input.unit, clock: null }, input.item_kind)
    return input.unit === 'share'
      ? `${name}${shown} of ${number(point?.n ?? 0)} ${noun(input.item_kind, point?.n ?? 0)}`
      : `${name}${shown}`
  })
  const running = first.is_complete ? '' : ' (not complete yet)'
  return `${sentenceCase(period(first, input.period))}${running}: ${said.join('; ')}.`
}

/** Share of a step curve at a time: that of its last step at or before. */
export const shareBy = (points: { minutes: number; share: number }[], minutes: number): number =>
  points.filter((point) => point.minutes <= minutes).at(-1)?.share ?? 0

/** The round times at which a step chart is read. */
export const stepStops = ({ points, clock }: StepInput): { value: number; label: string }[] =>
  durationTicks(points.at(-1)?.minutes ?? 0, clock).map(({ value, label }) => ({
    value,
    label: String(label),
  }))

const stepPoint = (input: StepInput, at: number): string => {
  const stop = stepStops(input)[at]
  if (stop === undefined) return ''
  return `Within ${roundDuration(stop.value, input.clock)}: ${share(shareBy(input.points, stop.value))} ${input.done}.`
}

const barPoint = (input: BarsInput, at: number): string => {
  const bar = input.bars[at]
  if (bar === undefined) return ''
  return `${bar.label}: ${inText({ value: bar.value, unit: input.unit, clock: null }, input.item_kind)}.`
}

/** How many points the buttons step through. */
export const pointCount = (input: ChartInput): number => {
  if (input.kind === 'line') return input.lines[0]?.points.length ?? 0
  return input.kind === 'step' ? stepStops(input).length : input.bars.length
}

/** The sentence of the point at an index; empty outside the chart. */
export const readout = (input: ChartInput, at: number): string => {
  if (input.kind === 'line') return linePoint(input, at)
  return input.kind === 'step' ? stepPoint(input, at) : barPoint(input, at)
}
