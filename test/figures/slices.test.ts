import { beforeAll, describe, expect, test } from 'vitest'
import type { TidyRow } from '../../etl/measures/measure.ts'
import { hits, of, seen, times, waits } from './observed.ts'
import { type FigureCase, figureMaker, testFigures } from './world.ts'

const mail = { service: 'Mail' } as const
const column = (col: string, by = 'service') => ({ part: 'cell', id: `by_${by}`, col }) as const

const cases: readonly FigureCase[] = [
  {
    name: 'the share of each service, the largest first, and of items without one',
    rows: [...of(2, 3, {}, mail), ...of(1, 1)],
    about: column('within'),
    expect: [
      { key: 'Mail', value: 2 / 3, n: 3, unit: 'share', of: 'service', from_day: '2025-04-01', to_day: '2026-03-31' }, // biome-ignore format: one row
      { key: '', value: 1, n: 1 },
    ],
  },
  {
    name: 'what is not settled is among the items and in no share',
    rows: [...of(1, 1, {}, mail), ...hits([0], { due_at: '2026-04-02T10:00:00Z' }, mail)],
    about: { part: 'cell', id: 'by_service' },
    expect: [
      { col: 'items', value: 2 },
      { col: 'within', value: 1 },
      { col: 'waiting_now', value: 0 },
    ],
  },
  {
    name: 'where it cannot be told of more than a tenth there is no share',
    rows: [...hits([1, 0, null], {}, mail), ...hits([1, 1, 1, 1, 1, 1, 1, 1, 0, null])],
    about: column('within'),
    expect: [
      { key: '', value: 8 / 9 },
      { key: 'Mail', value: null },
    ],
  },
  {
    name: 'per hundred as in the figure',
    rows: of(1, 4, { id: 'rate' }, mail),
    about: column('rate'),
    expect: [{ value: 25, unit: 'per_100' }],
  },
  {
    name: 'a share of time is that of the time',
    rows: [
      seen({ part: 'share', id: 'heard', hit: 30, weight: 60 }, mail),
      seen({ part: 'share', id: 'heard', hit: 0, weight: 180 }, mail),
    ],
    about: column('heard'),
    expect: [{ value: 0.125 }],
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
    rows: [...of(1, 1, {}, mail), ...of(0, 1, { day: '2025-03-31' }, mail)],
    about: column('within'),
    expect: [{ value: 1, n: 1 }],
  },
  {
    name: 'the children of major incidents apart from the rest',
    rows: [...of(2, 3), ...of(0, 1, {}, { is_major_child: true })],
    about: column('within', 'major_incident'),
    expect: [
      { key: 'apart', value: 2 / 3, n: 3 },
      { key: 'part of one', value: 0, n: 1 },
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
