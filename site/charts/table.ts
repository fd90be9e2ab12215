/** The table twin of a chart: the same numbers, the newest period first. */
import { period } from '../words/date.ts'
import { roundDuration } from '../words/duration.ts'
import { number, sentenceCase, share } from '../words/number.ts'
import { inCell, noun } from '../words/value.ts'
import type { BarsInput, ChartInput, LineInput, StepInput } from './input.ts'
import { shareBy, stepStops } from './readout.ts'

type Cell = { words: string; value: number | null }
export type Table = { head: string[]; rows: { label: string; cells: Cell[] }[] }

const ofLines = (input: LineInput): Table => {
  const isShare = input.unit === 'share'
  const named = { day: 'Day', week: 'Week', month: 'Month', term: 'Term', year: 'Year' }[input.period]
  const points = input.lines[0]?.points ?? []
  return {
    head: [
      named,
      ...input.lines.map((line) => line.label),
      ...(isShare ? [sentenceCase(noun(input.item_kind, 2)), 'Likely range'] : []),
    ],
    rows: points
      .map((point, at) => ({
        label: `${sentenceCase(period(point, input.period))}${point.is_complete ? '' : ' (not complete)'}`,
        cells: [
          ...input.lines.map(({ points: own }) => {
            const value = own[at]?.value ?? null
            return { words: inCell({ value, unit: input.unit, clock: null }), value }
          }),
          ...(isShare
            ? [
                { words: number(point.n), value: point.n },
                {
                  words:
                    point.low === null || point.high === null
                      ? '–'
                      : `${share(point.low)} to ${share(point.high)}`,
                  value: null,
                },
              ]
            : []),
        ],
      }))
      .reverse(),
  }
}

const ofSteps = (input: StepInput): Table => ({
  head: ['Within', sentenceCase(input.done)],
  rows: stepStops(input).map((stop) => {
    const value = shareBy(input.points, stop.value)
    return {
      label: roundDuration(stop.value, input.clock),
      cells: [{ words: share(value), value }],
    }
  }),
})

const ofBars = (input: BarsInput): Table => ({
  head: [input.by, sentenceCase(input.unit === 'people' ? 'people' : noun(input.item_kind, 2))],
  rows: input.bars.map(({ label, value }) => ({
    label,
    cells: [{ words: inCell({ value, unit: input.unit, clock: null }), value }],
  })),
})

/** Head and rows of a chart's table. */
export const tableOf = (input: ChartInput): Table => {
  if (input.kind === 'line') return ofLines(input)
  return input.kind === 'step' ? ofSteps(input) : ofBars(input)
}
