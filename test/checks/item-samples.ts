import { asOf, type Sample } from './sample.ts'

const owned = { item_kind: 'ticket', item_id: 'T1', is_assumed: false }

/** Samples for the checks of items and what happened to them. */
export const itemSamples: Readonly<Record<string, Sample>> = {
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
      'more working time than time to investigate': {
        fct_investigations: [{ item_id: 'E9', investigate_minutes: 5, investigate_business_minutes: 6 }],
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
}
