/** What a point of a control chart breaks, and on which side. */
import { list, sentenceCase } from '../words/number.ts'
import { type Rule, ruleInWords, type Side } from '../words/rule.ts'
import type { ControlInput } from './input.ts'

type Signal = ControlInput['signals'][number]

/** The rules from the one that says most to the one that says least. */
const order: Rule[] = ['beyond_limit', 'shift', 'trend', 'two_of_three']

/** The signals of each period by its first day, the one that says most first. */
export const signalsByDay = ({ signals }: Pick<ControlInput, 'signals'>): Map<string, Signal[]> =>
  Map.groupBy(
    [...signals].sort((a, b) => order.indexOf(a.rule) - order.indexOf(b.rule)),
    ({ from }) => from,
  )

/** "below the usual range; six or more weeks in a row, each lower"; empty where nothing is broken. */
export const beyondWords = (signals: readonly Signal[] = [], period: ControlInput['period']): string =>
  signals.map(({ rule, side }) => ruleInWords(rule, side, period)).join('; ')

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

/** What the triangles of a chart mean, in sentences. */
export const shapeWords = (input: ControlInput): string[] => {
  const { single, run } = sidesOf(input)
  const size = run.length > 0 ? 'large ' : ''
  return [
    ...single.map((side) =>
      sentenceCase(
        `${size}${shapes[side]}: a ${input.period} ${ruleInWords('beyond_limit', side, input.period)}.`,
      ),
    ),
    ...(run.length > 0
      ? [
          `Small ${list(run.map((side) => shapes[side]))}: ${input.period}s that are unusual together; the table says how.`,
        ]
      : []),
  ]
}
