import type { GivenRow, MeasureCase } from '../case.ts'
import { ticket } from '../given.ts'

/** A ticket of Monday at ten, to be taken on by Tuesday at ten. */
const owned = (item_id: string, first_owned_at: string | null, own: GivenRow = {}): GivenRow =>
  ticket(item_id, { first_owned_at, ...own })
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
        owned('a', '2026-02-03T10:00:00Z'),
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
    given: { fct_all_items: [owned('a', '2026-02-02T09:00:00Z')] },
    about: done,
    expect: [{ minutes: 0, business_minutes: 0, is_event: true }],
  },
  {
    name: 'a day alone, or a first sight, is no time',
    given: {
      fct_all_items: [
        owned('a', '2026-02-03T10:00:00Z', { flags: ['date_only'] }),
        owned('b', '2026-02-03T10:00:00Z', { flags: ['first_seen_under_way'] }),
      ],
    },
    about: done,
    expect: [],
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
