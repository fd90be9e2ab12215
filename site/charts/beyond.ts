/** What a point of a control chart breaks, and on which side. */
import { list, sentenceCase } from '../words/number.ts'
import type { ControlInput } from './input.ts'

type Signal = ControlInput['signals'][number]
type Rule = Signal['rule']
export type Side = Signal['side']

const words: Record<Rule, Record<Side, string>> = {
  beyond_limit: { up: 'above the usual range', down: 'below the usual range' },
  shift: { up: 'seven or more in a row above usual', down: 'seven or more in a row below usual' },
  trend: { up: 'six or more in a row, each higher', down: 'six or more in a row, each lower' },
  two_of_three: {
    up: 'two of three near the top of the usual range or above it',
    down: 'two of three near the bottom of the usual range or below it',
  },
}

/** The rules from the one that says most to the one that says least. */
const order: Rule[] = ['beyond_limit', 'shift', 'trend', 'two_of_three']

/** The signals of each period by its first day, the one that says most first. */
export const signalsByDay = ({ signals }: Pick<ControlInput, 'signals'>): Map<string, Signal[]> =>
  Map.groupBy(
    [...signals].sort((a, b) => order.indexOf(a.rule) - order.indexOf(b.rule)),
    ({ from }) => from,
  )

/** "below the usual range; six or more in a row, each lower"; empty where nothing is broken. */
export const beyondWords = (signals: readonly Signal[] = []): string =>
  signals.map(({ rule, side }) => words[rule][side]).join('; ')

/** Which sides the marks of a chart stand on, for single points and for runs. */
export const sidesOf = (input: ControlInput): { single: Side[]; run: Side[] } => {
  const shown = new Set(input.points.map(({ from }) => from))
  const first = [...signalsByDay(input)].flatMap(([from, [signal]]) =>
    shown.has(from) && signal !== undefined ? [signal] : [],
  )
  const sides = (of: Signal[]): Side[] => [...new Set(of.map(({ side }) => side))].sort().reverse()
  return {
    single: sides(first.filter(({ rule }) => rule === 'beyond_limit')),
    run: sides(first.filter(({ rule }) => rule !== 'beyond_limit')),
  }
}

const shapes: Record<Side, string> = { up: '▲', down: '▼' }
const meanings: Record<Side, string> = { up: 'above the usual range', down: 'below the usual range' }

/** What the triangles of a chart mean, in sentences. */
export const shapeWords = (input: ControlInput): string[] => {
  const { single, run } = sidesOf(input)
  const size = run.length > 0 ? 'large ' : ''
  return [
    ...single.map((side) => sentenceCase(`${size}${shapes[side]}: a ${input.period} ${meanings[side]}.`)),
    ...(run.length > 0
      ? [
          `Small ${list(run.map((side) => shapes[side]))}: ${input.period}s that are unusual together; the table says how.`,
        ]
      : []),
  ]
}
