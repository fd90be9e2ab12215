import type { GivenRow, MeasureCase } from '../case.ts'
import { group, known } from './given-issues.ts'

const cell = (id: string, col: string) => ({ part: 'cell', id, col }) as const
const day = (date: string): string => `${date}T09:00:00Z`
const rising = { trend: 'sustained', trend_direction: 'up', called_on: '2026-03-08', tickets_in_window: 3 }
const call = (own: GivenRow): GivenRow => ({
  of: 'issue',
  key: 'net',
  direction: 'up',
  called_on: '2026-03-08',
  ended_on: null,
  ...own,
})
/** Groups with their trends, each with one ticket lately; the first has `most` tickets in the window. */
const groups = (...trends: readonly GivenRow[]) => {
  const made = trends.map((own, index) =>
    group(`g${index}`, { tickets_in_window: 9 - index, ...own }, day('2026-03-24')),
  )
  return {
    fct_tickets: [known],
    fct_recurring: made.flatMap(({ fct_recurring }) => fct_recurring),
    fct_recurring_members: made.flatMap(({ fct_recurring_members }) => fct_recurring_members),
  }
}
const trend = (own: GivenRow): GivenRow => ({
  of: 'category',
  key: 'Network',
  trend: 'usual',
  direction: null,
  judged_on: '2026-03-29',
  recent: 12,
  before: 30,
  all_recent: 100,
  all_before: 300,
  ratio: 1.2,
  p: 0.3,
  p_last_year: null,
  ...own,
})
const ticket = (index: number, service: string | null, problem: string | null): GivenRow => ({
  ticket_id: `net${index}`,
  opened_at: day('2026-03-24'),
  known_until: day('2026-03-24'),
  service,
  problem,
})

export const casesOfTrends: readonly MeasureCase[] = [
  {
    name: 'rising, falling and usual for the time of year are counted apart, out of those that can be told',
    given: groups(
      { trend: 'unusual', trend_direction: 'up' },
      { trend: 'sustained', trend_direction: 'up' },
      { trend: 'sustained', trend_direction: 'down' },
      { trend: 'usual_for_season', trend_direction: 'up' },
      { trend: 'usual' },
      { trend: 'too_few' },
    ),
    about: { part: 'figure', n: 5 },
    expect: [
      { id: 'falling', value: 1 },
      { id: 'rising', value: 2 },
      { id: 'usual_for_season', value: 1 },
    ],
  },
  {
    name: 'what rises comes first, however many tickets others have',
    given: groups({ trend: 'usual' }, { trend: 'sustained', trend_direction: 'down' }, rising),
    about: cell('groups', 'trend'),
    expect: [
      { key: 'g2', words: 'sustained' },
      { key: 'g0', words: 'usual' },
      { key: 'g1', words: 'sustained' },
    ],
  },
  {
    name: 'the days to the call are those from the first ticket to the first time that it was called rising',
    given: {
      ...group('net', rising, day('2026-01-01'), day('2026-03-24')),
      fct_calls: [
        call({}),
        call({ called_on: '2026-01-31', ended_on: '2026-02-08' }),
        call({ direction: 'down', called_on: '2026-01-11', ended_on: '2026-01-18' }),
        call({ of: 'category', called_on: '2026-01-04' }),
      ],
    },
    about: cell('groups', 'days_to_call'),
    expect: [{ value: 30, unit: 'days' }],
  },
  {
    name: 'an issue never called has no days to it',
    given: group('net', {}, day('2026-03-24')),
    about: cell('groups', 'days_to_call'),
    expect: [{ value: null }],
  },
  {
    name: 'of its services the three with most tickets are named, and of problem records that of most',
    given: {
      ...group('net', {}, ...Array.from({ length: 7 }, () => day('2026-03-24'))),
      fct_tickets: [
        known,
        ticket(0, 'VPN', 'PRB2'),
        ticket(1, 'Wi-Fi', 'PRB1'),
        ticket(2, 'Wi-Fi', 'PRB1'),
        ticket(3, 'Mail', 'ask Jane'),
        ticket(4, 'Mail', 'ask Jane'),
        ticket(5, 'Mail', 'ask Jane'),
        ticket(6, 'Audio', null),
      ],
    },
    about: { part: 'cell', id: 'groups', key: 'net', unit: 'text', value: null },
    expect: [
      { col: 'called_on' },
      { col: 'direction' },
      { col: 'first_seen' },
      { col: 'has_last_year' },
      { col: 'last_seen' },
      { col: 'problem', words: 'PRB1' },
      { col: 'services', words: 'Mail, Wi-Fi, Audio' },
      { col: 'trend' },
    ],
  },
  {
    name: 'the time between tickets is the median of the days from each to the next',
    given: group(
      'net',
      {},
      day('2026-03-01'),
      day('2026-03-02'),
      day('2026-03-04'),
      day('2026-03-08'),
      day('2026-03-24'),
    ),
    about: cell('groups', 'gap_days'),
    expect: [{ value: 3, unit: 'days' }],
  },
  {
    name: 'of fewer than five tickets there is none',
    given: group('net', {}, day('2026-03-01'), day('2026-03-02'), day('2026-03-04'), day('2026-03-08')),
    about: cell('groups', 'gap_days'),
    expect: [{ value: null }],
  },
  {
    name: 'categories stand beside, with what was tested',
    given: {
      fct_tickets: [known],
      fct_trends: [
        trend({}),
        trend({ of: 'subcategory', key: 'Network · Wi-Fi', trend: 'unusual', direction: 'up', recent: 9 }),
        trend({ of: 'issue', key: 'net' }),
      ],
    },
    about: { part: 'cell', id: 'categories', unit: 'items' },
    expect: [
      { key: 'subcategory Network · Wi-Fi', label: 'Network · Wi-Fi', col: 'all_before', value: 300 },
      { col: 'all_recent', value: 100 },
      { col: 'before', value: 30 },
      { col: 'recent', value: 9 },
      { key: 'category Network', label: 'Network', col: 'all_before', n: 42 },
      { col: 'all_recent' },
      { col: 'before' },
      { col: 'recent', value: 12 },
    ],
  },
  {
    name: 'the calls of the last year stand in a list, the latest first, and those that still stand however old',
    given: {
      ...group('net', rising, day('2026-03-24')),
      fct_calls: [
        call({}),
        call({ of: 'category', key: 'Mail', direction: 'down', called_on: '2024-12-29' }),
        call({ called_on: '2025-01-12', ended_on: '2025-03-02' }),
        call({ called_on: '2025-01-19', ended_on: '2025-04-06' }),
      ],
    },
    about: cell('calls', 'ended_on'),
    expect: [
      { label: 'Label of net', words: null },
      { label: 'Label of net', words: '2025-04-06' },
      { label: 'Mail', words: null },
    ],
  },
]
