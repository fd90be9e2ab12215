import type { GivenRow, MeasureCase } from '../case.ts'
import { escalation, ticket } from '../given.ts'

const action = (own: GivenRow = {}): GivenRow => ({
  id: 1,
  decided_on: '2025-10-01',
  title: 'Two on the desk at noon',
  promise: 'Acknowledge all',
  measure: 'acknowledged',
  expected: 'More in time',
  review_on: '2026-01-15',
  ...own,
})
/** So many items of a day, of which so many were kept. */
const kept = (day: string, hits: number, n: number, own: GivenRow = {}): GivenRow[] =>
  Array.from({ length: n }, (_, index) => ({
    measure: 'acknowledged',
    good: 'high',
    item_kind: 'escalation',
    item_id: `${day}/${index}`,
    day,
    hit: index < hits ? 1 : 0,
    weight: 1,
    ...own,
  }))
/** Half of a hundred before, and 80 of a hundred after. */
const better = [...kept('2025-09-30', 50, 100), ...kept('2025-10-01', 80, 100)]
const decided = (
  actions: readonly GivenRow[],
  promises: readonly GivenRow[],
  items: readonly GivenRow[] = [ticket('known'), escalation('known')],
) => ({ dim_actions: actions, fct_promises: promises, fct_all_items: items })

const cell = (id: string, col: string) => ({ part: 'cell', id, col }) as const

/** Actions that were decided, and whether their promise is kept better since. */
export const casesOfActions: readonly MeasureCase[] = [
  {
    name: 'where there are escalations alone, changes and actions are kept, and of changes nothing is told',
    given: {
      ...decided([action()], better, [escalation('known')]),
      dim_changes: [{ id: 1, day: '2025-10-01', title: 'New network', kind: 'improvement' }],
    },
    about: { part: 'cell', item_kind: 'escalation', col: 'verdict' },
    expect: [
      { id: 'actions', words: 'better' },
      { id: 'changes', words: 'not_told' },
    ],
  },
  {
    name: 'an action after which its promise is kept better',
    given: decided([action()], better),
    about: { part: 'cell', id: 'actions' },
    expect: [
      { col: 'decided_on', words: '2025-10-01', n: 200 },
      { col: 'promise', words: 'Acknowledge all' },
      { col: 'expected', words: 'More in time' },
      { col: 'review_on', words: '2026-01-15' },
      { col: 'share_before', value: 0.5 },
      { col: 'share_after', value: 0.8 },
      { col: 'difference_low', value: 0.169084 },
      { col: 'difference_high', value: 0.416997 },
      { col: 'is_due', words: 'yes' },
      { col: 'verdict', words: 'better' },
    ],
  },
  {
    name: 'where less is better, more is worse, and where neither is good it is neither',
    given: decided(
      [action(), action({ id: 2, measure: 'before-target' })],
      better.flatMap((row) => [
        { ...row, good: 'low' },
        { ...row, measure: 'before-target', good: 'neutral' },
      ]),
    ),
    about: cell('actions', 'verdict'),
    expect: [
      { key: '1', words: 'worse' },
      { key: '2', words: 'neutral' },
    ],
  },
  {
    name: 'a promise that no measure tells of, weeks that are not over, and fewer than ten on a side',
    given: decided(
      [
        action({ id: 1, measure: null }),
        action({ id: 2, decided_on: '2026-01-07', review_on: null }),
        action({ id: 3, measure: 'owned' }),
      ],
      [
        ...better,
        ...kept('2026-01-08', 1, 9),
        ...kept('2025-09-30', 50, 100, { measure: 'owned' }),
        ...kept('2025-10-02', 9, 9, { measure: 'owned' }),
      ],
    ),
    about: cell('actions', 'verdict'),
    expect: [
      { key: '2', words: 'too_early' },
      { key: '1', words: 'not_told' },
      { key: '3', words: 'too_few' },
    ],
  },
  {
    name: 'too early while an escalation of those weeks is pending, or nothing later is settled, until four weeks on',
    given: decided(
      [
        action({ id: 1, decided_on: '2026-01-01' }),
        action({ id: 2, decided_on: '2026-01-01', measure: 'owned' }),
        action({ id: 3, decided_on: '2025-12-09' }),
        action({ id: 4, decided_on: '2026-01-01', measure: 'updated' }),
      ],
      ['acknowledged', 'owned', 'updated'].flatMap((measure) => [
        ...kept('2025-12-02', 50, 100, { measure }),
        ...kept('2026-01-05', 80, 100, { measure }),
        ...(measure === 'acknowledged' ? [] : kept('2026-03-27', 1, 1, { measure })),
        ...(measure === 'updated' ? kept('2026-02-02', 1, 1, { measure, item_id: 'known' }) : []),
      ]),
      [escalation('known')],
    ),
    about: cell('actions', 'verdict'),
    expect: [
      { key: '1', words: 'too_early' },
      { key: '2', words: 'too_early' },
      { key: '4', words: 'better' },
      { key: '3', words: 'better' },
    ],
  },
  {
    name: 'its weeks are over when the items that it is of are known so far',
    given: decided(
      [action({ decided_on: '2026-01-01' })],
      [...kept('2025-12-02', 50, 100), ...kept('2026-01-05', 80, 100), ...kept('2026-03-27', 1, 1)],
      [ticket('known'), escalation('known', { known_until: '2026-03-01T11:00:00Z', is_open: false })],
    ),
    about: cell('actions', 'verdict'),
    expect: [{ words: 'too_early' }],
  },
  {
    name: 'what is part of a major incident is left out, and nothing waits for it',
    given: decided([action()], better, [
      escalation('2025-10-01/0', { is_major_child: true }),
      escalation('2025-10-01/1', { is_major_child: true }),
      escalation('known'),
    ]),
    about: cell('actions', 'share_after'),
    expect: [{ value: 78 / 98, n: 198 }],
  },
  {
    name: 'the days of one item are no hundred items',
    given: decided(
      [action()],
      better.map((row) => ({ ...row, item_id: 'a' })),
    ),
    about: cell('actions', 'verdict'),
    expect: [{ words: 'too_few', n: 2 }],
  },
  {
    name: 'it is of escalations where they tell of the promise, and no older than twelve weeks',
    given: decided(
      [action()],
      [
        ...better,
        ...kept('2025-07-08', 0, 100),
        ...kept('2025-12-24', 0, 100),
        ...better.map((row) => ({ ...row, item_kind: 'ticket', hit: 0 })),
      ],
    ),
    about: cell('actions', 'share_after'),
    expect: [{ value: 0.8, n: 200 }],
  },
]
