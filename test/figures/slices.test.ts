import { beforeAll, describe, expect, test } from 'vitest'
import type { TidyRow } from '../../etl/measures/measure.ts'
import { hits, measure, of, seen, times, waits } from './observed.ts'
import { type FigureCase, figureMaker, testFigures } from './world.ts'

const mail = { service: 'Mail' } as const
const column = (col: string, by = 'service') => ({ part: 'cell', id: `by_${by}`, col }) as const

const cases: readonly FigureCase[] = [
  {
    name: 'the share of each service, the largest first, and of items without one',
    rows: [...of(4, 6, {}, mail), ...of(5, 5)],
    about: column('within'),
    expect: [
      {
        ...{ key: 'Mail', value: 2 / 3, n: 6, unit: 'share', of: 'service' },
        ...{ from_day: '2025-04-01', to_day: '2026-03-31' },
      },
      { key: '', value: 1, n: 5 },
    ],
  },
  {
    name: 'no share of fewer than five, whatever else there is of them',
    rows: [...of(4, 4, {}, mail), ...hits([0], { due_at: '2026-04-02T10:00:00Z' }, mail)],
    about: { part: 'cell', id: 'by_service' },
    expect: [
      { col: 'items', value: 5, n: 5 },
      { col: 'within', value: null, n: 4 },
      { col: 'waiting_now', value: 0, n: 0 },
    ],
  },
  {
    name: 'what the fewest said does not follow from what the next more and all said',
    rows: [
      ...of(2, 3, {}, { service: 'Rooms' }),
      ...of(4, 5, {}, { service: 'Files' }),
      ...of(4, 6, {}, mail),
      ...of(7, 7),
    ],
    measure: { ...measure, observes: [{ part: 'share', id: 'within', label: '', isAnswer: true }] },
    about: column('within'),
    expect: [
      { key: '', value: 1 },
      { key: 'Mail', value: 4 / 6 },
      { key: 'Files', value: null, n: 5 },
      { key: 'Rooms', value: null, n: 3 },
    ],
  },
  {
    name: 'where those who are withheld are five together, no more are',
    rows: [
      ...of(2, 3, {}, { service: 'Rooms' }),
      ...of(2, 2, {}, { service: 'Files' }),
      ...of(4, 6, {}, mail),
    ],
    measure: { ...measure, observes: [{ part: 'share', id: 'within', label: '', isAnswer: true }] },
    about: column('within'),
    expect: [
      { key: 'Mail', value: 4 / 6 },
      { key: 'Rooms', value: null },
      { key: 'Files', value: null },
    ],
  },
  {
    name: 'what is not settled is among the items and in no share',
    rows: [...of(5, 5, {}, mail), ...hits([0], { due_at: '2026-04-02T10:00:00Z' }, mail)],
    about: { part: 'cell', id: 'by_service' },
    expect: [
      { col: 'items', value: 6 },
      { col: 'within', value: 1 },
      { col: 'waiting_now', value: 0 },
    ],
  },
  {
    name: 'where it cannot be told of more than a tenth there is no share',
    rows: [...hits([1, 1, 1, 1, 0, null], {}, mail), ...hits([1, 1, 1, 1, 1, 1, 1, 1, 0, null])],
    about: column('within'),
    expect: [
      { key: '', value: 8 / 9 },
      { key: 'Mail', value: null },
    ],
  },
  {
    name: 'per hundred as in the figure',
    rows: of(2, 8, { id: 'rate' }, mail),
    about: column('rate'),
    expect: [{ value: 25, unit: 'per_100' }],
  },
  {
    name: 'a share of time is that of the time',
    rows: [
      ...[1, 2, 3, 4].map((nth) =>
        seen({ part: 'share', id: 'heard', hit: 0, weight: 15, item_id: `${nth}` }, mail),
      ),
      seen({ part: 'share', id: 'heard', hit: 30, weight: 60, item_id: '5' }, mail),
      seen({ part: 'share', id: 'heard', hit: 0, weight: 120, item_id: '5' }, mail),
    ],
    about: column('heard'),
    expect: [{ value: 0.125, n: 5 }],
  },
  {
    name: 'of a share of time of a team it is known how many items of equal weight would tell as much',
    rows: [
      ...[1, 2, 3, 4].map((nth) =>
        seen({ part: 'share', id: 'heard', hit: 0, weight: 15, item_id: `${nth}` }, { team: 'Desk' }),
      ),
      seen({ part: 'share', id: 'heard', hit: 30, weight: 60, item_id: '5' }, { team: 'Desk' }),
      seen({ part: 'share', id: 'heard', hit: 0, weight: 120, item_id: '5' }, { team: 'Desk' }),
    ],
    about: column('heard', 'team'),
    expect: [{ value: 0.125, n: 5, effective_n: 240 ** 2 / (4 * 15 ** 2 + 180 ** 2) }],
  },
  {
    name: 'of a share of a team it is their number, and of no other slice is it told',
    rows: of(4, 6, {}, { team: 'Desk', ...mail }),
    about: { part: 'cell', col: 'within', unit: 'share' },
    expect: ['category', 'department', 'priority', 'service', 'team'].map((by) => ({
      id: `by_${by}`,
      effective_n: by === 'team' ? 6 : null,
    })),
  },
  {
    name: 'of time, too, fewer than five items have no share, however many their days',
    rows: [1, 2, 3, 4, 4, 4].map((nth) =>
      seen({ part: 'share', id: 'heard', hit: 0, weight: 60, item_id: `${nth}` }, mail),
    ),
    about: column('heard'),
    expect: [{ value: null, n: 4 }],
  },
  {
    name: 'the median from five on',
    rows: [...times([1, 2, 3, 4, 5], { business_minutes: 2 }, mail), ...times([1, 2, 3, 4])],
    about: { part: 'cell', id: 'by_service', unit: 'minutes' },
    expect: [
      { key: 'Mail', col: 'median', clock: 'elapsed', value: 3 },
      { key: 'Mail', col: 'median_business', clock: 'business', value: 2 },
      { key: '', col: 'median', value: null },
    ],
  },
  {
    name: 'none where of more than a tenth it is not known how long they took',
    rows: [
      ...times([1, 2, 3, 4, 5, -9], {}, mail),
      seen({ part: 'time', id: 'done', is_event: true }, mail),
      ...times([1, 2, 3, 4, 5, 6, 7, 8, -9]),
      seen({ part: 'time', id: 'done', is_event: true }),
    ],
    about: column('median'),
    expect: [{ key: '', value: 5 }],
  },
  {
    name: 'and none where it was never reached',
    rows: times([1, -9, -9, -9, -9], {}, mail),
    about: column('median'),
    expect: [{ value: null }],
  },
  {
    name: 'a name with a stroke in it is one name',
    rows: times([1, 2, 3, 4, 5], {}, { service: 'Mail/Web' }),
    about: column('median'),
    expect: [{ key: 'Mail/Web', value: 3 }],
  },
  {
    name: 'what waits now, however old it is',
    rows: [waits(null, { day: '2025-01-30' }, mail), waits(null, {}, mail)],
    about: { part: 'cell', id: 'by_service' },
    expect: [
      { col: 'items', value: 1 },
      { col: 'waiting_now', value: 2, unit: 'items' },
    ],
  },
  {
    name: 'a share older than a year is in none',
    rows: [...of(5, 5, {}, mail), ...of(0, 1, { day: '2025-03-31' }, mail)],
    about: column('within'),
    expect: [{ value: 1, n: 5 }],
  },
  {
    name: 'the children of major incidents apart from the rest',
    rows: [...of(4, 6), ...of(0, 5, {}, { is_major_child: true })],
    about: column('within', 'major_incident'),
    expect: [
      { key: 'apart', value: 2 / 3, n: 6 },
      { key: 'part of one', value: 0, n: 5 },
    ],
  },
  {
    name: 'and no such table where there are none',
    rows: of(2, 3),
    about: { id: 'by_major_incident' },
    expect: [],
  },
]
describe('by what items are told apart by', () => testFigures(cases))

describe.each(['service', 'priority', 'team', 'category', 'department'])('by %s', (by) => {
  let rows: TidyRow[] = []
  beforeAll(async () => {
    const { figures } = await figureMaker()
    rows = await figures([
      ...of(1, 2, {}, { [by]: 'A' }),
      ...of(0, 3, {}, { [by]: 'B' }),
      ...of(1, 1),
      seen({}, { [by]: 'A', is_left_out: true }),
    ])
  })
  const items = (id: string) =>
    rows.filter((row) => row.id === id && (row.part === 'figure' || row.col === 'items'))

  test('the items add up to all of them', () => {
    const parts = items(`by_${by}`).map(({ value }) => value ?? 0)
    expect(parts).toEqual([3, 2, 1])
    expect(parts.reduce((sum, one) => sum + one, 0)).toBe(items('items')[0]?.value)
  })
})
