/** How a chart is to be read: its key, and sentences of which only those stand that apply. */

import { shortDay } from '../words/date.ts'
import { count, sentenceCase, share } from '../words/number.ts'
import { fromTo } from '../words/range.ts'
import { inCell } from '../words/value.ts'
import { shapeWords } from './beyond.ts'
import { controlSpan } from './control.ts'
import { type ChartInput, type ControlInput, type LineInput, mostWithRange, narrowPoints } from './input.ts'
import { lineSpan } from './line.ts'
import { pointCount } from './readout.ts'

type OverTime = LineInput | ControlInput

const axisNotes = ({ from, to }: { from: number; to: number }, unit: string): string[] => {
  if (unit !== 'share') return []
  return [
    ...(from > 0 ? [`The axis begins at ${share(from)}.`] : []),
    ...(to < 1 ? [`The axis ends at ${share(to)}.`] : []),
  ]
}

const termNotes = ({ terms }: OverTime): string[] =>
  terms.length > 0 ? ['The line along the axis marks term.'] : []

const openNotes = (points: { is_complete: boolean }[], period: string): string[] =>
  points.some((point) => !point.is_complete) ? [`Hollow: a ${period} that is not complete.`] : []

const lineNotes = (input: LineInput): string[] => {
  const points = input.lines.flatMap((line) => line.points)
  const hasRanges =
    input.lines.length === 1 && points.length <= mostWithRange && points.some((point) => point.low !== null)
  return [
    ...openNotes(points, input.period),
    ...(hasRanges ? ['Grey strokes: the likely range of each point.'] : []),
    ...axisNotes(lineSpan(input), input.unit),
    ...termNotes(input),
  ]
}

const usualNotes = ({ segments, unit, period }: ControlInput): string[] => {
  const [last, full] = [segments.at(-1), segments.findLast((segment) => !segment.is_provisional)]
  const since = segments.length > 1 && full !== undefined ? ` since ${shortDay(full.from)}` : ''
  const until = full !== last && full !== undefined ? ` until ${shortDay(full.to)}` : ''
  return [
    ...(full === undefined
      ? []
      : [
          `Band: the usual range${since}${until}, ${fromTo(full.lower, full.upper, unit)}; within it a single ${period} says nothing by itself.`,
          `Thin line: the mean${full === last ? `, ${inCell({ value: full.mean, unit, clock: null })}` : ''}.`,
        ]),
    ...(last?.is_provisional
      ? [`Thin dashed line: the mean of ${count(last.points, period)} so far, too few for a usual range.`]
      : []),
  ]
}

const aimWords = { high: 'at least ', low: 'at most ', neutral: '' }

const aimNotes = ({ aim, good, unit }: ControlInput): string[] =>
  aim === null
    ? []
    : [
        `Dashed line: the aim, ${aimWords[good]}${inCell({ value: aim.value, unit, clock: null })}, set by ${aim.set_by}.`,
      ]

const controlNotes = (input: ControlInput): string[] => [
  ...usualNotes(input),
  ...shapeWords(input),
  ...aimNotes(input),
  ...(input.beside === null ? [] : [`Dashed line along the points: ${input.beside.label}.`]),
  ...openNotes(input.points, input.period),
  ...axisNotes(controlSpan(input), input.unit),
  ...termNotes(input),
]

/** What a reader has to know to read a chart, in sentences. */
export const notesOf = (input: ChartInput): string[] => {
  switch (input.kind) {
    case 'line':
      return lineNotes(input)
    case 'control':
      return controlNotes(input)
    case 'dots':
      return input.dots.some(({ low }) => low !== null) ? ['Stroke: the likely range of each value.'] : []
    default:
      return []
  }
}

/** What is told apart by its look, in the order in which it is drawn; `mark` names the look. */
export const keyOf = (input: ChartInput): { mark: string; label: string }[] => {
  if (input.kind === 'line' && input.lines.length > 1) {
    return input.lines.map(({ label }, at) => ({ mark: `line-${at}`, label: sentenceCase(label) }))
  }
  if (input.kind !== 'stacked') return []
  return input.parts.map((label, at) => ({ mark: `part-${at}`, label: sentenceCase(label) }))
}

/** What a narrow chart leaves out; empty where it leaves out nothing. */
export const narrowNote = (input: ChartInput): string => {
  const points = pointCount(input)
  const isCut = (input.kind === 'line' || input.kind === 'control') && points > narrowPoints
  return isCut ? `The chart shows the last ${narrowPoints} of ${points} points; the table has them all.` : ''
}
