import type { GivenRow, MeasureCase } from '../case.ts'
import { escalation, ticket } from '../given.ts'

/** An escalation of Monday at ten, due on Tuesday at ten. */
const acknowledged = (item_id: string, acknowledged_at: string | null, own: GivenRow = {}): GivenRow =>
  escalation(item_id, { acknowledged_at, ...own })
/** Its acknowledgement was first seen at `acknowledged_at`, and is not older than `acknowledged_earliest_at`. */
const bound = (item_id: string, acknowledged_earliest_at: string, acknowledged_at: string): GivenRow =>
  acknowledged(item_id, acknowledged_at, { acknowledged_earliest_at, is_acknowledged_bound: true })

const within = { part: 'share', id: 'within' } as const
const done = { part: 'time', id: 'done' } as const

export const cases: readonly MeasureCase[] = [
  {
    name: 'within a business day is until the same time of the next one, that minute included',
    given: {
      fct_all_items: [
        acknowledged('a', '2026-02-02T10:00:00Z'),
        acknowledged('b', '2026-02-03T10:00:00Z'),
        acknowledged('c', '2026-02-03T10:00:01Z'),
      ],
    },
    about: within,
    expect: [
      { item_id: 'a', item_kind: 'escalation', hit: 1, day: '2026-02-02', due_at: '2026-02-03 10:00:00+00' },
      { item_id: 'b', hit: 1 },
      { item_id: 'c', hit: 0 },
    ],
  },
  {
    name: 'what came on Friday evening is due when Tuesday opens',
    given: {
      fct_all_items: [
        acknowledged('a', '2026-02-10T09:00:00Z', { received_at: '2026-02-06T17:00:00Z' }),
        acknowledged('b', '2026-02-10T09:01:00Z', { received_at: '2026-02-08T03:00:00Z' }),
      ],
    },
    about: within,
    expect: [
      { item_id: 'a', hit: 1, due_at: '2026-02-10 09:00:00+00', day: '2026-02-06' },
      { item_id: 'b', hit: 0, due_at: '2026-02-10 09:00:00+00', day: '2026-02-08' },
    ],
  },
  {
    name: 'what nobody acknowledged was not in time, and is settled once it is due',
    given: {
      fct_all_items: [
        acknowledged('a', null, { is_open: false }),
        ticket('b', { received_at: '2026-03-31T10:00:00Z' }),
      ],
    },
    about: within,
    expect: [
      { item_id: 'a', hit: 0 },
      { item_id: 'b', hit: 0, due_at: '2026-04-01 10:00:00+00' },
    ],
  },
  {
    name: 'of a first sight it is told only where both its ends lie on one side of the due time',
    given: {
      fct_all_items: [
        bound('a', '2026-02-02T10:00:00Z', '2026-02-03T10:00:00Z'),
        bound('b', '2026-02-03T10:00:00Z', '2026-02-04T10:00:00Z'),
        bound('c', '2026-02-03T10:00:01Z', '2026-02-04T10:00:00Z'),
      ],
    },
    about: within,
    expect: [
      { item_id: 'a', hit: 1 },
      { item_id: 'b', hit: null },
      { item_id: 'c', hit: 0 },
    ],
  },
  {
    name: 'a change seen between two exports counts by its later end',
    given: {
      fct_all_items: [
        acknowledged('a', '2026-02-04T10:00:00Z', {
          acknowledged_earliest_at: '2026-02-03T09:00:00Z',
          is_acknowledged_bound: false,
          acknowledge_minutes: 2880,
        }),
      ],
    },
    about: { item_id: 'a' },
    expect: [
      { part: 'time', minutes: 2880, is_event: true },
      { part: 'share', hit: 0 },
    ],
  },
  {
    name: 'what is left out is in nothing',
    given: { fct_all_items: [acknowledged('a', null, { is_left_out: true })] },
    about: {},
    expect: [],
  },
  {
    name: 'no working minute is not the same as none told',
    given: {
      fct_all_items: [
        acknowledged('out-of-hours', '2026-02-07T10:20:00Z', {
          acknowledge_minutes: 20,
          acknowledge_business_minutes: 0,
        }),
        acknowledged('by-its-day', '2026-02-03T23:59:59Z', { flags: ['date_only'] }),
      ],
    },
    about: done,
    expect: [
      { item_id: 'by-its-day', minutes: null, business_minutes: null, is_event: true },
      { item_id: 'out-of-hours', minutes: 20, business_minutes: 0, is_event: true },
    ],
  },
  {
    name: 'who still waits has waited so long on both clocks',
    given: { fct_all_items: [acknowledged('a', null, { age_minutes: 1500, age_business_minutes: 540 })] },
    about: done,
    expect: [{ minutes: 1500, business_minutes: 540, is_event: false, day: '2026-02-02' }],
  },
  {
    name: 'what ended without it has waited until its end',
    given: {
      fct_all_items: [
        acknowledged('a', null, {
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
    name: 'waiting now is what is open and not acknowledged, since its receipt',
    given: {
      fct_all_items: [
        acknowledged('a', null),
        acknowledged('b', null, { is_open: false }),
        acknowledged('c', '2026-02-03T10:00:00Z'),
      ],
    },
    about: { part: 'now' },
    expect: [{ item_id: 'a', id: 'waiting', since_at: '2026-02-02 10:00:00+00' }],
  },
]
