import type { GivenRow, MeasureCase } from '../case.ts'
import { escalation, ticket } from '../given.ts'

const resolved = (item_id: string, resolved_at: string, own: GivenRow = {}): GivenRow =>
  ticket(item_id, { resolved_at, first_resolved_at: resolved_at, is_open: false, ...own })
/** First seen when it was resolved, and not before `resolved_earliest_at`. */
const bound = (resolved_earliest_at: string): GivenRow => ({ is_resolved_bound: true, resolved_earliest_at })
const status = (item_id: string, from_at: string, is_done: boolean): GivenRow => ({
  item_kind: 'ticket',
  item_id,
  from_at,
  is_done,
})
const cancelled = (item_id: string): GivenRow => ({
  item_kind: 'escalation',
  item_id,
  status: 'cancelled',
  from_at: '2026-02-03T11:00:00Z',
  is_done: true,
})
const names = (escalation_id: string, ticket_id: string, is_matched = true): GivenRow => ({
  escalation_id,
  ticket_id,
  is_matched,
})
const ended = (item_id: string): GivenRow =>
  escalation(item_id, { is_open: false, done_at: '2026-02-10T10:00:00Z' })

const within = { part: 'share', id: 'within' } as const
const reopened = { part: 'share', id: 'reopened' } as const
const before = { part: 'share', id: 'closed_before_ticket' } as const

export const cases: readonly MeasureCase[] = [
  {
    name: 'within ten business days is until the same time of the tenth, that minute included',
    given: {
      fct_all_items: [resolved('a', '2026-02-16T10:00:00Z'), resolved('b', '2026-02-16T10:00:01Z')],
    },
    about: within,
    expect: [
      { item_id: 'a', hit: 1, day: '2026-02-02', due_at: '2026-02-16 10:00:00+00' },
      { item_id: 'b', hit: 0 },
    ],
  },
  {
    name: 'what was resolved in time and is open again is not resolved',
    given: {
      fct_all_items: [ticket('a', { first_resolved_at: '2026-02-03T10:00:00Z', age_minutes: 82_140 })],
    },
    about: { item_id: 'a' },
    expect: [
      { part: 'time', id: 'done', minutes: 82_140, is_event: false },
      { part: 'now', id: 'open', since_at: '2026-02-02 10:00:00+00' },
      { part: 'share', id: 'within', hit: 0 },
      { part: 'share', id: 'reopened', hit: 0, day: '2026-02-03' },
    ],
  },
  {
    name: 'a declined escalation that was cancelled has waited until then, where that is a time',
    given: {
      fct_all_items: ['a', 'b'].map((id) =>
        escalation(id, { is_open: false, done_at: '2026-02-03T11:00:00Z', age_minutes: 82_140 }),
      ),
      fct_statuses: [
        { ...cancelled('a'), is_timed: true, is_bound: false },
        { ...cancelled('b'), is_timed: false, is_bound: true },
      ],
    },
    about: { part: 'time', id: 'done' },
    expect: [
      { item_id: 'a', minutes: 1500, business_minutes: 540, is_event: false },
      { item_id: 'b', minutes: null, business_minutes: null, is_event: false },
    ],
  },
  {
    name: 'late by a first sight cannot be told, unless even its earliest time was late; late by its day can',
    given: {
      fct_all_items: [
        resolved('a', '2026-03-02T10:00:00Z', bound('2026-02-02T10:00:00Z')),
        resolved('b', '2026-03-02T10:00:00Z', bound('2026-02-16T10:00:01Z')),
        resolved('c', '2026-03-02T23:59:59Z', { flags: ['date_only'] }),
        resolved('d', '2026-02-03T10:00:00Z', bound('2026-02-02T10:00:00Z')),
      ],
    },
    about: within,
    expect: [
      { item_id: 'a', hit: null },
      { item_id: 'b', hit: 0 },
      { item_id: 'c', hit: 0 },
      { item_id: 'd', hit: 1 },
    ],
  },
  {
    name: 'a cancelled ticket is in nothing',
    given: { fct_all_items: [resolved('a', '2026-02-03T10:00:00Z', { is_left_out: true })] },
    about: { item_id: 'a' },
    expect: [],
  },
  {
    name: 'reopened is within fourteen days of the first time it was resolved, the last second included',
    given: {
      fct_all_items: [
        resolved('a', '2026-02-03T10:00:00Z', { reopened_at: '2026-02-17T10:00:00Z' }),
        resolved('b', '2026-02-03T10:00:00Z', { reopened_at: '2026-02-17T10:00:01Z' }),
        resolved('c', '2026-02-03T10:00:00Z'),
      ],
    },
    about: reopened,
    expect: [
      { item_id: 'a', hit: 1, day: '2026-02-03', due_at: '2026-02-17 10:00:00+00' },
      { item_id: 'b', hit: 0 },
      { item_id: 'c', hit: 0 },
    ],
  },
  {
    name: 'it is of the local day on which it was first resolved',
    given: { fct_all_items: [resolved('a', '2025-07-01T23:30:00Z')] },
    about: reopened,
    expect: [{ day: '2025-07-02' }],
  },
  {
    name: 'an escalation ends before its ticket where any ticket of its is still open, not where it ends at that moment',
    given: {
      fct_all_items: [ended('a'), ended('b'), ended('c')],
      fct_escalation_tickets: [names('a', 'T1'), names('a', 'T2'), names('b', 'T2'), names('c', 'T3')],
      fct_statuses: [
        status('T1', '2026-02-01T10:00:00Z', false),
        status('T2', '2026-02-01T10:00:00Z', false),
        status('T2', '2026-02-10T10:00:00Z', true),
        status('T3', '2026-02-01T10:00:00Z', false),
        status('T3', '2026-02-05T10:00:00Z', true),
        status('T3', '2026-02-06T10:00:00Z', false),
      ],
    },
    about: before,
    expect: [
      { item_id: 'a', hit: 1, day: '2026-02-10' },
      { item_id: 'b', hit: 0 },
      { item_id: 'c', hit: 1 },
    ],
  },
  {
    name: 'of a ticket that is not known, and of one that came later, it cannot be told',
    given: {
      fct_all_items: [ended('a'), ended('b'), escalation('c')],
      fct_escalation_tickets: [names('a', 'T1', false), names('b', 'T2'), names('c', 'T2')],
      fct_statuses: [status('T2', '2026-02-11T10:00:00Z', false)],
    },
    about: before,
    expect: [],
  },
  {
    name: 'open now by age, from the first minute of a band on, and a band without any is told too',
    given: {
      fct_all_items: [
        ticket('a', { received_at: '2026-03-30T11:00:01Z' }),
        ticket('b', { received_at: '2026-03-30T11:00:00Z' }),
        ticket('c', { received_at: '2026-03-24T11:00:00Z' }),
        resolved('d', '2026-03-02T10:00:00Z'),
        ticket('e', { received_at: '2024-03-24T11:00:00Z' }),
      ],
    },
    about: { part: 'cell', id: 'by_age', item_kind: 'ticket' },
    expect: [
      { key: 'under 1 day', value: 1 },
      { key: '1 to 7 days', value: 1 },
      { key: '7 to 28 days', value: 1 },
      { key: '28 to 91 days', value: 0 },
      { key: 'over 91 days', value: 1 },
    ],
  },
]
