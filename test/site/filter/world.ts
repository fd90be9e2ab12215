/** A release with five years of cells, made by hand for the tests of filters: the fewer a filter leaves, the worse its share. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CellsFile, CellsIndex, ItemKind, MeasureFile, Point } from '../../../data/contract.ts'
import { binOf } from '../../../data/shared/bins.ts'
import { cellsFileOf, type Filter } from '../../../data/shared/cells.ts'
import { encode, encodeBins } from '../../../data/shared/cells-code.ts'
import { shareOf } from '../../../data/shared/shares.ts'
import { type Fixture, full, writeRelease } from '../fixture.ts'
import { figure, months, series, weeks, wobble } from '../fixture-make.ts'

const spans = { week: weeks(260), month: months(60) } as const
type Period = keyof typeof spans

const values = {
  service: ['Eduroam Wi-Fi', 'AV & teaching rooms', 'Printing', '0', 'false', 'Wi-Fi + cables, 100 %'],
  priority: ['P1', 'P2', null],
  team: ['Service Desk', 'Network', 'AV'],
  department: ['School of Law', 'Library'],
} as const

const everyPair: CellsIndex['pairs'] = [
  { dimensions: ['service', 'priority'], values: values.service.map(() => [0]) },
  { dimensions: ['service', 'team'], values: values.service.map(() => [0, 1]) },
]

const index: CellsIndex = {
  periods: { week: spans.week.map(({ from }) => from), month: spans.month.map(({ from }) => from) },
  series: [
    { part: 'share', measure: 'acknowledged', id: 'within', item_kind: 'escalation', period: 'month' },
    { part: 'share', measure: 'acknowledged', id: 'within', item_kind: 'ticket', period: 'week' },
    { part: 'time', measure: 'acknowledged', id: 'done', item_kind: 'escalation', period: 'month' },
    { part: 'time', measure: 'acknowledged', id: 'done', item_kind: 'ticket', period: 'month' },
  ],
  dimensions: Object.entries(values).map(([id, all]) => ({ id, values: [...all] })),
  pairs: everyPair,
  items_in_a_pair: 50,
  pairs_left_out: 0,
}

const busy = { ticket: { week: 400, month: 1700 }, escalation: { week: 12, month: 50 } }

/** Items of a period and how many of them were in time; of `filter`, the printers have no escalations. */
const countsOf = (kind: ItemKind, period: Period, filter: Filter, place: number) => {
  const isNone = kind === 'escalation' && filter.some(({ value }) => value === 'Printing')
  const part = 1 / (1 + 3 * filter.length)
  const n = isNone ? 0 : Math.round(busy[kind][period] * part * (0.8 + 0.4 * wobble(place)))
  return { n, hits: Math.round(n * (0.9 - 0.2 * filter.length + 0.08 * wobble(place + 9))) }
}

const shareOfKind = (kind: ItemKind, filter: Filter): CellsFile['shares'][number] => {
  const period = kind === 'escalation' || filter.length > 1 ? 'month' : 'week'
  const counts = spans[period].map((_, place) => countsOf(kind, period, filter, place))
  const unsettled = spans[period].map(({ isLast }) => Number(isLast))
  return {
    series: kind === 'escalation' ? 0 : 1,
    from: 0,
    n: encode(counts.map(({ n }) => n)),
    hits: encode(counts.map(({ hits }) => hits)),
    unsettled: encode(unsettled),
  }
}

const binsOf = (n: number, place: number): string => {
  const counts: number[] = Array.from({ length: binOf(20_000) + 1 }, () => 0)
  for (let item = 0; item < n; item += 1) {
    const bin = binOf(20 + 5000 * wobble(place * 1000 + item) ** 3)
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  return encodeBins(counts)
}

const timeOfKind = (
  kind: ItemKind,
  clock: 'elapsed' | 'business',
  filter: Filter,
): CellsFile['times'][number] => {
  const bins = spans.month.map((_, place) => binsOf(countsOf(kind, 'month', filter, place).n, place))
  return { series: kind === 'escalation' ? 2 : 3, clock, events: { from: 0, bins: bins.join('.') } }
}

const kinds = ['escalation', 'ticket'] as const
const clocks = ['elapsed', 'business'] as const

/** The cells of a filter. */
export const cellsOf = (filter: Filter): CellsFile => ({
  filter: [...filter],
  shares: kinds.map((kind) => shareOfKind(kind, filter)),
  times: kinds.flatMap((kind) => clocks.map((clock) => timeOfKind(kind, clock, filter))),
})

const pointsOf = (kind: ItemKind, period: Period): Point[] =>
  spans[period].map(({ from, to, isLast }, place) => {
    const { n, hits } = countsOf(kind, period, [], place)
    const cell = { is_weighted: false, n, hits, weight: n, squared_weight: n, unknown: 0, unsettled: 0 }
    const { value, low, high } = shareOf(cell)
    return { from, to, value, n, low, high, is_complete: !isLast }
  })

const years: Point[] = [
  { label: '2024/25', from: '2024-09-23', to: '2025-09-21' },
  { label: '2025/26', from: '2025-09-22', to: '2026-09-20' },
].map((days) => ({ ...days, value: 0.9, n: 500, low: null, high: null, is_complete: true }))

const measured = (measure: MeasureFile): MeasureFile => {
  const byMonth = pointsOf('escalation', 'month')
  const { value = null, n = 0, low = null, high = null } = byMonth.at(-2) ?? {}
  return {
    ...measure,
    headline: figure('within', 'escalation', 'share', value, { n, low, high }),
    series: [
      series('within', 'escalation', 'share', 'month', byMonth),
      series('within', 'ticket', 'share', 'week', pointsOf('ticket', 'week')),
      series('within', 'ticket', 'share', 'month', pointsOf('ticket', 'month')),
      series('within', 'escalation', 'share', 'year', years),
    ],
    definition: {
      ...measure.definition,
      figures: [
        ...measure.definition.figures.filter(({ id }) => id !== 'done'),
        { id: 'done', label: 'acknowledged', good: 'low', is_weighted: false },
      ],
    },
    breakdowns: measure.breakdowns.map((one) => ({
      ...one,
      rows: one.rows.map((row) => ({ ...row, key: row.label })),
    })),
  }
}

const fixture = (): Fixture => {
  const whole = full()
  return {
    ...whole,
    measures: whole.measures.map((one) => (one.id === 'acknowledged' ? measured(one) : one)),
  }
}

const alone = (): Filter[] =>
  index.dimensions.flatMap(({ id, values: all }) => all.map((value) => [{ dimension: id, value }]))

const together = (): Filter[] =>
  everyPair.flatMap(({ dimensions: [a, b], values: others }) =>
    others.flatMap((places, first) =>
      places.map((second) => [
        { dimension: a, value: index.dimensions.find(({ id }) => id === a)?.values[first] ?? null },
        { dimension: b, value: index.dimensions.find(({ id }) => id === b)?.values[second] ?? null },
      ]),
    ),
  )

/** Writes it into a folder. */
export const writeWorld = (folder: string): void => {
  writeRelease(folder, fixture())
  mkdirSync(join(folder, 'cells'))
  writeFileSync(join(folder, 'cells', 'index.json'), JSON.stringify(index))
  for (const filter of [[], ...alone(), ...together()]) {
    writeFileSync(join(folder, 'cells', `${cellsFileOf(filter)}.json`), JSON.stringify(cellsOf(filter)))
  }
}
