import type { TableRows } from '../support/memory.ts'

type Tables = Readonly<Record<string, readonly TableRows[]>>
/** Facts over which a check is silent, and some of its own over each of which it is not. */
export interface Sample {
  readonly severity: 'error' | 'warning'
  readonly good: Tables
  readonly bad: Readonly<Record<string, Tables>>
}

/** The time as of which checks run. */
export const asOf = '2026-03-06T12:00:00Z'
const monday = {
  day: '2026-03-02',
  item_kind: 'ticket',
  team: 'Desk',
  reopened: 0,
  transferred_in: 0,
  transferred_out: 0,
}
const tuesday = { ...monday, day: '2026-03-03' }
const owned = { item_kind: 'ticket', item_id: 'T1', is_assumed: false }

export const samples: Readonly<Record<string, Sample>> = {
  backlog_balances: {
    severity: 'error',
    good: {
      fct_backlog: [
        { ...monday, arrived: 2, closed: 1, open_at_end: 1 },
        { ...tuesday, arrived: 0, closed: 1, open_at_end: 0 },
        { ...tuesday, team: 'Network', arrived: 1, closed: 0, open_at_end: 1 },
      ],
    },
    bad: {
      'the first day does not follow from nothing': {
        fct_backlog: [{ ...monday, arrived: 2, closed: 1, open_at_end: 2 }],
      },
      'a day does not follow from the one before': {
        fct_backlog: [
          { ...monday, arrived: 2, closed: 0, open_at_end: 2 },
          { ...tuesday, arrived: 0, closed: 0, open_at_end: 1 },
        ],
      },
      'fewer than none are open': { fct_backlog: [{ ...monday, arrived: 0, closed: 1, open_at_end: -1 }] },
    },
  },
  backlog_ends_with_what_is_open: {
    severity: 'error',
    good: {
      fct_backlog: [
        { ...monday, open_at_end: 9 },
        { ...tuesday, open_at_end: 1 },
        { ...tuesday, team: 'Network', open_at_end: 1 },
        { ...tuesday, item_kind: 'escalation', open_at_end: 1 },
      ],
      fct_tickets: [
        { ticket_id: 'T1', is_open: true },
        { ticket_id: 'T2', is_open: true },
        { ticket_id: 'T3', is_open: false },
      ],
      fct_escalations: [{ escalation_id: 'E1', is_open: true }],
    },
    bad: {
      'more are open than the backlog has': { fct_tickets: [{ ticket_id: 'T4', is_open: true }] },
      'fewer are open than the backlog has': { fct_backlog: [{ ...tuesday, team: 'AV', open_at_end: 1 }] },
      'an escalation that the backlog does not know': {
        fct_escalations: [{ escalation_id: 'E2', is_open: true }],
      },
    },
  },
  every_record_is_accounted_for: {
    severity: 'error',
    good: {
      dim_files: [{ file_id: 'a', records: 2 }],
      stg_versions: [
        { file_id: 'a', record: 1, verdict: 'kept' },
        { file_id: 'a', record: 2, verdict: 'quarantined' },
      ],
    },
    bad: {
      'a file of which nothing became': { dim_files: [{ file_id: 'b', records: 1 }] },
      'a record with two verdicts': { stg_versions: [{ file_id: 'a', record: 2, verdict: 'kept' }] },
      'one twice, and another never': {
        dim_files: [{ file_id: 'b', records: 2 }],
        stg_versions: [
          { file_id: 'b', record: 1, verdict: 'kept' },
          { file_id: 'b', record: 1, verdict: 'duplicate' },
        ],
      },
    },
  },
  minutes_are_none_or_some: {
    severity: 'error',
    good: {
      fct_tickets: [
        { ticket_id: 'T1', acknowledge_minutes: 60, acknowledge_business_minutes: 60 },
        { ticket_id: 'T2', resolve_minutes: 0, resolve_business_minutes: 0 },
        { ticket_id: 'T3' },
      ],
      fct_escalations: [{ escalation_id: 'E1', acknowledge_minutes: 60, acknowledge_business_minutes: 0 }],
    },
    bad: {
      'a negative duration': { fct_tickets: [{ ticket_id: 'T9', resolve_minutes: -1 }] },
      'more working time than time to acknowledge': {
        fct_escalations: [{ escalation_id: 'E9', acknowledge_minutes: 5, acknowledge_business_minutes: 6 }],
      },
      'more working time than time to resolve': {
        fct_tickets: [{ ticket_id: 'T9', resolve_minutes: 5, resolve_business_minutes: 6 }],
      },
    },
  },
  nothing_is_later_than_the_as_of_time: {
    severity: 'error',
    good: {
      fct_events: [{ item_id: 'T1', occurred_at: asOf }],
      fct_tickets: [{ ticket_id: 'T1', opened_at: asOf, closed_at: asOf }],
      fct_escalations: [{ escalation_id: 'E1', received_at: asOf }],
    },
    bad: {
      'an event': { fct_events: [{ item_id: 'T9', occurred_at: '2026-03-06T12:00:01Z' }] },
      'a ticket’s resolution': { fct_tickets: [{ ticket_id: 'T9', resolved_at: '2026-03-07T00:00:00Z' }] },
      'an escalation’s acknowledgement': {
        fct_escalations: [{ escalation_id: 'E9', acknowledged_at: '2026-03-07T00:00:00Z' }],
      },
    },
  },
  one_row_an_item: {
    severity: 'error',
    good: {
      fct_tickets: [{ ticket_id: 'T1' }, { ticket_id: 'T2' }],
      fct_escalations: [{ escalation_id: 'T1' }],
    },
    bad: {
      'a ticket twice': { fct_tickets: [{ ticket_id: 'T1' }] },
      'an escalation twice': { fct_escalations: [{ escalation_id: 'T1' }] },
    },
  },
  open_items_are_not_resolved: {
    severity: 'error',
    good: {
      fct_tickets: [{ ticket_id: 'T1', is_open: true }, { ticket_id: 'T2', is_open: false, resolved_at: asOf }], // biome-ignore format: a pair
      fct_escalations: [{ escalation_id: 'E1', is_open: false, resolved_at: asOf }],
    },
    bad: {
      'a ticket': { fct_tickets: [{ ticket_id: 'T9', is_open: true, resolved_at: asOf }] },
      'an escalation': { fct_escalations: [{ escalation_id: 'E9', is_open: true, resolved_at: asOf }] },
    },
  },
  owners_do_not_overlap: {
    severity: 'error',
    good: {
      fct_ownership: [
        { ...owned, owner: 'Ann', from_at: '2026-03-02T09:00:00Z', to_at: '2026-03-02T10:00:00Z' },
        { ...owned, owner: 'Bob', from_at: '2026-03-02T10:00:00Z' },
        { ...owned, item_id: 'T2', owner: 'Ann', from_at: '2026-03-02T09:00:00Z' },
      ],
    },
    bad: {
      'two at a time': { fct_ownership: [{ ...owned, owner: 'Cat', from_at: '2026-03-03T09:00:00Z' }] },
      'one that ends before it begins': {
        fct_ownership: [
          {
            ...owned,
            item_id: 'T3',
            owner: 'Cat',
            from_at: '2026-03-03T09:00:00Z',
            to_at: '2026-03-03T08:00:00Z',
          },
        ],
      },
    },
  },
  times_are_in_order: {
    severity: 'warning',
    good: {
      fct_tickets: [{ ticket_id: 'T1', flags: ['date_only'] }],
      fct_escalations: [{ escalation_id: 'E1', flags: [] }],
    },
    bad: {
      'a ticket acknowledged before it was opened': {
        fct_tickets: [{ ticket_id: 'T9', flags: ['date_only', 'negative_acknowledge'] }],
      },
      'an escalation resolved before it was received': {
        fct_escalations: [{ escalation_id: 'E9', flags: ['negative_resolve'] }],
      },
    },
  },
  transfers_cancel: {
    severity: 'error',
    good: {
      fct_backlog: [
        { ...monday, transferred_out: 2 },
        { ...monday, team: 'Network', transferred_in: 2 },
      ],
    },
    bad: {
      'more leave one team than come to others': {
        fct_backlog: [{ ...monday, team: 'AV', transferred_out: 1 }],
      },
      'they cancel over two days, and on neither': {
        fct_backlog: [
          { ...tuesday, transferred_out: 1 },
          { ...tuesday, day: '2026-03-04', transferred_in: 1 },
        ],
      },
    },
  },
}
