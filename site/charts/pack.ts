/** Points as a page carries them: a list for each of their parts, which packs tighter than a list of points. */
import { dayNumber, dayOf } from './axis.ts'
import type { ChartInput, ChartPoint, ControlInput, StepInput } from './input.ts'

const digits = 4
const scale = 10 ** digits

/** No finer than a pixel, and yet what words make of it stays the same: rounding it further gives what rounding the value gives. */
const whole = (value: number | null): number | null => {
  if (value === null) return null
  const near = Math.round(value * scale)
  const isMoved = [1, 10, 100].some((part) => Math.round((near / scale) * part) !== Math.round(value * part))
  if (isMoved || (value < 1 && near === scale)) return near - 1
  return value > 0 && near === 0 ? 1 : near
}
const back = (value: number | null | undefined): number | null => (value == null ? null : value / scale)

type Packed = {
  /** The first day, then the days from each point to the next. */
  days: number[]
  value: (number | null)[]
  n: (number | null)[]
  /** Places of the periods that are not complete. */
  open: number[]
  labels?: (string | null)[]
  low?: (number | null)[]
  high?: (number | null)[]
}

const packPoints = (points: readonly ChartPoint[], isRanged: boolean): Packed => {
  const days = points.map(({ from }) => dayNumber(from))
  const hasLabels = points.some(({ label }) => label !== undefined)
  return {
    days: days.map((day, place) => day - (days[place - 1] ?? 0)),
    value: points.map(({ value }) => whole(value)),
    n: points.map(({ n }) => n),
    open: points.flatMap(({ is_complete }, place) => (is_complete ? [] : [place])),
    ...(hasLabels ? { labels: points.map(({ label }) => label ?? null) } : {}),
    ...(isRanged
      ? { low: points.map(({ low }) => whole(low)), high: points.map(({ high }) => whole(high)) }
      : {}),
  }
}

const unpackPoints = ({ days, value, n, open, labels, low, high }: Packed): ChartPoint[] => {
  let day = 0
  return days.map((step, place) => {
    day += step
    const label = labels?.[place] ?? null
    return {
      from: dayOf(day),
      value: back(value[place]),
      n: n[place] ?? null,
      low: back(low?.[place]),
      high: back(high?.[place]),
      is_complete: !open.includes(place),
      ...(label === null ? {} : { label }),
    }
  })
}

type Steps = StepInput['points']
type PackedSteps = { minutes: number[]; share: number[] }

const packSteps = (points: Steps): PackedSteps => ({
  minutes: points.map(({ minutes }) => minutes),
  share: points.map(({ share }) => whole(share) ?? 0),
})

const unpackSteps = ({ minutes, share }: PackedSteps): Steps =>
  minutes.map((minute, place) => ({ minutes: minute, share: back(share[place]) ?? 0 }))

type Signals = ControlInput['signals']

/** Signals as days since 1970 by what they say. */
const packSignals = (signals: Signals): Record<string, number[]> => {
  const bySaying = Map.groupBy(signals, ({ rule, side }) => `${rule} ${side}`)
  return Object.fromEntries(
    [...bySaying].map(([saying, of]) => [saying, of.map(({ from }) => dayNumber(from))]),
  )
}

const unpackSignals = (packed: Record<string, number[]>): Signals =>
  Object.entries(packed).flatMap(([name, days]) => {
    const [rule, side] = name.split(' ') as [Signals[number]['rule'], Signals[number]['side']]
    return days.map((day) => ({ from: dayOf(day), rule, side }))
  })

type Line = { label: string; points: ChartPoint[] }

const packLine = (line: Line, isRanged: boolean): object => ({
  ...line,
  points: packPoints(line.points, isRanged),
})

const lists = <Kind>(carried: Kind[] | object, unpacked: (packed: never) => Kind[]): Kind[] =>
  Array.isArray(carried) ? carried : unpacked(carried as never)

const unpackLine = (line: Line): Line => ({ ...line, points: lists(line.points, unpackPoints) })

/** An input with its points packed; `isRanged` keeps their likely ranges. */
export const pack = (input: ChartInput, isRanged: boolean): object => {
  switch (input.kind) {
    case 'line':
      return { ...input, lines: input.lines.map((line) => packLine(line, isRanged)) }
    case 'control':
      return {
        ...input,
        points: packPoints(input.points, isRanged),
        signals: packSignals(input.signals),
        beside: input.beside && packLine(input.beside, isRanged),
      }
    case 'step':
      return { ...input, points: packSteps(input.points) }
    default:
      return input
  }
}

/** What a page carries as an input; an input as it is. */
export const unpack = (carried: ChartInput): ChartInput => {
  switch (carried.kind) {
    case 'line':
      return { ...carried, lines: carried.lines.map(unpackLine) }
    case 'control':
      return {
        ...carried,
        points: lists(carried.points, unpackPoints),
        signals: lists(carried.signals, unpackSignals),
        beside: carried.beside && unpackLine(carried.beside),
      }
    case 'step':
      return { ...carried, points: lists(carried.points, unpackSteps) }
    default:
      return carried
  }
}
