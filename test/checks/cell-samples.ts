import { type ShareCell, shareOf } from '../../data/shared/shares.ts'
import type { Sample } from './sample.ts'

const counted = { n: 4, hits: 3, weight: 4, squared_weight: 4, unknown: 0, unsettled: 1 }
/** Six items of ten minutes and one of sixty; of half of that time it was so. */
const weighed = { n: 7, hits: 60, weight: 120, squared_weight: 4200, unknown: 0, unsettled: 0 }
/** It cannot be told of one in ten. */
const partlyUnknown = { ...counted, n: 9, weight: 9, squared_weight: 9, unknown: 1 }
const mostlyUnknown = { ...counted, unknown: 1 }

const share = { measure: 'acknowledged', part: 'share', id: 'within', item_kind: 'ticket' }
const times = { elapsed_events: 2, elapsed_waiting: 1, business_events: 2, business_waiting: 0 }
const cells = { ...share, ...counted, ...times, period: 'week', from_day: '2026-02-23' }
const dimensions = ['all', 'service', 'priority', 'team', 'department', 'category', 'is_major_child']
const inDimensions = (row: typeof cells) => dimensions.map((dimension) => ({ ...row, dimension }))
const differing = [...Object.keys(counted), ...Object.keys(times)]

const declared = { ...share, is_weighted: false, is_in_cells: true }
const figure = { ...share, part: 'figure', scope: 'all', unit: 'share', from_day: '2026-02-23' }
/** What is published of a share that has these cells. */
function published(measure: string, cell: Omit<ShareCell, 'is_weighted'>, scale = 1) {
  const { n, value, low, high } = shareOf({ ...cell, is_weighted: false })
  const scaled = (one: number | null) => (one === null ? null : one * scale)
  return { ...figure, measure, n, value: scaled(value), low: scaled(low), high: scaled(high) }
}
const ofWeights = { ...published('updated', weighed), id: 'heard' }

/** Samples for the checks that compare cells. */
export const cellSamples: Readonly<Record<string, Sample>> = {
  merged_cells_equal_the_observations: {
    severity: 'error',
    good: {
      cells_totals: [cells, { ...cells, ...weighed, id: 'heard' }],
      cells_sums: [...inDimensions(cells), ...inDimensions({ ...cells, ...weighed, id: 'heard' })],
    },
    bad: {
      'observed, and in no cell': { cells_totals: [{ ...cells, from_day: '2026-03-02' }] },
      'in a cell, and never observed': {
        cells_sums: [{ ...cells, from_day: '2026-03-02', dimension: 'all' }],
      },
      ...Object.fromEntries(
        differing.map((column) => [
          `another number of ${column}`,
          {
            cells_totals: [{ ...cells, id: 'x' }],
            cells_sums: inDimensions({ ...cells, id: 'x' }).map((row) =>
              row.dimension === 'team' ? { ...row, [column]: 9 } : row,
            ),
          },
        ]),
      ),
      'weights of days instead of items': {
        cells_totals: [{ ...cells, ...weighed, id: 'x' }],
        cells_sums: inDimensions({ ...cells, ...weighed, squared_weight: 3000, id: 'x' }),
      },
      'a day of no period': { cells_totals: [{ ...cells, from_day: null }] },
    },
  },
  merged_cells_equal_the_figures: {
    severity: 'error',
    good: {
      declared: [
        declared,
        { ...declared, measure: 'updated', id: 'heard', is_weighted: true },
        ...['owned', 'resolved', 'first-owned', 'escalation-rate'].map((measure) => ({
          ...declared,
          measure,
        })),
      ],
      published: [
        published('acknowledged', counted),
        ofWeights,
        { ...published('owned', mostlyUnknown), value: null },
        published('resolved', partlyUnknown),
        { ...published('escalation-rate', counted, 100), unit: 'per_100' },
        published('x', counted),
      ],
      cells_sums: [
        cells,
        { ...cells, ...weighed, measure: 'updated', id: 'heard' },
        { ...cells, ...mostlyUnknown, measure: 'owned' },
        { ...cells, ...partlyUnknown, measure: 'resolved' },
        { ...cells, measure: 'escalation-rate' },
      ].map((row) => ({ ...row, dimension: 'all' })),
    },
    bad: {
      'another share': { published: [{ ...published('acknowledged', counted), value: 0.7 }] },
      'another number of items': { published: [{ ...published('acknowledged', counted), n: 5 }] },
      'another lower end': { published: [{ ...published('acknowledged', counted), low: 0.2 }] },
      'another upper end': { published: [{ ...published('acknowledged', counted), high: 0.99 }] },
      'no interval': { published: [{ ...published('acknowledged', counted), low: null }] },
      'a share of what is mostly unknown': {
        published: [{ ...published('owned', mostlyUnknown), value: 0.75 }],
      },
      'another week': { published: [{ ...published('acknowledged', counted), from_day: '2026-02-16' }] },
      'a headline without cells': { published: [published('first-owned', counted)] },
      'a number of days instead of items': { published: [{ ...ofWeights, n: 20 }] },
      'an interval of days instead of items': {
        published: [{ ...published('updated', { ...weighed, squared_weight: 3000 }), id: 'heard' }],
      },
    },
  },
}
