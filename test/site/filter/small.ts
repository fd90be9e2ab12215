/** A page of few periods and its cells, for tests. */
import { binOf } from '../../../data/shared/bins.ts'
import { encode, encodeBins } from '../../../data/shared/cells-code.ts'
import type { Cells, FilterSpec } from '../../../site/filter/spec.ts'
import { encodeValues } from '../../../site/filter/values.ts'
import { choices } from './choices.ts'

const count = 26
export const places = Array.from({ length: count }, (_, place) => place)
const known = { from: 0, count, incomplete: [25], values: encodeValues(places.map(() => 0.75)) }

/** Two years of months, October 2024 to November 2026, and as many weeks; the last still runs. */
export const spec: FilterSpec = {
  ...choices,
  setting: {
    measure: 'acknowledged',
    headline: { id: 'within', item_kind: 'escalation' },
    changes: [],
    terms: [],
    known: 'As known',
  },
  cells: '/cells/',
  first: { week: '2026-06-01', month: '2024-10-01' },
  recent: { from: '2025-11-21', to: '2026-11-20' },
  shares: [
    {
      series: 0,
      id: 'within',
      item_kind: 'escalation',
      label: 'in time',
      good: 'high',
      isWeighted: false,
      unit: 'share',
      spans: { month: { ...known, n: encode(places.map(() => 40)) } },
    },
    {
      series: 1,
      id: 'rate',
      item_kind: 'ticket',
      label: 'escalated',
      good: 'low',
      isWeighted: false,
      unit: 'per_100',
      spans: { week: { ...known, n: '' }, month: { ...known, n: '' } },
    },
    {
      series: null,
      id: 'route',
      item_kind: 'escalation',
      label: 'by phone',
      good: 'neutral',
      isWeighted: false,
      unit: 'share',
      spans: { month: { ...known, n: '' } },
    },
  ],
  times: (['elapsed', 'business'] as const).map((clock) => ({
    series: 2,
    id: 'done',
    item_kind: 'escalation',
    clock,
    label: 'acknowledged',
  })),
}

export const bins = (minutes: number, items: number): string => {
  const counts: number[] = []
  counts[binOf(minutes)] = items
  return encodeBins(Array.from(counts, (one) => one ?? 0))
}

/** Ten items a period, of which as many are hits as `hits` says; escalations took an hour, from November 2025 on a day. */
export const cellsOf = (
  hits: (place: number) => number,
  more: Partial<Cells['shares'][number]> = {},
): Cells => {
  const sums = { from: 0, n: encode(places.map(() => 10)), hits: encode(places.map(hits)) }
  const took = places.map((place) => bins(place < 13 ? 60 : 1440, 10)).join('.')
  return {
    filter: [{ dimension: 'team', value: 'Desk' }],
    shares: [
      { series: 0, ...sums, ...more },
      { series: 1, ...sums },
    ],
    times: [{ series: 2, clock: 'elapsed', events: { from: 0, bins: took } }],
  }
}
