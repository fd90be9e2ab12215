/** A chart's points in words, one sentence a point: what the buttons below a chart step through. */

import { roundDuration } from '../words/duration.ts'
import { number, sentenceCase, share } from '../words/number.ts'
import { fromTo } from '../words/range.ts'
import { inCell, inText, noun } from '../words/value.ts'
import { durationTicks, periodName } from './axis.ts'
import { beyondWords, signalsByDay } from './beyond.ts'
import type {
  BarsInput,
  ChartInput,
  ChartPoint,
  ControlInput,
  DotsInput,
  LineInput,
  StackedInput,
  StepInput,
} from './input.ts'
import { totalOf } from './stacked.ts'

type Unit = Pick<LineInput, 'unit' | 'item_kind'>

/** "36 % of 42 escalations", "36 %" where it is not known of how many. */
const valueWords = ({ unit, item_kind }: Unit, point: ChartPoint | undefined): string => {
  const { value = null, n = null } = point ?? {}
  if (value === null) return n === null ? 'not known' : 'too few to tell'
  const shown = inText({ value, unit, clock: null }, item_kind)
  return unit === 'share' && n !== null ? `${shown} of ${number(n)} ${noun(item_kind, n)}` : shown
}

const linePoint = (input: LineInput, at: number): string => {
  const first = input.lines[0]?.points[at]
  if (first === undefined) return ''
  const said = input.lines.map(({ label, points }) => {
    const name = input.lines.length > 1 ? `${label} ` : ''
    return `${name}${valueWords(input, points[at])}`
  })
  const running = first.is_complete ? '' : ' (not complete yet)'
  return `${sentenceCase(periodName(first, input.period))}${running}: ${said.join('; ')}.`
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
  const said = (value: number | null): string =>
    inText({ value, unit: input.unit, clock: null }, input.item_kind)
  const { beside } = input
  const more = beside === undefined ? '' : `; ${beside.label} ${said(beside.values[at] ?? null)}`
  return `${bar.label}: ${said(bar.value)}${more}.`
}

const controlPoint = (input: ControlInput, at: number): string => {
  const point = input.points[at]
  if (point === undefined) return ''
  const beyond = beyondWords(signalsByDay(input).get(point.from), input.period)
  const other = input.beside?.points.find(({ from }) => from === point.from)
  const said = [
    valueWords(input, point),
    ...(other === undefined ? [] : [`${input.beside?.label} ${valueWords(input, other)}`]),
    ...(beyond === '' ? [] : [beyond]),
  ]
  const running = point.is_complete ? '' : ' (not complete yet)'
  return `${sentenceCase(periodName(point, input.period))}${running}: ${said.join('; ')}.`
}

const stackedPoint = (input: StackedInput, at: number): string => {
  const bar = input.bars[at]
  if (bar === undefined) return ''
  const clock = null
  const said = input.parts.map((part, place) => {
    const value = bar.values[place] ?? null
    return `${part} ${value === null ? 'not known' : inCell({ value, unit: input.unit, clock })}`
  })
  const total = totalOf(input, at)
  const whole =
    total === null ? '' : `; ${inText({ value: total, unit: input.unit, clock }, input.item_kind)} in all`
  return `${bar.label}: ${said.join(', ')}${whole}.`
}

const dotPoint = (input: DotsInput, at: number): string => {
  const dot = input.dots[at]
  if (dot === undefined) return ''
  const said = (value: number | null): string =>
    inText({ value, unit: input.unit, clock: null }, input.item_kind)
  const range =
    dot.low === null || dot.high === null ? '' : `, likely ${fromTo(dot.low, dot.high, input.unit)}`
  return `${dot.label}: ${said(dot.value)}${range}.`
}

/** How many points the buttons step through. */
export const pointCount = (input: ChartInput): number => {
  switch (input.kind) {
    case 'line':
      return input.lines[0]?.points.length ?? 0
    case 'control':
      return input.points.length
    case 'step':
      return stepStops(input).length
    case 'dots':
      return input.dots.length
    default:
      return input.bars.length
  }
}

/** The sentence of the point at an index; empty outside the chart. */
export const readout = (input: ChartInput, at: number): string => {
  switch (input.kind) {
    case 'line':
      return linePoint(input, at)
    case 'control':
      return controlPoint(input, at)
    case 'step':
      return stepPoint(input, at)
    case 'bars':
      return barPoint(input, at)
    case 'stacked':
      return stackedPoint(input, at)
    case 'dots':
      return dotPoint(input, at)
  }
}
