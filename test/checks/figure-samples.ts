import type { Sample } from './sample.ts'

const figure = { measure: 'resolved', item_kind: 'ticket', scope: 'all', part: 'figure', unit: 'items' }
const cell = { ...figure, part: 'cell', col: 'items' }
const ticket = { ticket_id: 'T1' }
const met = {
  ticket_id: 'T1',
  target: '4 h',
  state: 'met',
  done_at: '2026-03-02T10:00:00Z',
  due_at: '2026-03-02T10:00:00Z',
}
/** Due at ten and open: one state of its response, none of its resolution. */
const overdue = (state: string) => [
  { ...met, ticket_id: 'T8', measure: 'response', state, done_at: null },
  { ticket_id: 'T8', measure: 'resolution', state: 'no_target' },
]
const owned = {
  item_kind: 'ticket',
  item_id: 'T1',
  window_minutes: 60,
  unowned_minutes: 60,
  unowned_business_minutes: 60,
  is_always_owned: false,
  is_unowned_now: true,
}

const answer = { measure: 'satisfaction', part: 'share', id: 'satisfied', item_kind: 'ticket' }
const answersBy = (id: string, ...shares: readonly (readonly [n: number, value: number | null])[]) =>
  shares.map(([n, value]) => ({
    ...{ ...cell, measure: 'satisfaction', id, key: `${id} of ${n}`, col: 'satisfied' },
    ...{ unit: 'share', value, n },
  }))

/** Samples for the checks of measures: what was promised, and what is published of it. */
export const figureSamples: Readonly<Record<string, Sample>> = {
  acknowledged_within_life: {
    severity: 'warning',
    good: {
      fct_items: [
        { item_id: 'T1', acknowledged_at: '2026-03-02T10:00:00Z', known_until: '2026-03-02T10:00:00Z' },
      ],
    },
    bad: {
      'a minute later': {
        fct_items: [
          { item_id: 'T9', acknowledged_at: '2026-03-02T10:01:00Z', known_until: '2026-03-02T10:00:00Z' },
        ],
      },
    },
  },
  investigation_follows_acknowledgement: {
    severity: 'error',
    good: {
      fct_escalations: [
        {
          escalation_id: 'E1',
          acknowledged_at: '2026-03-02T10:00:00Z',
          investigated_at: '2026-03-02T10:00:00Z',
        },
        { escalation_id: 'E2' },
      ],
    },
    bad: {
      'a minute before': {
        fct_escalations: [
          {
            escalation_id: 'E9',
            acknowledged_at: '2026-03-02T10:01:00Z',
            investigated_at: '2026-03-02T10:00:00Z',
          },
        ],
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
      'in time, and overdue': {
        fct_tickets: [{ ticket_id: 'T8', known_until: '2026-03-02T12:00:00Z' }],
        fct_attainment: overdue('open_in_time'),
      },
      'overdue, and in time': {
        fct_tickets: [{ ticket_id: 'T8', known_until: '2026-03-02T09:00:00Z' }],
        fct_attainment: overdue('open_breached'),
      },
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
      'two traces of one source': {
        fct_escalation_traces: [{ escalation_id: 'E1', source: 'log', trace_id: 'E9' }],
      },
      'a trace in two escalations': {
        fct_escalation_traces: [{ escalation_id: 'E2', source: 'mail', trace_id: 'M1' }],
      },
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
    good: {
      published: [
        { ...figure, unit: 'share', value: 0.5, low: 0.4, high: 0.6, n: 9 },
        { ...figure, value: 3 },
      ],
    },
    bad: {
      'below it': { published: [{ ...figure, unit: 'share', value: 0.3, low: 0.4, high: 0.6 }] },
      'above it': { published: [{ ...figure, unit: 'share', value: 0.7, low: 0.4, high: 0.6 }] },
      'a share of more than all': { published: [{ ...figure, unit: 'share', value: 1.1 }] },
      'more than a hundred of a hundred': { published: [{ ...figure, unit: 'per_100', value: 101 }] },
      'fewer than none': { published: [{ ...figure, value: -1 }] },
      'a share of a number of items below none': { published: [{ ...figure, value: 1, n: -1 }] },
    },
  },
  answers_are_of_five_or_more: {
    severity: 'error',
    good: {
      declared: [
        { ...answer, is_answer: true },
        { ...answer, measure: 'acknowledged', is_answer: false },
      ],
      published: [
        ...answersBy('by_service', [5, 0.8], [3, null], [2, null]),
        ...answersBy('by_team', [9, 0.8], [0, null]),
        ...answersBy('by_category', [2, null]),
        { ...cell, measure: 'acknowledged', id: 'by_team', key: 'A', col: 'satisfied', value: null, n: 1 },
      ],
      cells_totals: [{ ...answer, measure: 'acknowledged' }],
    },
    bad: {
      'answers in cells': { cells_totals: [answer] },
      'a share of four': { published: answersBy('by_priority', [4, 0.5], [9, null]) },
      'four that are what is left of all': { published: answersBy('by_priority', [4, null], [9, 0.5]) },
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
      'a team in which more waits': {
        published: [{ ...cell, id: 'by_team', key: 'B', col: 'open_now', value: 1 }],
      },
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
      'another value': {
        published: [
          { ...figure, measure: 'x', part: 'headline', id: 'within', value: 0.4, n: 2 },
          { ...figure, measure: 'x', id: 'within', value: 0.5, n: 2 },
        ],
      },
      'a headline of nothing': {
        published: [{ ...figure, measure: 'x', part: 'headline', id: 'within', value: 0.5 }],
      },
    },
  },
}
