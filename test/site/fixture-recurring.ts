import type { MeasureFile } from '../../data/contract.ts'
import { column, counts, figure, wobble } from './fixture-make.ts'

const issues = [
  'Network: Wi-Fi drop-out',
  'AV: Lectern PC',
  'Accounts: Password reset',
  'Printing: Print queue stuck',
  'Email: Cannot send or receive',
  'Hardware: Slow computer',
  'Software: Install',
]

const keyOf = (issue: number): string => `t-${issue}`

/** Seven issues, of which one was not seen lately. */
export const recurring = (asOf: string): MeasureFile => ({
  id: 'recurring',
  as_of: asOf,
  known_until: asOf,
  can_be_told: {
    answer: 'yes',
    by_source: [{ source: 'incidents', item_kind: 'ticket', answer: 'yes', missing: [] }],
  },
  headline: figure('active', 'ticket', 'items', 6, { n: 7 }),
  figures: [
    figure('rising', 'ticket', 'items', 1, { n: 7 }),
    figure('falling', 'ticket', 'items', 0, { n: 7 }),
  ],
  series: issues
    .slice(0, 5)
    .map((_, issue) =>
      counts('ticket', 'tickets', (week) => (12 - issue) * wobble(week + issue) + week / 20, keyOf(issue)),
    ),
  curves: [],
  breakdowns: [
    {
      id: 'groups',
      by: 'group',
      item_kind: 'ticket',
      columns: [
        column('tickets', 'items'),
        column('requesters', 'people'),
        column('tickets_in_window', 'items'),
        column('tickets_before', 'items'),
        column('recent', 'items'),
        column('before', 'items'),
        column('trend', 'text'),
        column('direction', 'text'),
        column('first_seen', 'text'),
        column('last_seen', 'text'),
        column('escalated_share', 'share'),
        column('called_on', 'text'),
        column('has_last_year', 'text'),
        column('gap_days', 'days'),
        column('days_to_call', 'days'),
        column('services', 'text'),
        column('problem', 'text'),
      ],
      rows: issues.map((label, index) => ({
        key: keyOf(index),
        label,
        n: 300 - index * 40,
        values: {
          tickets: 300 - index * 40,
          requesters: index === 5 ? null : 120 - index * 12,
          tickets_in_window: index === 6 ? 0 : 42 - index * 7,
          tickets_before: 60 + index,
          recent: index === 6 ? 0 : 42 - index * 7,
          before: 60 + index,
          trend: index === 0 ? 'sustained' : 'usual',
          direction: index === 0 ? 'up' : null,
          first_seen: '2024-01-08',
          last_seen: '2026-11-19',
          escalated_share: 0.004 + index * 0.011,
          called_on: index === 0 ? '2026-10-04' : null,
          has_last_year: 'yes',
          gap_days: 0.6 + index,
          days_to_call: index === 0 ? 310 : null,
          services: 'Eduroam Wi-Fi',
          problem: index === 1 ? 'PRB0040217' : null,
        },
        counts: {},
      })),
    },
    {
      id: 'calls',
      by: 'call',
      item_kind: 'ticket',
      columns: [column('called_on', 'text'), column('ended_on', 'text'), column('direction', 'text')],
      rows: [
        ['2026-10-04', null, 'up'],
        ['2026-02-02', '2026-03-01', 'down'],
      ].map(([called_on = null, ended_on = null, direction = null]) => ({
        key: `issue ${keyOf(0)} ${called_on} ${direction}`,
        label: issues[0] ?? '',
        n: 0,
        values: { called_on, ended_on, direction },
        counts: {},
      })),
    },
  ],
  definition: {
    title: 'Recurring issues',
    sentence: 'Issues that several people reported within a short time, again and again.',
    how: ['A group is recurring once it has reached 3 tickets from 2 requesters within any 28 days.'],
    figures: [],
    good: 'neutral',
    method: null,
  },
})
