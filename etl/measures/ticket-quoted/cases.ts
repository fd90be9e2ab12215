import type { GivenRow, MeasureCase } from '../case.ts'
import { escalation } from '../given.ts'

const quoting = (escalation_id: string, ticket_match: string, ticket_id: string | null): GivenRow => ({
  escalation_id,
  ticket_match,
  ticket_id,
  received_at: '2026-02-02T10:00:00Z',
})
const opened = (ticket_id: string, opened_at: string): GivenRow => ({ ticket_id, opened_at })

const share = (id: string) => ({ part: 'share', id }) as const
const three = {
  fct_all_items: [escalation('a'), escalation('b'), escalation('c')],
  fct_escalations: [
    quoting('a', 'matched', 'T1'),
    quoting('b', 'unmatched', 'T9'),
    quoting('c', 'missing', null),
  ],
  fct_tickets: [opened('T1', '2026-02-01T10:00:00Z')],
}

export const cases: readonly MeasureCase[] = [
  {
    name: 'a number is quoted, whether or not a ticket has it',
    given: three,
    about: share('quoted'),
    expect: [
      { item_id: 'a', hit: 1, item_kind: 'escalation', day: '2026-02-02' },
      { item_id: 'b', hit: 1 },
      { item_id: 'c', hit: 0 },
    ],
  },
  {
    name: 'it is matched where a ticket has it',
    given: three,
    about: share('matched'),
    expect: [
      { item_id: 'a', hit: 1 },
      { item_id: 'b', hit: 0 },
      { item_id: 'c', hit: 0 },
    ],
  },
  {
    name: 'whether the ticket came first is asked only of a known ticket',
    given: three,
    about: share('opened_before'),
    expect: [{ item_id: 'a', hit: 1 }],
  },
  {
    name: 'a ticket of the same moment, or a later one, was not opened before',
    given: {
      fct_all_items: [escalation('a'), escalation('b')],
      fct_escalations: [quoting('a', 'matched', 'T1'), quoting('b', 'matched', 'T2')],
      fct_tickets: [opened('T1', '2026-02-02T10:00:00Z'), opened('T2', '2026-02-02T10:05:00Z')],
    },
    about: share('opened_before'),
    expect: [
      { item_id: 'a', hit: 0 },
      { item_id: 'b', hit: 0 },
    ],
  },
  {
    name: 'a duplicate is not asked',
    given: { ...three, fct_all_items: [escalation('a', { is_left_out: true })] },
    about: {},
    expect: [],
  },
]
