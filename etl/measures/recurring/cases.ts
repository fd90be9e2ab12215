import type { MeasureCase } from '../case.ts'
import { casesOfTrends } from './cases-of-trends.ts'
import { group, known } from './given-issues.ts'

const cell = (col: string) => ({ part: 'cell', id: 'groups', col }) as const
const network = group('net', {}, '2026-03-24T09:00:00Z', '2026-03-25T09:00:00Z')
const quiet = group('old', { tickets_in_window: 0 }, '2025-11-03T09:00:00Z')
const both = {
  fct_tickets: [known],
  fct_recurring: [...network.fct_recurring, ...quiet.fct_recurring],
  fct_recurring_members: [...network.fct_recurring_members, ...quiet.fct_recurring_members],
}

const sixtyOne = Array.from({ length: 61 }, (_, place) => `g${10 + place}`)
/** Issues of one ticket each, of the week before the one that runs. */
function together(ids: readonly string[]) {
  const all = ids.map((id) => group(id, {}, '2026-03-24T09:00:00Z'))
  return {
    fct_tickets: [known],
    fct_recurring: all.flatMap(({ fct_recurring }) => fct_recurring),
    fct_recurring_members: all.flatMap(({ fct_recurring_members }) => fct_recurring_members),
  }
}

export const cases: readonly MeasureCase[] = [
  {
    name: 'active is what has a ticket in the window',
    given: both,
    about: { part: 'headline' },
    expect: [{ id: 'active', value: 1, n: 2, unit: 'items' }],
  },
  {
    name: 'without any recurring issue none is active',
    given: { fct_tickets: [known] },
    about: { part: 'headline' },
    expect: [{ id: 'active', value: 0, n: 0 }],
  },
  {
    name: 'a quiet issue is still in the table, after the busy one',
    given: both,
    about: cell('tickets_in_window'),
    expect: [
      { key: 'net', label: 'Label of net', value: 1 },
      { key: 'old', value: 0 },
    ],
  },
  {
    name: 'the time before is the 84 days that end where the window begins, to the minute',
    given: group(
      'net',
      {},
      '2025-12-09T11:00:00Z',
      '2025-12-09T11:01:00Z',
      '2026-03-03T11:00:00Z',
      '2026-03-03T11:01:00Z',
    ),
    about: cell('tickets_before'),
    expect: [{ value: 2 }],
  },
  {
    name: 'few requesters are not counted out',
    given: group('net', { requesters: 4 }, '2026-03-24T09:00:00Z'),
    about: cell('requesters'),
    expect: [{ value: null, unit: 'people' }],
  },
  {
    name: 'five requesters are',
    given: group('net', { requesters: 5 }, '2026-03-24T09:00:00Z'),
    about: cell('requesters'),
    expect: [{ value: 5 }],
  },
  {
    name: 'the share escalated is that of tickets that an escalation names, however many do',
    given: {
      ...network,
      fct_escalation_tickets: [
        { escalation_id: 'E1', ticket_id: 'net0' },
        { escalation_id: 'E2', ticket_id: 'net0' },
        { escalation_id: 'E3', ticket_id: 'elsewhere' },
      ],
      fct_escalations: [{ escalation_id: 'E1' }],
    },
    about: cell('escalated_share'),
    expect: [{ value: 0.5, unit: 'share' }],
  },
  {
    name: 'where no escalation is known at all, the share cannot be told',
    given: network,
    about: cell('escalated_share'),
    expect: [{ value: null }],
  },
  {
    name: 'the time before is not told where tickets are not known for so long',
    given: { ...network, fct_tickets: [{ ...known, opened_at: '2026-01-01T09:00:00Z' }] },
    about: cell('tickets_before'),
    expect: [{ value: null }],
  },
  {
    name: 'seen first and last on local days',
    given: group('net', {}, '2025-07-01T23:30:00Z', '2026-03-24T23:30:00Z'),
    about: { part: 'cell', id: 'groups', unit: 'text' },
    expect: [
      { col: 'called_on', words: null, value: null },
      { col: 'direction', words: null },
      { col: 'first_seen', words: '2025-07-02', value: null },
      { col: 'has_last_year', words: null },
      { col: 'last_seen', words: '2026-03-24' },
      { col: 'problem', words: null },
      { col: 'services', words: null },
      { col: 'trend', words: 'too_few' },
    ],
  },
  {
    name: 'a quiet issue has no series',
    given: quiet,
    about: { part: 'point' },
    expect: [],
  },
  {
    name: 'the week that runs is not complete',
    given: group('net', {}, '2026-03-30T09:00:00Z'),
    about: { part: 'point', of: 'net', value: 1 },
    expect: [{ from_day: '2026-03-30', to_day: '2026-04-05', is_complete: false }],
  },
  {
    name: 'a Sunday night belongs to the week before',
    given: group('net', {}, '2026-03-22T23:59:00Z'),
    about: { part: 'point', of: 'net', value: 1 },
    expect: [{ from_day: '2026-03-16', to_day: '2026-03-22', is_complete: true }],
  },
  {
    name: 'the weeks reach back two years, where tickets are known for so long',
    given: {
      ...group('net', {}, '2024-03-31T22:59:00Z', '2024-04-01T09:00:00Z', '2026-03-24T09:00:00Z'),
      fct_tickets: [{ ...known, opened_at: '2024-01-01T09:00:00Z' }],
    },
    about: { part: 'point', of: 'net', value: 1 },
    expect: [{ from_day: '2024-04-01' }, { from_day: '2026-03-23' }],
  },
  {
    name: 'else as far as they are known',
    given: group('net', {}, '2025-01-01T09:00:00Z'),
    about: { part: 'point', of: 'net', value: 1 },
    expect: [{ from_day: '2024-12-30' }],
  },
  {
    name: 'sixty issues have weeks',
    given: together(sixtyOne),
    about: { part: 'point', value: 1 },
    expect: sixtyOne.slice(0, 60).map((of) => ({ of, from_day: '2026-03-23' })),
  },
  ...casesOfTrends,
]
