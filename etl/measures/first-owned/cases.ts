import type { GivenRow, MeasureCase } from '../case.ts'
import { ticket } from '../given.ts'

/** A ticket of Monday at ten, to be taken on by Tuesday at ten. */
const owned = (item_id: string, first_owned_at: string | null, own: GivenRow = {}): GivenRow =>
  ticket(item_id, { first_owned_at, ...own })
/** Its owner was first seen at `occurred_at`, and began no earlier than `occurred_at_earliest`. */
const seen = (item_id: string, occurred_at: string, own: GivenRow = {}): GivenRow => ({
  item_kind: 'ticket',
  item_id,
  kind: 'assigned',
  owner: 'Ann Lee',
  occurred_at,
  occurred_at_earliest: '2026-02-02T10:00:00Z',
  is_assumed: false,
  is_first_sight: true,
  is_timed: false,
  ...own,
})
const aged: GivenRow = { age_minutes: 82_140, age_business_minutes: 19_260 }
const within = { part: 'share', id: 'within' } as const
const done = { part: 'time', id: 'done' } as const

export const cases: readonly MeasureCase[] = [
  {
    name: 'taken on within a business day, that minute included',
    given: {
      fct_all_items: [
        owned('a', '2026-02-03T10:00:00Z'),
        owned('b', '2026-02-03T10:00:01Z'),
        owned('c', null),
      ],
    },
    about: within,
    expect: [
      { item_id: 'a', hit: 1, due_at: '2026-02-03 10:00:00+00' },
      { item_id: 'b', hit: 0 },
      { item_id: 'c', hit: 0 },
    ],
  },
  {
    name: 'the time to it on both clocks; what nobody took on has waited since',
    given: {
      fct_all_items: [
        owned('a', '2026-02-03T10:00:00Z', aged),
        owned('b', null, { age_minutes: 600, age_business_minutes: 120 }),
      ],
    },
    about: done,
    expect: [
      { item_id: 'a', minutes: 1440, business_minutes: 480, is_event: true },
      { item_id: 'b', minutes: 600, business_minutes: 120, is_event: false },
    ],
  },
  {
    name: 'owned before it was received took no time',
    given: { fct_all_items: [owned('a', '2026-02-02T09:00:00Z', aged)] },
    about: done,
    expect: [{ minutes: 0, business_minutes: 0, is_event: true }],
  },
  {
    name: 'a day alone, or a first sight, is no time',
    given: {
      fct_all_items: [
        owned('received-on-a-day', '2026-02-03T10:00:00Z', { flags: ['date_only'] }),
        owned('owned-on-a-day', '2026-02-03T10:00:00Z', aged),
        owned('seen', '2026-02-03T10:00:00Z', aged),
        owned('seen-otherwise', '2026-02-03T10:00:00Z', { ...aged, flags: ['first_seen_under_way'] }),
      ],
      fct_events: [
        seen('owned-on-a-day', '2026-02-03T10:00:00Z', { is_first_sight: false }),
        seen('seen', '2026-02-03T10:00:00Z'),
      ],
    },
    about: done,
    expect: [
      { item_id: 'owned-on-a-day', minutes: null, business_minutes: null, is_event: true },
      { item_id: 'received-on-a-day', minutes: null },
      { item_id: 'seen', minutes: null },
      { item_id: 'seen-otherwise', minutes: 1440, business_minutes: 480 },
    ],
  },
  {
    name: 'late by a first sight cannot be told, unless even its earliest time was late',
    given: {
      fct_all_items: ['a', 'b', 'c', 'd'].map((id) =>
        owned(id, id === 'd' ? '2026-02-03T10:00:00Z' : '2026-02-04T10:00:00Z'),
      ),
      fct_events: [
        seen('a', '2026-02-04T10:00:00Z'),
        seen('b', '2026-02-04T10:00:00Z', { occurred_at_earliest: '2026-02-03T10:00:01Z' }),
        seen('c', '2026-02-04T10:00:00Z', { is_first_sight: false }),
        seen('d', '2026-02-03T10:00:00Z'),
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
    name: 'what ended without an owner has waited until its end',
    given: {
      fct_all_items: [
        owned('a', null, {
          ...aged,
          is_open: false,
          done_at: '2026-02-03T10:00:00Z',
          resolved_at: '2026-02-03T10:00:00Z',
          resolve_minutes: 1440,
          resolve_business_minutes: 480,
        }),
      ],
    },
    about: done,
    expect: [{ minutes: 1440, business_minutes: 480, is_event: false }],
  },
  {
    name: 'what is done waits for nobody',
    given: { fct_all_items: [owned('a', null), owned('b', null, { is_open: false })] },
    about: { part: 'now' },
    expect: [{ item_id: 'a', id: 'waiting', since_at: '2026-02-02 10:00:00+00' }],
  },
  {
    name: 'withdrawn requests are left out',
    given: { fct_all_items: [owned('a', null, { is_left_out: true })] },
    about: within,
    expect: [],
  },
]
