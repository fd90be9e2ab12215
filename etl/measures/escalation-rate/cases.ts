import { asOf, type GivenRow, type MeasureCase } from '../case.ts'
import { escalation, ticket } from '../given.ts'
import { casesOfWords } from './cases-of-words.ts'

const link = (escalation_id: string, ticket_id: string, is_matched = true, place = 1): GivenRow => ({
  escalation_id,
  ticket_id,
  is_matched,
  place,
})
/** Rows of `fct_items`, as given, whose times are known to the minute. */
const timed = (...items: readonly GivenRow[]): GivenRow[] =>
  items.map(({ item_kind, item_id, received_at }) => ({
    item_kind: item_kind ?? null,
    item_id: item_id ?? null,
    received_at: received_at ?? null,
    is_received_timed: true,
  }))
const at = (received_at: string, own: GivenRow = {}): GivenRow => ({ received_at, ...own })

const rate = { part: 'share', id: 'rate' } as const
const unmatched = { part: 'figure', id: 'unmatched' } as const

/** A source that tells of escalations, and up to when. */
const list = (known_until: string): GivenRow => ({ source: 'list', item_kind: 'escalation', known_until })

const lead = { part: 'time', id: 'lead' } as const
/** Opened on a Friday at four in the afternoon, in London. */
const friday = ticket('T1', at('2026-01-30T16:00:00Z'))

