/** The table twin of a chart: the same numbers, the newest period first. */
import type { Unit } from '../../data/contract.ts'
import type { Cell, Head, Row, Table } from '../tables/table.ts'
import { sentenceCase } from '../words/number.ts'
import { rangeWords } from '../words/range.ts'
import { inCell, noun } from '../words/value.ts'
import { periodName } from './axis.ts'
import { beyondWords, signalsByDay } from './beyond.ts'
import type { ChartInput, ChartPoint, ControlInput, LineInput } from './input.ts'
import { tableOfBars, tableOfDots, tableOfParts, tableOfSteps } from './table-rows.ts'

const periods = { day: 'Day', week: 'Week', month: 'Month', term: 'Term', year: 'Year' }

const column = (label: string, kind: Head['kind'] = 'number'): Head => ({ label: sentenceCase(label), kind })
const periodColumn = (label: string): Head => ({ label, kind: 'text', isLatestFirst: true })
const valueCell = (value: number | null, unit: Unit): Cell => ({
  words: inCell({ value, unit, clock: null }),
  value,
})

const rangeCell = ({ low, high }: ChartPoint, unit: Unit): Cell => ({
  words: rangeWords(low, high, unit),
  value: null,
  ends: [low, high],
})

const rowOf = (point: ChartPoint, kind: LineInput['period'], cells: Cell[]): Row => ({
  label: `${sentenceCase(periodName(point, kind))}${point.is_complete ? '' : ' (not complete)'}`,
  cells,
})

const ofLines = ({ lines, unit, item_kind, period: kind }: LineInput): Table => {
  const isShare = unit === 'share'
  const points = lines[0]?.points ?? []
  const known = [column(noun(item_kind, 2)), column('likely range', 'range')]
  return {
    head: [
      periodColumn(periods[kind]),
      ...lines.map(({ label }) => column(label)),
      ...(isShare ? known : []),
    ],
    rows: points
      .map((point, at) =>
        rowOf(point, kind, [
          ...lines.map(({ points: own }) => valueCell(own[at]?.value ?? null, unit)),
          ...(isShare ? [valueCell(point.n, 'items'), rangeCell(point, unit)] : []),
        ]),
      )
      .reverse(),
  }
}

/** Columns of a control chart beside its periods: each only where it has something to say. */
const controlColumns = (input: ControlInput): { head: Head; cell: (point: ChartPoint) => Cell }[] => {
  const { unit, beside, points } = input
  const others = new Map(beside?.points.map((point) => [point.from, point.value]))
  const signals = signalsByDay(input)
  const isRate = unit === 'share' || unit === 'per_100'
  const hasRange = points.some(({ low }) => low !== null)
  const isBroken = points.some(({ from }) => signals.has(from))
  const told = (point: ChartPoint): Cell => {
    const words = sentenceCase(beyondWords(signals.get(point.from), input.period))
    return { words, value: words === '' ? null : words }
  }
  return [
    { head: column(input.label), cell: (point: ChartPoint) => valueCell(point.value, unit) },
    beside && {
      head: column(beside.label),
      cell: (point: ChartPoint) => valueCell(others.get(point.from) ?? null, unit),
    },
    isRate && {
      head: column(noun(input.item_kind, 2)),
      cell: (point: ChartPoint) => valueCell(point.n, 'items'),
    },
    hasRange && {
      head: column('likely range', 'range'),
      cell: (point: ChartPoint) => rangeCell(point, unit),
    },
    isBroken && { head: column('beyond usual', 'text'), cell: told },
  ].filter((each) => each !== null && each !== false)
}

const ofControl = (input: ControlInput): Table => {
  const columns = controlColumns(input)
  return {
    head: [periodColumn(periods[input.period]), ...columns.map(({ head }) => head)],
    rows: input.points
      .map((point) =>
        rowOf(
          point,
          input.period,
          columns.map(({ cell }) => cell(point)),
        ),
      )
      .reverse(),
  }
}

/** Head and rows of a chart's table. */
export const tableOf = (input: ChartInput): Table => {
  switch (input.kind) {
    case 'line':
      return ofLines(input)
    case 'control':
      return ofControl(input)
    case 'step':
      return tableOfSteps(input)
    case 'bars':
      return tableOfBars(input)
    case 'stacked':
      return tableOfParts(input)
    case 'dots':
      return tableOfDots(input)
  }
}
