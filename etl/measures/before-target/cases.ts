import type { GivenRow, MeasureCase } from '../case.ts'
import { escalation, ticket } from '../given.ts'

const about = (escalation_id: string, own: GivenRow = {}): GivenRow => ({
  escalation_id,
  ticket_id: 'T1',
  received_at: '2026-02-02T10:00:00Z',
  reason: 'speed',
  ...own,
})
const target = (measure: string, due_at: string | null, state = 'breached'): GivenRow => ({
  ticket_id: 'T1',
  measure,
  due_at,
  state,
})

export const cases: readonly MeasureCase[] = [
  {
    name: 'raised before the target had passed, and after',
    given: {
      fct_all_items: [escalation('a'), escalation('b')],
      fct_escalations: [about('a'), about('b', { received_at: '2026-02-02T14:00:01Z' })],
      fct_attainment: [target('resolution', '2026-02-02T14:00:00Z')],
    },
    about: {},
    expect: [
      {
        part: 'share',
        id: 'before',
        item_kind: 'escalation',
        item_id: 'a',
        hit: 1,
        day: '2026-02-02',
        due_at: null,
      },
      { item_id: 'b', hit: 0 },
    ],
  },
  {
    name: 'the target is that of resolution, though that of response had passed',
    given: {
      fct_all_items: [escalation('a')],
      fct_escalations: [about('a')],
      fct_attainment: [
        target('response', '2026-02-02T09:15:00Z'),
        target('resolution', '2026-02-02T14:00:00Z'),
      ],
    },
    about: {},
    expect: [{ hit: 1 }],
  },
  {
    name: 'without one of resolution it is that of response',
    given: {
      fct_all_items: [escalation('a')],
      fct_escalations: [about('a')],
      fct_attainment: [target('response', '2026-02-02T09:15:00Z'), target('resolution', null, 'no_target')],
    },
    about: {},
    expect: [{ hit: 0 }],
  },
  {
    name: 'an escalation whose ticket has no target, or is not known, is not asked',
    given: {
      fct_all_items: [escalation('a'), escalation('b'), escalation('c')],
      fct_escalations: [about('a'), about('b', { ticket_id: 'T2' }), about('c', { ticket_id: null })],
      fct_attainment: [target('response', null, 'no_target'), target('resolution', null, 'no_target')],
    },
    about: {},
    expect: [],
  },
  {
    name: 'only those about speed, alone or among several reasons',
    given: {
      fct_all_items: ['a', 'b', 'c', 'd'].map((id) => escalation(id)),
      fct_escalations: [
        about('a', { reason: 'several' }),
        about('b', { reason: 'quality' }),
        about('c', { reason: 'impact' }),
        about('d', { reason: 'unknown' }),
      ],
      fct_attainment: [target('resolution', '2026-02-02T14:00:00Z')],
    },
    about: {},
    expect: [{ item_id: 'a', hit: 1 }],
  },
  {
    name: 'a withdrawn escalation is not asked, and a ticket never is',
    given: {
      fct_all_items: [escalation('a', { is_left_out: true }), ticket('T1')],
      fct_escalations: [about('a')],
      fct_attainment: [target('resolution', '2026-02-02T14:00:00Z')],
    },
    about: {},
    expect: [],
  },
]
