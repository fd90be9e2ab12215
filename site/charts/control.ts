/** A series with what is usual for it → a Chart.js line whose unusual points have a shape of their own. */
import type { ChartConfiguration } from 'chart.js'
import { inCell } from '../words/value.ts'
import { dayNumber } from './axis.ts'
import { quiet, type Span, shareAxis, shareSpan, strokes, tickOf, valueAxis } from './base.ts'
import { signalsByDay } from './beyond.ts'
import { type ControlInput, type Look, narrowPoints, narrowWidth } from './input.ts'
import { roughWidth, wrapped } from './labels.ts'
import { timeAxis, xy } from './line.ts'

/** The input as it is drawn at a width: all points, or the last 26 where it is narrow. */
export const controlFor = (input: ControlInput, width: number): ControlInput => {
  if (width >= narrowWidth) return input
  const points = input.points.slice(-narrowPoints)
  const days = new Set(points.map(({ from }) => from))
  const beside = input.beside && {
    ...input.beside,
    points: input.beside.points.filter(({ from }) => days.has(from)),
  }
  return { ...input, points, beside }
}

const given = (values: (number | null | undefined)[]): number[] =>
  values.filter((value): value is number => typeof value === 'number')

/** Every value that the axis has to reach. */
const reached = ({ points, beside, segments, aim }: ControlInput): number[] =>
  given([
    ...points.map(({ value }) => value),
    ...(beside?.points ?? []).map(({ value }) => value),
    ...segments.flatMap((segment) =>
      segment.is_provisional ? [segment.mean] : [segment.lower, segment.upper],
    ),
    aim?.value,
  ])

/** Where the axis of shares begins and ends. */
export const controlSpan = (input: ControlInput): Span => shareSpan(reached(input))

export type EndLabel = { of: 'mean' | 'aim' | 'beside'; value: number; lines: string[] }

const mostOfWidth = 0.3

/** What stands at the right end of the lines: "usual 75 %", "aim 80 %", the name of the second line. */
export const endLabels = (input: ControlInput, look: Look): EndLabel[] => {
  const said = (value: number): string => inCell({ value, unit: input.unit, clock: null })
  const mean = input.segments.at(-1)?.mean
  const besideAt = input.beside?.points.findLast(({ value }) => value !== null)?.value
  const most = Math.floor((look.width * mostOfWidth) / roughWidth('x', look.fontSize))
  const label = (of: EndLabel['of'], value: number | null | undefined, words: string): EndLabel[] =>
    value === null || value === undefined ? [] : [{ of, value, lines: wrapped(words, most) }]
  return [
    ...label('mean', mean, `usual ${said(mean ?? 0)}`),
    ...label('aim', input.aim?.value, `aim ${said(input.aim?.value ?? 0)}`),
    ...label('beside', besideAt, input.beside?.label ?? ''),
  ]
}

const gutter = (input: ControlInput, look: Look): number => {
  const lines = endLabels(input, look).flatMap((label) => label.lines)
  return lines.length === 0 ? 14 : Math.max(...lines.map((line) => roughWidth(line, look.fontSize))) + 16
}

type Shape = { pointStyle: 'circle' | 'triangle'; rotation: number; radius: number; isHollow: boolean }

/** Whether each point can be seen apart from the next. */
const isFew = ({ points }: ControlInput): boolean => points.length <= 60

/** The shape of each point: a circle, or a triangle that points to where it is unusual. */
export const shapesOf = (input: ControlInput): Shape[] => {
  const byDay = signalsByDay(input)
  return input.points.map(({ from, is_complete }) => {
    const [signal] = byDay.get(from) ?? []
    if (!is_complete) return { pointStyle: 'circle', rotation: 0, radius: 3.5, isHollow: true }
    if (signal === undefined)
      return { pointStyle: 'circle', rotation: 0, radius: isFew(input) ? 2 : 0, isHollow: false }
    const [large, small] = isFew(input) ? [7, 4.5] : [6, 3]
    const radius = signal.rule === 'beyond_limit' ? large : small
    return { pointStyle: 'triangle', rotation: signal.side === 'up' ? 0 : 180, radius, isHollow: false }
  })
}

const mainLine = (input: ControlInput, look: Look) => {
  const [stroke] = strokes(look)
  const shapes = shapesOf(input)
  const isOpen = (index: number): boolean => input.points[index]?.is_complete === false
  return {
    label: input.label,
    data: input.points.map(xy),
    borderColor: stroke?.color,
    borderWidth: isFew(input) ? 2 : 1.25,
    pointStyle: shapes.map(({ pointStyle }) => pointStyle),
    pointRotation: shapes.map(({ rotation }) => rotation),
    pointRadius: shapes.map(({ radius }) => radius),
    pointBackgroundColor: shapes.map(({ isHollow }) => (isHollow ? look.paper : stroke?.color)),
    pointBorderColor: shapes.map(({ isHollow }) => (isHollow ? stroke?.color : look.paper)),
    pointBorderWidth: shapes.map(({ isHollow, radius }) => (isHollow ? 1.5 : radius > 4 ? 1 : 0)),
    clip: 8,
    segment: {
      borderDash: (context: { p1DataIndex: number }) => (isOpen(context.p1DataIndex) ? [2, 3] : undefined),
    },
  }
}

const besideLine = ({ label, points }: NonNullable<ControlInput['beside']>, look: Look) => {
  const stroke = strokes(look)[1]
  return {
    label,
    data: points.map(xy),
    borderColor: stroke?.color,
    borderWidth: stroke?.width,
    borderDash: stroke?.dash,
    pointRadius: 0,
    clip: 8,
  }
}

/** The Chart.js configuration; what is usual, the aim and the labels are drawn over it. */
export const controlConfig = (whole: ControlInput, look: Look): ChartConfiguration<'line'> => {
  const input = controlFor(whole, look.width)
  const base = quiet()
  return {
    type: 'line',
    data: {
      datasets: [mainLine(input, look), ...(input.beside === null ? [] : [besideLine(input.beside, look)])],
    },
    options: {
      ...base,
      layout: { padding: { top: 22, right: gutter(input, look) } },
      scales: {
        x: timeAxis(
          input.points.map((point) => dayNumber(point.from)),
          look,
        ),
        y:
          input.unit === 'share'
            ? shareAxis(look, controlSpan(whole))
            : {
                ...valueAxis(look, tickOf(input.unit)),
                suggestedMax: Math.max(...reached(input)),
                grace: '8%',
              },
      },
    },
  } as ChartConfiguration<'line'>
}
