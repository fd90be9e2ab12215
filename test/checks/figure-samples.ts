import type { Sample } from './sample.ts'

const figure = { measure: 'resolved', item_kind: 'ticket', scope: 'all', part: 'figure', unit: 'items' }
const cell = { ...figure, part: 'cell', col: 'items' }
const ticket = { ticket_id: 'T1' }
const met = { ticket_id: 'T1', target: '4 h', state: 'met', done_at: '2026-03-02T10:00:00Z', due_at: '2026-03-02T10:00:00Z' } // biome-ignore format: a row
const owned = { item_kind: 'ticket', item_id: 'T1', window_minutes: 60, unowned_minutes: 60, unowned_business_minutes: 60, is_always_owned: false, is_unowned_now: true } // biome-ignore format: a row
const week = { measure: 'acknowledged', part: 'share', id: 'within', item_kind: 'ticket', period: 'week', from_day: '2026-02-23' } // biome-ignore format: a row
const cells = { ...week, n: 4, unsettled: 1, hits: 3, weight: 4, elapsed_events: 2, elapsed_waiting: 1, business_events: 2, business_waiting: 0 } // biome-ignore format: a row
const dimensions = ['all', 'service', 'priority', 'team', 'department', 'category', 'is_major_child']
const differing = ['n', 'unsettled', 'hits', 'weight', 'elapsed_events', 'elapsed_waiting', 'business_events', 'business_waiting'] as const // biome-ignore format: a list
const inCells = { measure: 'acknowledged', part: 'share', id: 'within', item_kind: 'ticket', is_weighted: false, is_in_cells: true } // biome-ignore format: a row
const within = { ...figure, measure: 'acknowledged', id: 'within', unit: 'share', from_day: '2026-02-23', value: 0.75, n: 4 } // biome-ignore format: a row

