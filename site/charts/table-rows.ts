/** The table twins of charts that are not over time: their rows in the order in which they are drawn. */

import type { Table } from '../tables/table.ts'
import { roundDuration } from '../words/duration.ts'
import { sentenceCase, share } from '../words/number.ts'
import { rangeWords } from '../words/range.ts'
import { inCell, noun } from '../words/value.ts'
import type { BarsInput, DotsInput, StackedInput, StepInput } from './input.ts'
import { shareBy, stepStops } from './readout.ts'
import { totalOf } from './stacked.ts'

type Cell = Table['rows'][number]['cells'][number]

const cellOf = ({ unit }: Pick<BarsInput, 'unit'>, value: number | null): Cell => ({
  words: inCell({ value, unit, clock: null }),
  value,
})

/** What the values of a unit are called. */
const valueName = ({ unit, item_kind }: Pick<BarsInput, 'unit' | 'item_kind'>): string => {
  const names: Partial<Record<BarsInput['unit'], string>> = {
    items: noun(item_kind, 2),
    people: 'people',
    share: 'share',
    per_100: 'in a hundred',
    ratio: 'ratio',
    difference: 'difference',
  }
  return sentenceCase(names[unit] ?? 'value')
}

/** Share done by each round time. */
export const tableOfSteps = (input: StepInput): Table => ({
  head: [
    { label: 'Within', kind: 'text' },
    { label: sentenceCase(input.done), kind: 'number' },
  ],
  rows: stepStops(input).map((stop) => {
    const value = shareBy(input.points, stop.value)
    return {
      label: roundDuration(stop.value, input.clock),
      cells: [{ words: share(value), value }],
    }
  }),
})

/** One value a bar, and the one beside it. */
export const tableOfBars = (input: BarsInput): Table => {
  const { by, bars, beside } = input
  return {
    head: [
      { label: by, kind: 'text' },
      { label: valueName(input), kind: 'number' },
      ...(beside === undefined ? [] : [{ label: sentenceCase(beside.label), kind: 'number' as const }]),
    ],
    rows: bars.map(({ label, value }, at) => ({
      label,
      cells: [
        cellOf(input, value),
        ...(beside === undefined ? [] : [cellOf(input, beside.values[at] ?? null)]),
      ],
    })),
  }
}

/** A column a part, and the total where it means something. */
export const tableOfParts = (input: StackedInput): Table => {
  const totals = input.bars.map((_, at) => totalOf(input, at))
  const hasTotal = totals.some((total) => total !== null)
  return {
    head: [
      { label: input.by, kind: 'text' },
      ...input.parts.map((part) => ({ label: sentenceCase(part), kind: 'number' as const })),
      ...(hasTotal ? [{ label: 'In all', kind: 'number' as const }] : []),
    ],
    rows: input.bars.map(({ label, values }, at) => ({
      label,
      cells: [
        ...input.parts.map((_, part) => cellOf(input, values[part] ?? null)),
        ...(hasTotal ? [cellOf(input, totals[at] ?? null)] : []),
      ],
    })),
  }
}

/** A value and its likely range a row. */
export const tableOfDots = (input: DotsInput): Table => ({
  head: [
    { label: input.by, kind: 'text' },
    { label: valueName(input), kind: 'number' },
    { label: 'Likely range', kind: 'range' },
  ],
  rows: input.dots.map(({ label, value, low, high }) => ({
    label,
    cells: [
      cellOf(input, value),
      { words: rangeWords(low, high, input.unit), value: null, ends: [low, high] as const },
    ],
  })),
})
