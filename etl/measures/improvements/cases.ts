import type { GivenRow, MeasureCase } from '../case.ts'
import { escalation, ticket } from '../given.ts'

import { casesOfActions } from './cases-of-actions.ts'

const change = (own: GivenRow = {}): GivenRow => ({
  id: 1,
  day: '2025-10-01',
  title: 'New network',
  kind: 'improvement',
  affects: "[{'column': category, 'value': Network}]",
  ...own,
})
let count = 0
/** So many tickets of a category, opened on a day; as rows of both tables. */
const tickets = (day: string, category: string, items: number) =>
  Array.from({ length: items }, () => ({ ticket_id: `T${count++}`, opened_at: `${day}T10:00:00Z`, category }))
const world = (changes: readonly GivenRow[], ...opened: readonly GivenRow[]) => ({
  dim_changes: changes,
  fct_tickets: opened,
  fct_all_items: [
    ticket('known', { received_at: '2025-01-01T10:00:00Z' }),
    ...opened.map(({ ticket_id, opened_at }) =>
      ticket(String(ticket_id), { received_at: opened_at ?? null }),
    ),
  ],
})
/** Twenty of 25 before the change, and two of 25 after it. */
const fewer = [
  ...tickets('2025-09-30', 'Network', 20),
  ...tickets('2025-09-01', 'Mail', 5),
  ...tickets('2025-10-01', 'Network', 2),
  ...tickets('2025-11-01', 'Mail', 23),
]

const cell = (id: string, col: string) => ({ part: 'cell', id, col }) as const

export const cases: readonly MeasureCase[] = [
  {
    name: 'a change after which its share of all tickets is lower by more than chance',
    given: world([change()], ...fewer),
    about: { part: 'cell', id: 'changes', key: '1' },
    expect: [
      { col: 'day', words: '2025-10-01', label: 'New network', n: 22 },
      { col: 'kind', words: 'improvement' },
      { col: 'affects', words: 'category Network', unit: 'text', value: null },
      { col: 'count_before', value: 20 },
      { col: 'all_before', value: 25 },
      { col: 'count_after', value: 2 },
      { col: 'all_after', value: 25 },
      { col: 'ratio', value: 0.1 },
      { col: 'ratio_low', value: 0.025952 },
      { col: 'ratio_high', value: 0.385328 },
      { col: 'verdict', words: 'fewer' },
    ],
  },
  {
    name: 'of a change that tickets were not known for long enough before nothing is told',
    given: {
      ...world([change()], ...fewer),
      fct_all_items: fewer.map(({ ticket_id, opened_at }) => ticket(ticket_id, { received_at: opened_at })),
    },
    about: { part: 'cell', id: 'changes', col: 'verdict' },
    expect: [{ words: 'not_told' }],
  },
  {
    name: 'in which tickets a change should show, in words, and that no tickets are named',
    given: world(
      [
        change({
          affects:
            "[{'column': category, 'value': Printing}, {'column': subcategory, 'value': Print queue stuck}]",
        }),
        change({ id: 2, affects: '[]' }),
      ],
      ...fewer,
    ),
    about: cell('changes', 'affects'),
    expect: [
      { key: '1', words: 'category Printing, subcategory Print queue stuck' },
      { key: '2', words: null },
    ],
  },
  {
    name: 'the rate of a change week by week, from half a year before it, also where nothing came',
    given: {
      ...world(
        [change()],
        ...tickets('2025-09-30', 'Network', 1),
        ...tickets('2025-09-30', 'Mail', 3),
        ...tickets('2025-10-06', 'Mail', 2),
      ),
      dim_periods: ['2025-03-31', '2025-09-29', '2025-10-06', '2025-10-13', '2026-04-06'].map((from_day) => ({
        period: 'week',
        from_day,
        to_day: new Date(Date.parse(from_day) + 6 * 86_400_000).toISOString().slice(0, 10),
      })),
    },
    about: { part: 'point', id: 'rate', of: '1' },
    expect: [
      { from_day: '2025-03-31', value: null, n: 0 },
      { from_day: '2025-09-29', to_day: '2025-10-05', value: 25, n: 4, is_complete: true, unit: 'per_100' },
      { from_day: '2025-10-06', value: 0, n: 2, low: 0, high: 65.761977 },
      { from_day: '2025-10-13', value: null, n: 0 },
    ],
  },
  {
    name: 'the twelve weeks begin and end with whole days, and the day itself is after',
    given: world(
      [change()],
      ...tickets('2025-07-08', 'Network', 1),
      ...tickets('2025-07-09', 'Network', 2),
      ...tickets('2025-12-23', 'Network', 4),
      ...tickets('2025-12-24', 'Network', 8),
    ),
    about: { part: 'cell', unit: 'items' },
    expect: [
      { col: 'count_before', value: 2 },
      { col: 'all_before', value: 2 },
      { col: 'count_after', value: 4 },
      { col: 'all_after', value: 4 },
    ],
  },
  {
    name: 'as many of all tickets as before, though all are fewer, is no clear change',
    given: world(
      [change()],
      ...tickets('2025-09-01', 'Network', 20),
      ...tickets('2025-09-01', 'Mail', 20),
      ...tickets('2025-11-01', 'Network', 4),
      ...tickets('2025-11-01', 'Mail', 4),
    ),
    about: cell('changes', 'verdict'),
    expect: [{ words: 'no_clear_change' }],
  },
  {
    name: 'what cannot be told, and why: too early by a day, too few, of everything',
    given: world(
      [
        change({ id: 1, day: '2026-01-07' }),
        change({ id: 2, day: '2026-01-06' }),
        change({ id: 3, affects: '[]' }),
        change({ id: 4, day: '2026-04-01' }),
      ],
      ...tickets('2026-01-08', 'Network', 9),
    ),
    about: cell('changes', 'verdict'),
    expect: [
      { key: '1', words: 'too_early' },
      { key: '2', words: 'too_few' },
      { key: '3', words: 'not_told' },
    ],
  },
  {
    name: 'what a major incident brought is in neither rate',
    given: (() => {
      const { fct_all_items, ...rest } = world([change()], ...fewer)
      return {
        ...rest,
        fct_all_items: fct_all_items.map((row) =>
          row.item_id === fewer[0]?.ticket_id ? { ...row, is_major_child: true } : row,
        ),
      }
    })(),
    about: { part: 'cell', id: 'changes', unit: 'items' },
    expect: [
      { col: 'count_before', value: 19 },
      { col: 'all_before', value: 24 },
      { col: 'count_after', value: 2 },
      { col: 'all_after', value: 25 },
    ],
  },
  {
    name: 'the weeks of a change are over when tickets are known so far, whatever is known of escalations',
    given: {
      ...world([change({ day: '2026-01-06' })]),
      fct_all_items: [
        ticket('known', { received_at: '2025-01-01T10:00:00Z', known_until: '2026-03-30T11:00:00Z' }),
        escalation('known'),
      ],
    },
    about: cell('changes', 'verdict'),
    expect: [{ words: 'too_early' }],
  },
  {
    name: 'an incident is compared and did not work',
    given: world(
      [change(), change({ id: 2, kind: 'incident' }), change({ id: 3, day: '2026-03-01' })],
      ...fewer,
    ),
    about: { part: 'headline' },
    expect: [{ id: 'worked', value: 1, n: 1, unit: 'items' }],
  },
  ...casesOfActions,
]
