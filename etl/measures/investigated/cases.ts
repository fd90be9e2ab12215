import type { GivenRow, MeasureCase } from '../case.ts'
import { escalation, ticket } from '../given.ts'

const investigation = (item_id: string, investigated_at: string, own: GivenRow = {}): GivenRow => ({
  item_kind: 'escalation',
  item_id,
  investigated_at,
  is_timed: true,
  ...own,
})

const within = { part: 'share', id: 'within' } as const
const done = { part: 'time', id: 'done' } as const

/** Seen to have been done by then, and not before `investigated_earliest_at`. */
const bound = (investigated_earliest_at: string): GivenRow => ({
  is_timed: false,
  is_bound: true,
  investigated_earliest_at,
})

export const cases: readonly MeasureCase[] = [
  {
    name: 'within three business days is until the same time of the third one, that minute included',
    given: {
      fct_all_items: [escalation('a'), escalation('b')],
      fct_investigations: [
        investigation('a', '2026-02-05T10:00:00Z'),
        investigation('b', '2026-02-05T10:00:01Z'),
      ],
    },
    about: within,
    expect: [
      { item_id: 'a', hit: 1, due_at: '2026-02-05 10:00:00+00', day: '2026-02-02' },
      { item_id: 'b', hit: 0 },
    ],
  },
  {
    name: 'over Easter three business days are a week',
    given: {
      fct_all_items: [escalation('a', { received_at: '2026-04-01T13:00:00Z' })],
      fct_investigations: [investigation('a', '2026-04-08T13:00:00Z')],
    },
    about: within,
    expect: [{ hit: 1, due_at: '2026-04-08 13:00:00+00' }],
  },
  {
    name: 'what nobody has looked into is in the share, as not investigated',
    given: {
      fct_all_items: [
        escalation('a'),
        escalation('b', { flags: ['first_seen_under_way'] }),
        escalation('c', { received_at: '2026-03-31T10:00:00Z' }),
      ],
    },
    about: within,
    expect: [
      { item_id: 'a', hit: 0 },
      { item_id: 'b', hit: 0 },
      { item_id: 'c', hit: 0, due_at: '2026-04-07 10:00:00+00' },
    ],
  },
  {
    name: 'late by a first sight cannot be told, unless even its earliest time was late',
    given: {
      fct_all_items: [
        escalation('a', { flags: ['first_seen_under_way'] }),
        escalation('b', { flags: ['first_seen_under_way'] }),
        escalation('c', { flags: ['date_only'] }),
        escalation('d', { flags: ['first_seen_under_way'] }),
      ],
      fct_investigations: [
        investigation('a', '2026-02-20T10:00:00Z', bound('2026-02-02T10:00:00Z')),
        investigation('b', '2026-02-04T10:00:00Z', bound('2026-02-02T10:00:00Z')),
        investigation('c', '2026-02-05T23:59:59Z', { is_timed: false }),
        investigation('d', '2026-02-20T10:00:00Z', bound('2026-02-10T10:00:00Z')),
      ],
    },
    about: within,
    expect: [
      { item_id: 'a', hit: null },
      { item_id: 'b', hit: 1 },
      { item_id: 'c', hit: 0 },
      { item_id: 'd', hit: 0 },
    ],
  },
  {
    name: 'tickets promise no investigation',
    given: { fct_all_items: [ticket('a')] },
    about: {},
    expect: [],
  },
  {
    name: 'nor do withdrawn escalations',
    given: { fct_all_items: [escalation('a', { is_left_out: true })] },
    about: {},
    expect: [],
  },
  {
    name: 'those not investigated count with the time they have waited, and none has minutes by its day alone',
    given: {
      fct_all_items: [
        escalation('a', { age_minutes: 90, age_business_minutes: 0 }),
        escalation('b'),
        escalation('c'),
      ],
      fct_investigations: [
        investigation('b', '2026-02-02T11:00:00Z', {
          investigate_minutes: 60,
          investigate_business_minutes: 60,
        }),
        investigation('c', '2026-02-02T23:59:59Z', { is_timed: false }),
      ],
    },
    about: done,
    expect: [
      { item_id: 'a', minutes: 90, business_minutes: 0, is_event: false },
      { item_id: 'b', minutes: 60, business_minutes: 60, is_event: true },
      { item_id: 'c', minutes: null, business_minutes: null, is_event: true },
    ],
  },
  {
    name: 'what ended without it has waited until its end',
    given: {
      fct_all_items: [
        escalation('a', {
          is_open: false,
          done_at: '2026-02-03T10:00:00Z',
          resolved_at: '2026-02-03T10:00:00Z',
          resolve_minutes: 1440,
          resolve_business_minutes: 480,
          age_minutes: 82_140,
        }),
      ],
    },
    about: done,
    expect: [{ minutes: 1440, business_minutes: 480, is_event: false }],
  },
  {
    name: 'waiting now is what is open and not investigated, acknowledged or not',
    given: {
      fct_all_items: [
        escalation('a', { acknowledged_at: '2026-02-02T11:00:00Z' }),
        escalation('b', { is_open: false }),
        escalation('c'),
      ],
      fct_investigations: [investigation('c', '2026-02-02T11:00:00Z')],
    },
    about: { part: 'now' },
    expect: [{ item_id: 'a', id: 'waiting', since_at: '2026-02-02 10:00:00+00' }],
  },
]