/** Samples for the checks of measures: what was promised, and what is published of it. */
export const figureSamples: Readonly<Record<string, Sample>> = {
  acknowledged_within_life: {
    severity: 'warning',
    good: { fct_items: [{ item_id: 'T1', acknowledged_at: '2026-03-02T10:00:00Z', known_until: '2026-03-02T10:00:00Z' }] }, // biome-ignore format: a row
    bad: {
      'a minute later': { fct_items: [{ item_id: 'T9', acknowledged_at: '2026-03-02T10:01:00Z', known_until: '2026-03-02T10:00:00Z' }] }, // biome-ignore format: a row
    },
  },
  investigation_follows_acknowledgement: {
    severity: 'error',
    good: {
      fct_escalations: [
        { escalation_id: 'E1', acknowledged_at: '2026-03-02T10:00:00Z', investigated_at: '2026-03-02T10:00:00Z' }, // biome-ignore format: a row
        { escalation_id: 'E2' },
      ],
    },
    bad: {
      'a minute before': {
        fct_escalations: [{ escalation_id: 'E9', acknowledged_at: '2026-03-02T10:01:00Z', investigated_at: '2026-03-02T10:00:00Z' }], // biome-ignore format: a row
      },
      'never acknowledged': {
        fct_escalations: [{ escalation_id: 'E9', investigated_at: '2026-03-02T10:00:00Z' }],
      },
    },
  },
  unowned_time_lies_within_its_window: {
    severity: 'error',
    good: { fct_owned: [owned, { item_id: 'T2' }] },
    bad: {
      'more than there is': { fct_owned: [{ ...owned, unowned_minutes: 61 }] },
      'less than none': { fct_owned: [{ ...owned, unowned_minutes: -1 }] },
      'more working time than time': { fct_owned: [{ ...owned, unowned_business_minutes: 61 }] },
      'always owned, and not': { fct_owned: [{ ...owned, is_always_owned: true, is_unowned_now: false }] },
      'always owned, and not now': {
        fct_owned: [{ ...owned, is_always_owned: true, unowned_minutes: 0, unowned_business_minutes: 0 }],
      },
    },
  },
  attainment_states_partition_the_tickets: {
    severity: 'error',
    good: {
      fct_tickets: [ticket],
      fct_attainment: [
        { ...met, measure: 'response' },
        { ticket_id: 'T1', measure: 'resolution', state: 'no_target' },
      ],
    },
    bad: {
      'a ticket without a state': { fct_tickets: [{ ticket_id: 'T9' }] },
      'a ticket with two': { fct_attainment: [{ ...met, measure: 'response' }] },
      'a word that is no state': { fct_attainment: [{ ...met, measure: 'x', state: 'late' }] },
      'no word at all': { fct_attainment: [{ ...met, measure: 'x', state: null }] },
      'met a minute late': { fct_attainment: [{ ...met, measure: 'x', done_at: '2026-03-02T10:01:00Z' }] },
      'missed in time': { fct_attainment: [{ ...met, measure: 'x', state: 'breached' }] },
      'open and done': { fct_attainment: [{ ...met, measure: 'x', state: 'open_in_time' }] },
      'a target, and none': { fct_attainment: [{ ...met, measure: 'x', state: 'no_target' }] },
    },
  },
  traces_make_escalations: {
    severity: 'error',
    good: {
      fct_escalations: [
        { escalation_id: 'E1', received_at: '2026-03-02T10:00:00Z' },
        { escalation_id: 'E2', received_at: '2026-03-03T10:00:00Z', repeat_of: 'E1' },
      ],
      fct_escalation_traces: [
        { escalation_id: 'E1', source: 'log', trace_id: 'E1' },
        { escalation_id: 'E1', source: 'mail', trace_id: 'M1' },
        { escalation_id: 'E2', source: 'log', trace_id: 'E2' },
      ],
    },
    bad: {
      'an escalation without a trace': { fct_escalations: [{ escalation_id: 'E9' }] },
      'two traces of one source': { fct_escalation_traces: [{ escalation_id: 'E1', source: 'log', trace_id: 'E9' }] }, // biome-ignore format: a row
      'a trace in two escalations': { fct_escalation_traces: [{ escalation_id: 'E2', source: 'mail', trace_id: 'M1' }] }, // biome-ignore format: a row
      'a repeat of nothing': {
        fct_escalations: [{ escalation_id: 'E2', repeat_of: 'E8' }],
      },
      'a repeat of what came later': {
        fct_escalations: [{ escalation_id: 'E2', received_at: '2026-03-01T10:00:00Z', repeat_of: 'E1' }],
      },
    },
  },
  figures_lie_within_their_intervals: {
    severity: 'error',
    good: { published: [{ ...figure, unit: 'share', value: 0.5, low: 0.4, high: 0.6, n: 9 }, { ...figure, value: 3 }] }, // biome-ignore format: a row
    bad: {
      'below it': { published: [{ ...figure, unit: 'share', value: 0.3, low: 0.4, high: 0.6 }] },
      'above it': { published: [{ ...figure, unit: 'share', value: 0.7, low: 0.4, high: 0.6 }] },
      'a share of more than all': { published: [{ ...figure, unit: 'share', value: 1.1 }] },
      'fewer than none': { published: [{ ...figure, value: -1 }] },
      'a share of a number of items below none': { published: [{ ...figure, value: 1, n: -1 }] },
    },
  },
  breakdowns_add_up: {
    severity: 'error',
    good: {
      published: [
        { ...cell, id: 'by_team', key: 'A', value: 2 },
        { ...cell, id: 'by_team', key: '', value: 1 },
        { ...cell, id: 'by_service', key: '', value: 3 },
        { ...cell, id: 'by_team', key: 'A', col: 'open_now', value: 1 },
        { ...figure, id: 'open_now', value: 1 },
      ],
    },
    bad: {
      'a service more than the teams have': {
        published: [{ ...cell, id: 'by_service', key: 'X', value: 1 }],
      },
      'a team in which more waits': { published: [{ ...cell, id: 'by_team', key: 'B', col: 'open_now', value: 1 }] }, // biome-ignore format: a row
    },
  },
  headlines_are_figures: {
    severity: 'error',
    good: {
      published: [
        { ...figure, part: 'headline', id: 'within', value: 0.5, n: 2 },
        { ...figure, id: 'within', value: 0.5, n: 2 },
      ],
    },
    bad: {
      'another value': { published: [{ ...figure, measure: 'x', part: 'headline', id: 'within', value: 0.4, n: 2 }, { ...figure, measure: 'x', id: 'within', value: 0.5, n: 2 }] }, // biome-ignore format: a row
      'a headline of nothing': { published: [{ ...figure, measure: 'x', part: 'headline', id: 'within', value: 0.5 }] }, // biome-ignore format: a row
    },
  },
  merged_cells_equal_the_observations: {
    severity: 'error',
    good: {
      cells_totals: [cells],
      cells_sums: dimensions.map((dimension) => ({ ...cells, dimension })),
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
            cells_sums: dimensions.map((dimension) => ({ ...cells, id: 'x', dimension, ...(dimension === 'team' && { [column]: 9 }) })), // biome-ignore format: a row
          },
        ]),
      ),
      'a day of no period': { cells_totals: [{ ...cells, from_day: null }] },
    },
  },
  merged_cells_equal_the_figures: {
    severity: 'error',
    good: {
      declared: [inCells, { ...inCells, measure: 'owned' }],
      published: [within, { ...within, measure: 'owned', value: null, n: 0 }, { ...within, measure: 'x' }],
      cells_sums: [
        { ...cells, dimension: 'all' },
        { ...cells, measure: 'owned', n: 0, hits: 0, weight: 0, dimension: 'all' },
      ],
    },
    bad: {
      'another share': { published: [{ ...within, value: 0.7 }] },
      'another number of items': { published: [{ ...within, n: 5 }] },
      'another week': { published: [{ ...within, from_day: '2026-02-16' }] },
      'a headline without cells': { declared: [{ ...inCells, measure: 'updated' }], published: [{ ...within, measure: 'updated' }] }, // biome-ignore format: a row
    },
  },
}
