import type { GivenRow, MeasureCase } from '../case.ts'
import { escalation } from '../given.ts'

const routed = (escalation_id: string, own: GivenRow = {}): GivenRow => ({
  escalation_id,
  received_at: '2026-02-02T10:00:00Z',
  outcome: 'unknown',
  route: 'unknown',
  ...own,
})
const emergency = (escalation_id: string): GivenRow =>
  routed(escalation_id, { outcome: 'redirected_emergency' })
const redirection = (item_id: string, occurred_at: string): GivenRow => ({
  item_kind: 'escalation',
  item_id,
  kind: 'redirected',
  occurred_at,
})

const redirect = { part: 'time', id: 'redirect' } as const

export const cases: readonly MeasureCase[] = [
  {
    name: 'redirected as an emergency is that alone',
    given: {
      fct_all_items: ['a', 'b', 'c'].map((id) => escalation(id)),
      fct_escalations: [emergency('a'), routed('b', { outcome: 'redirected_ticket' }), routed('c')],
    },
    about: { part: 'share', id: 'redirected_emergency' },
    expect: [
      { item_id: 'a', hit: 1, day: '2026-02-02' },
      { item_id: 'b', hit: 0 },
      { item_id: 'c', hit: 0 },
    ],
  },
  {
    name: 'it is settled by a word of what became of it, by its end, or 28 days after its receipt',
    given: {
      fct_all_items: [
        escalation('a'),
        escalation('b'),
        escalation('c', { done_at: '2026-02-20T10:00:00Z', is_open: false }),
        escalation('d'),
      ],
      fct_escalations: [
        emergency('a'),
        routed('b', { outcome: 'accepted' }),
        routed('c'),
        routed('d', { received_at: '2026-03-20T10:00:00Z' }),
      ],
    },
    about: { part: 'share', id: 'redirected_emergency' },
    expect: [
      { item_id: 'a', hit: 1, due_at: null },
      { item_id: 'b', hit: 0, due_at: null },
      { item_id: 'c', hit: 0, due_at: '2026-02-20 10:00:00+00' },
      { item_id: 'd', hit: 0, due_at: '2026-04-17 10:00:00+00' },
    ],
  },
  {
    name: 'of a route, those of which someone wrote it down, of all: no more can be said than at least',
    given: {
      fct_all_items: ['a', 'b', 'c'].map((id) => escalation(id)),
      fct_escalations: [
        routed('a', { route: 'leadership' }),
        routed('b', { route: 'form' }),
        routed('c', { route: 'unknown' }),
      ],
    },
    about: { part: 'share', id: 'route_leadership' },
    expect: [
      { item_id: 'a', hit: 1 },
      { item_id: 'b', hit: 0 },
      { item_id: 'c', hit: 0 },
    ],
  },
  {
    name: 'no route is called unknown',
    given: { fct_all_items: [escalation('a')], fct_escalations: [routed('a')] },
    about: { item_id: 'a', hit: 1 },
    expect: [],
  },
  {
    name: 'the time to redirect ends with the first word of it',
    given: {
      fct_all_items: [escalation('a', { done_at: '2026-02-03T10:00:00Z', is_open: false })],
      fct_escalations: [emergency('a')],
      fct_events: [redirection('a', '2026-02-02T17:30:00Z'), redirection('a', '2026-02-02T16:30:00Z')],
    },
    about: redirect,
    expect: [{ minutes: 390, business_minutes: 390, is_event: true }],
  },
  {
    name: 'without a word of it, with the escalation’s end',
    given: {
      fct_all_items: [escalation('a', { done_at: '2026-02-03T10:00:00Z', is_open: false })],
      fct_escalations: [emergency('a')],
    },
    about: redirect,
    expect: [{ minutes: 1440, business_minutes: 480, is_event: true }],
  },
  {
    name: 'without either it has taken so long',
    given: {
      fct_all_items: [escalation('a', { age_minutes: 80_000, age_business_minutes: 19_000 })],
      fct_escalations: [emergency('a')],
    },
    about: redirect,
    expect: [{ minutes: 80_000, business_minutes: 19_000, is_event: false }],
  },
  {
    name: 'a word of it from before the receipt took no time',
    given: {
      fct_all_items: [escalation('a')],
      fct_escalations: [emergency('a')],
      fct_events: [redirection('a', '2026-02-02T09:30:00Z')],
    },
    about: redirect,
    expect: [{ minutes: 0, business_minutes: 0, is_event: true }],
  },
  {
    name: 'known by its day, or as a first sight, it has no minutes',
    given: {
      fct_all_items: [
        escalation('a', { flags: ['date_only'], done_at: '2026-02-03T23:59:59Z' }),
        escalation('b', { flags: ['first_seen_under_way'], done_at: '2026-02-03T10:00:00Z' }),
      ],
      fct_escalations: [emergency('a'), emergency('b')],
    },
    about: redirect,
    expect: [
      { item_id: 'a', minutes: null, business_minutes: null, is_event: true },
      { item_id: 'b', minutes: null, business_minutes: null, is_event: true },
    ],
  },
  {
    name: 'those not redirected have no time to redirect, and a withdrawn one is in nothing',
    given: {
      fct_all_items: [escalation('a'), escalation('b', { is_left_out: true })],
      fct_escalations: [routed('a'), emergency('b')],
    },
    about: { ...redirect },
    expect: [],
  },
]
