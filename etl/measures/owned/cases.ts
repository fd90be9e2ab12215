import { asOf, type GivenRow, type MeasureCase } from '../case.ts'
import { escalation, ticket } from '../given.ts'

const owned = (item_id: string, own: GivenRow): GivenRow => ({
  item_kind: 'escalation',
  item_id,
  window_from_at: '2026-02-03T10:00:00Z',
  ...own,
})
const closed = { is_open: false } as const

const always = { part: 'share', id: 'always' } as const
const time = { part: 'share', id: 'unowned_time' } as const

export const cases: readonly MeasureCase[] = [
  {
    name: 'a minute without an owner is not always',
    given: {
      fct_all_items: [escalation('a'), escalation('b')],
      fct_owned: [
        owned('a', { is_always_owned: true, window_minutes: 100, unowned_minutes: 0 }),
        owned('b', { is_always_owned: false, window_minutes: 100, unowned_minutes: 1 }),
      ],
    },
    about: always,
    expect: [
      { item_id: 'a', hit: 1, day: '2026-02-02' },
      { item_id: 'b', hit: 0 },
    ],
  },
  {
    name: 'before an owner is due it is not settled',
    given: {
      fct_all_items: [escalation('a', { received_at: '2026-03-31T10:00:00Z' })],
      fct_owned: [owned('a', { is_always_owned: null, window_from_at: '2026-04-01T10:00:00Z' })],
    },
    about: { part: 'share' },
    expect: [{ id: 'always', hit: null, due_at: '2026-04-01 10:00:00+00' }],
  },
  {
    name: 'what was over before an owner was due needed none',
    given: {
      fct_all_items: [escalation('a', closed)],
      fct_owned: [owned('a', { is_always_owned: null })],
    },
    about: {},
    expect: [],
  },
  {
    name: 'of what was under way when it was first seen it cannot be told, open or not',
    given: {
      fct_all_items: [
        escalation('a', { flags: ['first_seen_under_way'] }),
        escalation('b', { flags: ['first_seen_under_way'], ...closed }),
      ],
      fct_owned: [owned('a', { is_always_owned: null }), owned('b', { is_always_owned: null })],
    },
    about: { part: 'share' },
    expect: [
      { item_id: 'a', id: 'always', hit: null },
      { item_id: 'a', id: 'unowned_time', hit: null },
      { item_id: 'b', id: 'always', hit: null },
      { item_id: 'b', id: 'unowned_time', hit: null },
    ],
  },
  {
    name: 'an owner due at this very minute is due',
    given: {
      fct_all_items: [escalation('a')],
      fct_owned: [owned('a', { is_always_owned: false, window_from_at: asOf, window_minutes: 0 })],
    },
    about: { part: 'share' },
    expect: [{ id: 'always', hit: 0 }],
  },
  {
    name: 'time without an owner is told in minutes of its time with and without',
    given: {
      fct_all_items: [escalation('a'), escalation('b'), escalation('c'), escalation('d')],
      fct_owned: [
        owned('a', { is_always_owned: false, window_minutes: 600, unowned_minutes: 150 }),
        owned('b', { is_always_owned: true, window_minutes: 60, unowned_minutes: 0 }),
        owned('c', { is_always_owned: true, window_minutes: 0, unowned_minutes: 0 }),
        owned('d', { is_always_owned: true, window_minutes: null, unowned_minutes: null }),
      ],
    },
    about: time,
    expect: [
      { item_id: 'a', hit: 150, weight: 600 },
      { item_id: 'b', hit: 0, weight: 60 },
    ],
  },
  {
    name: 'unowned now is what is open and without an owner, since the last one went',
    given: {
      fct_all_items: [ticket('a'), ticket('b'), ticket('c', closed), ticket('d')],
      fct_owned: [
        owned('a', { item_kind: 'ticket', is_unowned_now: true, unowned_since_at: '2026-03-02T09:00:00Z' }),
        owned('b', { item_kind: 'ticket', is_unowned_now: false }),
        owned('c', { item_kind: 'ticket', is_unowned_now: true }),
        owned('d', { item_kind: 'ticket', is_unowned_now: true, unowned_since_at: null }),
      ],
    },
    about: { part: 'now' },
    expect: [
      { item_id: 'a', item_kind: 'ticket', id: 'unowned', since_at: '2026-03-02 09:00:00+00' },
      { item_id: 'd', since_at: null },
    ],
  },
  {
    name: 'a withdrawn escalation needs no owner',
    given: {
      fct_all_items: [escalation('a', { is_left_out: true })],
      fct_owned: [
        owned('a', { is_always_owned: false, is_unowned_now: true, window_minutes: 9, unowned_minutes: 9 }),
      ],
    },
    about: {},
    expect: [],
  },
]
