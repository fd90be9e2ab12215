import type { GivenRow, MeasureCase } from '../case.ts'
import { ticket } from '../given.ts'

const attained = (ticket_id: string, state: string, own: GivenRow = {}): GivenRow => ({
  ticket_id,
  measure: 'resolution',
  level: 'P1',
  state,
  ...own,
})
const response = { measure: 'response' } as const

/** Tickets of one source, and an event that shows that it tells of ends and of answers. */
const from = (source: string, ...ids: string[]) => ids.map((id) => ticket(id, { sources: `[${source}]` }))
const tells = (source: string): GivenRow => ({
  item_kind: 'ticket',
  item_id: 'earlier',
  kind: 'resolved',
  basis: 'resolution',
  source,
})

const resolution = { part: 'share', id: 'resolution' } as const
const byLevel = (col: string) => ({ part: 'cell', id: 'by_level', col }) as const

export const cases: readonly MeasureCase[] = [
  {
    name: 'attained is met, of met, missed, and open after the target',
    given: {
      fct_all_items: ['a', 'b', 'c'].map((id) => ticket(id)),
      fct_attainment: [
        attained('a', 'met', { done_at: '2026-02-02T12:00:00Z', due_at: '2026-02-02T14:00:00Z' }),
        attained('b', 'breached', { done_at: '2026-02-02T16:00:00Z', due_at: '2026-02-02T14:00:00Z' }),
        attained('c', 'open_breached', { due_at: '2026-02-02T14:00:00Z' }),
      ],
    },
    about: resolution,
    expect: [
      { item_id: 'a', hit: 1, due_at: '2026-02-02 12:00:00+00', day: '2026-02-02' },
      { item_id: 'b', hit: 0, due_at: '2026-02-02 16:00:00+00' },
      { item_id: 'c', hit: 0, due_at: '2026-02-02 14:00:00+00' },
    ],
  },
  {
    name: 'what is still in time is not settled before its target falls',
    given: {
      fct_all_items: [ticket('a')],
      fct_attainment: [attained('a', 'open_in_time', { due_at: '2026-04-02T10:00:00Z' })],
    },
    about: resolution,
    expect: [{ hit: null, due_at: '2026-04-02 10:00:00+00' }],
  },
  {
    name: 'what ended without its sign is missed, and settled',
    given: {
      fct_all_items: [ticket('a')],
      fct_attainment: [attained('a', 'breached', { due_at: '2026-02-02T14:00:00Z' })],
    },
    about: resolution,
    expect: [{ hit: 0, due_at: '2026-03-31 11:00:00+00' }],
  },
  {
    name: 'what may be from before its target or after it cannot be told',
    given: {
      fct_all_items: [ticket('a')],
      fct_attainment: [attained('a', 'unknown', { due_at: '2026-02-02T14:00:00Z' })],
    },
    about: resolution,
    expect: [{ hit: null, due_at: '2026-02-02 14:00:00+00' }],
  },
  {
    name: 'without a target nothing is met or missed, and that is told',
    given: {
      fct_all_items: [ticket('a'), ticket('b')],
      fct_attainment: [
        attained('a', 'no_target'),
        attained('a', 'no_target', response),
        attained('b', 'no_target'),
        attained('b', 'met', { ...response, done_at: '2026-02-02T10:05:00Z' }),
      ],
    },
    about: { part: 'share' },
    expect: [
      { item_id: 'a', id: 'has_target', hit: 0 },
      { item_id: 'b', id: 'has_target', hit: 1 },
      { item_id: 'b', id: 'response', hit: 1 },
    ],
  },
  {
    name: 'where there was nothing left to respond to, only the resolution counts',
    given: {
      fct_all_items: [ticket('a')],
      fct_attainment: [
        attained('a', 'met', { done_at: '2026-02-02T10:05:00Z' }),
        attained('a', 'excluded', response),
      ],
    },
    about: { part: 'share' },
    expect: [
      { id: 'has_target', hit: 1 },
      { id: 'resolution', hit: 1 },
    ],
  },
  {
    name: 'a cancelled ticket is in nothing',
    given: {
      fct_all_items: [ticket('a', { is_left_out: true })],
      fct_attainment: [attained('a', 'excluded')],
    },
    about: {},
    expect: [],
  },
  {
    name: 'late now is what is open after its resolution target, since then',
    given: {
      fct_all_items: [ticket('a'), ticket('b'), ticket('c')],
      fct_attainment: [
        attained('a', 'open_breached', { due_at: '2026-02-02T14:00:00Z' }),
        attained('b', 'open_breached', { ...response, due_at: '2026-02-02T10:15:00Z' }),
        attained('c', 'open_in_time', { due_at: '2026-04-02T14:00:00Z' }),
      ],
    },
    about: { part: 'now' },
    expect: [{ item_id: 'a', id: 'late', since_at: '2026-02-02 14:00:00+00' }],
  },
  {
    name: 'by level: the share leaves out those in time, and is none where all are',
    given: {
      fct_all_items: from('desk', 'a', 'b', 'c', 'd', 'e'),
      fct_events: [tells('desk')],
      fct_attainment: [
        attained('a', 'met', { done_at: '2026-02-02T12:00:00Z' }),
        attained('b', 'open_in_time'),
        attained('c', 'open_breached'),
        attained('d', 'open_in_time', { level: 'P2' }),
        attained('e', 'no_target', { level: null }),
      ],
    },
    about: byLevel('resolution'),
    expect: [
      { key: 'P1', value: 0.5, n: 3, unit: 'share' },
      { key: '', value: null, n: 1 },
      { key: 'P2', value: null, n: 1 },
    ],
  },
  {
    name: 'by level: where it cannot be told of more than a tenth, there is no share',
    given: {
      fct_all_items: from('desk', ...'abcdefghijk'),
      fct_events: [tells('desk')],
      fct_attainment: [...'abcdefghijk'].flatMap((id, index) => [
        attained(id, index === 0 ? 'unknown' : 'met'),
        attained(id, index < 2 ? 'unknown' : 'met', response),
      ]),
    },
    about: { part: 'cell', unit: 'share' },
    expect: [
      { col: 'response', value: null },
      { col: 'resolution', value: 1 },
    ],
  },
  {
    name: 'by level: of a source that never told of an end it cannot be told',
    given: {
      fct_all_items: [...from('desk', 'a'), ...from('list', 'b')],
      fct_events: [tells('desk')],
      fct_attainment: [attained('a', 'met'), attained('b', 'open_breached', { level: 'P2' })],
    },
    about: byLevel('resolution'),
    expect: [
      { key: 'P1', value: 1 },
      { key: 'P2', value: null },
    ],
  },
  {
    name: 'a ticket of two targets is one ticket of its level',
    given: {
      fct_all_items: [ticket('a'), ticket('old', { received_at: '2025-03-31T10:00:00Z' })],
      fct_attainment: [attained('a', 'met'), attained('a', 'met', response), attained('old', 'met')],
    },
    about: byLevel('tickets'),
    expect: [{ key: 'P1', value: 1, unit: 'items' }],
  },
]