export const cases: readonly MeasureCase[] = [
  {
    name: 'escalated is within 28 days of its opening, the last second included',
    given: {
      fct_all_items: [
        ticket('T1'),
        ticket('T2'),
        ticket('T3'),
        escalation('E1', at('2026-03-02T10:00:00Z')),
        escalation('E2', at('2026-03-02T10:00:01Z')),
      ],
      fct_escalation_tickets: [link('E1', 'T1'), link('E2', 'T2')],
    },
    about: rate,
    expect: [
      { item_id: 'T1', item_kind: 'ticket', hit: 1, day: '2026-02-02', due_at: '2026-03-02 10:00:00+00' },
      { item_id: 'T2', hit: 0 },
      { item_id: 'T3', hit: 0 },
    ],
  },
  {
    name: 'however often it was escalated it is one ticket, by the first time',
    given: {
      fct_all_items: [
        ticket('T1'),
        escalation('E1', at('2026-03-20T10:00:00Z')),
        escalation('E2', at('2026-02-03T10:00:00Z')),
      ],
      fct_escalation_tickets: [link('E1', 'T1'), link('E2', 'T1')],
    },
    about: rate,
    expect: [{ item_id: 'T1', hit: 1 }],
  },
  {
    name: 'an escalation of several tickets counts for each',
    given: {
      fct_all_items: [ticket('T1'), ticket('T2'), escalation('E1')],
      fct_escalation_tickets: [link('E1', 'T1'), link('E1', 'T2')],
    },
    about: rate,
    expect: [
      { item_id: 'T1', hit: 1 },
      { item_id: 'T2', hit: 1 },
    ],
  },
  {
    name: 'a withdrawn escalation escalates nothing, and a cancelled ticket is in neither number',
    given: {
      fct_all_items: [
        ticket('T1'),
        ticket('T2', { is_left_out: true }),
        escalation('E1', { is_left_out: true }),
        escalation('E2'),
      ],
      fct_escalation_tickets: [link('E1', 'T1'), link('E2', 'T2')],
    },
    about: rate,
    expect: [{ item_id: 'T1', hit: 0 }],
  },
  {
    name: 'it is settled once the escalations are known that far, too',
    given: {
      fct_all_items: [
        ticket('T1', at('2026-01-31T10:00:00Z')),
        ticket('T2'),
        escalation('E1', { known_until: '2026-03-01T10:00:00Z' }),
      ],
    },
    about: rate,
    expect: [
      { item_id: 'T1', due_at: '2026-02-28 10:00:00+00' },
      { item_id: 'T2', due_at: 'infinity' },
    ],
  },
  {
    name: 'that none was escalated is known as far as anything that would tell of it',
    given: {
      fct_all_items: [ticket('T1', at('2026-01-31T10:00:00Z')), ticket('T2')],
      dim_sources: [
        list('2026-03-01T10:00:00Z'),
        { source: 'tickets', item_kind: 'ticket', has_escalated_when: false, known_until: asOf },
      ],
    },
    about: rate,
    expect: [
      { item_id: 'T1', hit: 0, due_at: '2026-02-28 10:00:00+00' },
      { item_id: 'T2', due_at: 'infinity' },
    ],
  },
  {
    name: 'a flag on tickets would tell of it as well',
    given: {
      fct_all_items: [ticket('T1')],
      dim_sources: [{ source: 'tickets', item_kind: 'ticket', has_escalated_when: true, known_until: asOf }],
    },
    about: rate,
    expect: [{ due_at: '2026-03-02 10:00:00+00' }],
  },
  {
    name: 'escalations without a known ticket stand beside it, those of the last 365 days',
    given: {
      fct_all_items: [
        escalation('E1'),
        escalation('E2'),
        escalation('E3'),
        escalation('E4', { is_left_out: true }),
        escalation('E5', at('2025-03-31T10:00:00Z')),
      ],
      fct_escalations: [
        { escalation_id: 'E1', ticket_match: 'matched' },
        { escalation_id: 'E2', ticket_match: 'unmatched' },
        { escalation_id: 'E3', ticket_match: 'missing' },
        { escalation_id: 'E4', ticket_match: 'missing' },
        { escalation_id: 'E5', ticket_match: 'missing' },
      ],
    },
    about: unmatched,
    expect: [{ value: 2, n: 3, item_kind: 'escalation', unit: 'items' }],
  },
  {
    name: 'the time from ticket to escalation, on both clocks, by the day of the escalation',
    given: {
      fct_all_items: [friday, escalation('E1')],
      fct_items: timed(friday, escalation('E1')),
      fct_escalation_tickets: [link('E1', 'T1')],
    },
    about: lead,
    expect: [
      {
        item_id: 'E1',
        item_kind: 'escalation',
        day: '2026-02-02',
        minutes: 3960,
        business_minutes: 120,
        is_event: true,
      },
    ],
  },
  {
    name: 'of several tickets it is from the first that is known',
    given: {
      fct_all_items: [friday, ticket('T2', at('2026-02-02T09:00:00Z')), escalation('E1')],
      fct_items: timed(friday, ticket('T2', at('2026-02-02T09:00:00Z')), escalation('E1')),
      fct_escalation_tickets: [
        link('E1', 'T0', false, 1),
        link('E1', 'T2', true, 2),
        link('E1', 'T1', true, 3),
      ],
    },
    about: lead,
    expect: [{ minutes: 60, business_minutes: 60 }],
  },
  {
    name: 'a ticket opened with the escalation or after it has no time to it, nor has one that was withdrawn',
    given: {
      fct_all_items: [ticket('T1'), friday, escalation('E1'), escalation('E2', { is_left_out: true })],
      fct_items: [...timed(ticket('T2'), friday, escalation('E1'), escalation('E2'))],
      fct_escalation_tickets: [link('E1', 'T2'), link('E2', 'T1')],
    },
    about: lead,
    expect: [],
  },
  {
    name: 'of a day without a time it is not known how long',
    given: {
      fct_all_items: [friday, escalation('E1')],
      fct_items: [
        ...timed(friday),
        {
          item_kind: 'escalation',
          item_id: 'E1',
          received_at: '2026-02-02T10:00:00Z',
          is_received_timed: false,
        },
      ],
      fct_escalation_tickets: [link('E1', 'T1')],
    },
    about: lead,
    expect: [{ minutes: null, business_minutes: null, is_event: true }],
  },
  ...casesOfWords,
]
