import { asOf, type GivenRow, type MeasureCase } from '../case.ts'
import { escalation, ticket } from '../given.ts'

const resolved = (item_id: string, handoff_count: number, own: GivenRow = {}): GivenRow =>
  ticket(item_id, { handoff_count, first_resolved_at: '2026-02-03T10:00:00Z', ...own })
const ended = (item_id: string, own: GivenRow = {}): GivenRow =>
  ticket(item_id, { is_open: false, done_at: '2026-02-21T00:30:00Z', ...own })
const endedEscalation = (item_id: string): GivenRow =>
  escalation(item_id, { is_open: false, done_at: '2026-02-21T00:30:00Z' })
const told = (escalation_id: string, own: GivenRow = {}): GivenRow => ({
  escalation_id,
  ticket_match: 'matched',
  outcome: 'unknown',
  ...own,
})
const event = (item_id: string, kind: string, occurred_at: string, item_kind = 'ticket'): GivenRow => ({
  item_kind,
  item_id,
  kind,
  occurred_at,
})
const stood = (item_id: string, status: string, from_at: string, to_at: string | null): GivenRow => ({
  item_kind: 'ticket',
  item_id,
  status,
  from_at,
  to_at,
  is_done: status === 'resolved',
})

const share = (id: string) => ({ part: 'share', id }) as const

