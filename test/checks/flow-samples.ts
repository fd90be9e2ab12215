import type { Sample } from './sample.ts'

const monday = {
  day: '2026-03-02',
  item_kind: 'ticket',
  team: 'Desk',
  reopened: 0,
  transferred_in: 0,
  transferred_out: 0,
}
const tuesday = { ...monday, day: '2026-03-03' }

const row = { source: 'tickets', grain: 'item', file_id: 'f1', item_id: 'T1', record: 1, content: 1 }

/** Samples for the checks of the daily backlog and of records. */
export const flowSamples: Readonly<Record<string, Sample>> = {
  an_item_stands_once_in_an_export: {
    severity: 'warning',
    good: {
      stg_records: [
        row,
        { ...row, file_id: 'f2', content: 2 },
        { ...row, item_id: 'T2' },
        // the same line twice says nothing else
        { ...row, item_id: 'T3' },
        { ...row, item_id: 'T3', record: 2 },
        { ...row, grain: 'event', item_id: 'T4' },
        { ...row, grain: 'event', item_id: 'T4', record: 2, content: 2 },
        { ...row, item_id: 'T5' },
        { ...row, item_id: 'T5', record: 2, content: 2, fault: 'bad_date' },
      ],
    },
    bad: {
      'two rows of one export say different things of one item': {
        stg_records: [
          { ...row, item_id: 'T6' },
          { ...row, item_id: 'T6', record: 2, content: 2 },
        ],
      },
    },
  },
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
  rows_do_not_vanish: {
    severity: 'warning',
    good: {
      dim_sources: [
        { source: 'all', coverage: 'all' },
        { source: 'open', coverage: 'open_only' },
      ],
      stg_vanished: [
        { source: 'open', item_id: 'T1', missing_at: '2026-03-03T18:00:00Z' },
        { source: 'all', item_id: 'T2', missing_at: '2026-03-03T18:00:00Z', back_at: '2026-03-04T18:00:00Z' },
      ],
    },
    bad: {
      'a row that left an export of all and did not come back': {
        stg_vanished: [{ source: 'all', item_id: 'T3', missing_at: '2026-03-03T18:00:00Z' }],
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