export const cases: readonly MeasureCase[] = [
  {
    name: 'handed on is more than no hand-off, of what was ever resolved',
    given: {
      fct_all_items: [
        resolved('a', 0),
        resolved('b', 1),
        resolved('c', 3),
        ticket('d', { handoff_count: 2 }),
      ],
    },
    about: share('handed_on'),
    expect: [
      { item_id: 'a', hit: 0, day: '2026-02-03', due_at: null },
      { item_id: 'b', hit: 1 },
      { item_id: 'c', hit: 1 },
    ],
  },
  {
    name: 'returned are those that came back to an earlier owner',
    given: {
      fct_all_items: [resolved('a', 2, { is_returned: true }), resolved('b', 2, { is_returned: false })],
    },
    about: share('returned'),
    expect: [
      { item_id: 'a', hit: 1 },
      { item_id: 'b', hit: 0 },
    ],
  },
  {
    name: 'solved at first contact is without a hand-off and not reopened within fourteen days',
    given: {
      fct_all_items: [
        resolved('a', 0),
        resolved('b', 1),
        resolved('c', 0, { reopened_at: '2026-02-17T10:00:00Z' }),
        resolved('d', 0, { reopened_at: '2026-02-17T10:00:01Z' }),
      ],
    },
    about: share('first_contact'),
    expect: [
      { item_id: 'a', hit: 1, due_at: '2026-02-17 10:00:00+00' },
      { item_id: 'b', hit: 0 },
      { item_id: 'c', hit: 0 },
      { item_id: 'd', hit: 1 },
    ],
  },
  {
    name: 'chased is asked of what has ended, by its day, and only where there are messages',
    given: {
      fct_all_items: [ended('a'), ended('b'), ended('c'), ticket('open')],
      fct_silences: [
        { item_kind: 'ticket', item_id: 'a' },
        { item_kind: 'ticket', item_id: 'b' },
        { item_kind: 'ticket', item_id: 'open' },
      ],
      fct_events: [
        event('a', 'chased', '2026-02-04T10:00:00Z'),
        event('a', 'chased', '2026-02-05T10:00:00Z'),
        event('b', 'updated', '2026-02-05T10:00:00Z'),
        event('c', 'chased', '2026-02-05T10:00:00Z'),
      ],
    },
    about: share('chased'),
    expect: [
      { item_id: 'a', hit: 1, day: '2026-02-21' },
      { item_id: 'b', hit: 0 },
    ],
  },
  {
    name: 'repeated is an escalation about what was closed before',
    given: {
      fct_all_items: [escalation('a'), escalation('b'), ticket('c')],
      fct_escalations: [{ escalation_id: 'a', repeat_of: 'b' }, { escalation_id: 'b' }],
    },
    about: share('repeated'),
    expect: [
      { item_id: 'a', hit: 1, item_kind: 'escalation' },
      { item_id: 'b', hit: 0 },
    ],
  },
  {
    name: 'avoidable is what repeats, was chased or was sent elsewhere, of what has ended, once each',
    given: {
      fct_all_items: ['a', 'b', 'c', 'd', 'e', 'f'].map(endedEscalation),
      fct_escalations: [
        told('a', { repeat_of: 'f' }),
        told('b'),
        told('c', { outcome: 'redirected_emergency', repeat_of: 'f' }),
        told('d', { outcome: 'redirected_ticket' }),
        told('e', { outcome: 'redirected_service' }),
        told('f', { outcome: 'declined' }),
      ],
      fct_events: [event('b', 'chased', '2026-02-04T10:00:00Z', 'escalation')],
    },
    about: share('avoidable'),
    expect: [
      { item_id: 'a', hit: 1, day: '2026-02-21', item_kind: 'escalation', due_at: null },
      ...['b', 'c', 'd', 'e'].map((item_id) => ({ item_id, hit: 1 })),
      { item_id: 'f', hit: 0 },
    ],
  },
  {
    name: 'whether it was avoidable is known where one part of it is, and unknown where none is',
    given: {
      fct_all_items: ['a', 'b', 'c', 'd'].map(endedEscalation).concat(escalation('open')),
      fct_escalations: [
        told('a'),
        told('b', { ticket_match: 'missing', outcome: 'accepted' }),
        told('c', { ticket_match: 'missing' }),
        told('d', { ticket_match: 'missing' }),
        told('open', { repeat_of: 'a' }),
      ],
      fct_silences: [{ item_kind: 'escalation', item_id: 'c' }],
    },
    about: share('avoidable'),
    expect: [
      { item_id: 'a', hit: 0 },
      { item_id: 'b', hit: 0 },
      { item_id: 'c', hit: 0 },
      { item_id: 'd', hit: null },
    ],
  },
  {
    name: 'waiting for others is of the time it was open, once it has ended, by that day',
    given: {
      fct_all_items: [ended('a'), ticket('b')],
      fct_statuses: [
        stood('a', 'new', '2026-02-02T10:00:00Z', '2026-02-02T12:00:00Z'),
        stood('a', 'waiting', '2026-02-02T12:00:00Z', '2026-02-02T13:00:00Z'),
        stood('a', 'resolved', '2026-02-02T13:00:00Z', '2026-02-20T13:00:00Z'),
        stood('a', 'waiting', '2026-02-20T13:00:00Z', '2026-02-20T14:00:00Z'),
        stood('a', 'resolved', '2026-02-20T14:00:00Z', null),
        stood('b', 'in_progress', '2026-03-31T10:00:00Z', null),
      ],
    },
    about: share('waiting_time'),
    expect: [{ item_id: 'a', hit: 120, weight: 240, day: '2026-02-21' }],
  },
  {
    name: 'it did not wait before it came, nor after what is known',
    given: {
      fct_all_items: [
        ended('a', { received_at: '2026-03-31T10:00:00Z', done_at: asOf }),
        ended('b', { received_at: asOf, done_at: asOf }),
      ],
      fct_statuses: [
        stood('a', 'waiting', '2026-03-31T09:00:00Z', '2026-03-31T15:00:00Z'),
        stood('b', 'new', asOf, null),
      ],
    },
    about: share('waiting_time'),
    expect: [{ item_id: 'a', hit: 60, weight: 60 }],
  },
  {
    name: 'what is left out took no effort that counts',
    given: {
      fct_all_items: [resolved('a', 3, { is_left_out: true })],
      fct_silences: [{ item_kind: 'ticket', item_id: 'a' }],
      fct_statuses: [stood('a', 'new', '2026-02-02T10:00:00Z', null)],
    },
    about: {},
    expect: [],
  },
]
