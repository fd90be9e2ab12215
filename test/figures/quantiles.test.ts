import { beforeAll, describe, expect, test } from 'vitest'
import { seen, times } from './observed.ts'
import { type FigureCase, figureMaker, testFigures } from './world.ts'

const upTo = (n: number): number[] => Array.from({ length: n }, (_, index) => index + 1)
const median = { part: 'figure', id: 'median', clock: 'elapsed', scope: 'all' } as const

const cases: readonly FigureCase[] = [
  {
    name: 'the median counts those who wait, with the time they have waited',
    rows: times([10, -15, 30, -40]),
    about: median,
    expect: [{ value: 30, n: 4, is_at_least: false, from_day: '2025-04-01', to_day: '2026-03-31' }],
  },
  {
    name: 'who still waits at a time was there at that time',
    rows: times([10, -10]),
    about: median,
    expect: [{ value: 10, is_at_least: false }],
  },
  {
    name: 'one that was never reached is longer than the longest time seen',
    rows: times([10, -100, -200]),
    about: median,
    expect: [{ value: 200, is_at_least: true }],
  },
  {
    name: 'no working minute is a time, and none told is not',
    rows: [...times(Array(10).fill(20), { business_minutes: 0 }), ...times([60], { business_minutes: null })],
    about: { part: 'figure', id: 'median' },
    expect: [
      { clock: 'business', value: 0, n: 10 },
      { clock: 'elapsed', value: 20, n: 11 },
    ],
  },
  {
    name: 'what is known by its day alone is in none',
    rows: [...times(Array(9).fill(10)), seen({ part: 'time', id: 'done', is_event: true })],
    about: median,
    expect: [{ value: 10, n: 9 }],
  },
  {
    name: 'and where that is more than a tenth there is none: those that wait would be too many',
    rows: [...times([10, -900]), ...[1, 2, 3].map(() => seen({ part: 'time', id: 'done', is_event: true }))],
    about: { clock: 'elapsed' },
    expect: [],
  },
  {
    name: 'nor is what is older than a year',
    rows: [...times([10]), ...times([900], { day: '2025-03-31' }), ...times([20], { day: '2025-04-01' })],
    about: median,
    expect: [{ value: 10, n: 2 }],
  },
  {
    name: 'of 49 there is no 90th percentile',
    rows: times(upTo(49)),
    about: { id: 'p90' },
    expect: [],
  },
  {
    name: 'of 50 there is',
    rows: times(upTo(50)),
    about: { id: 'p90' },
    expect: [{ clock: 'elapsed', value: 45, n: 50, is_at_least: false }],
  },
  {
    name: 'with the children of major incidents and without',
    rows: [...times([10, 20, 30]), ...times([1, 1, 1], {}, { is_major_child: true })],
    about: { part: 'figure', id: 'median' },
    expect: [
      { scope: 'all', value: 1, n: 6 },
      { scope: 'without_major_children', value: 20, n: 3 },
    ],
  },
  {
    name: 'of another time than until done they bear its name',
    rows: times([10, 20, 30], { id: 'redirect' }),
    about: { part: 'figure', unit: 'minutes' },
    expect: [{ id: 'redirect_median', value: 20 }],
  },
  {
    name: 'and so does its curve',
    rows: times([10], { id: 'redirect' }),
    about: { part: 'step' },
    expect: [{ id: 'redirect_by', minutes: 10, value: 1 }],
  },
  {
    name: 'the curve says what share is done by when, a step for each time at which something was',
    rows: times([10, 20, 20, -30]),
    about: { part: 'step' },
    expect: [
      { id: 'done_by', clock: 'elapsed', minutes: 10, value: 0.25, n: 4 },
      { minutes: 20, value: 0.75, n: 4 },
    ],
  },
]
describe('the time until done', () => testFigures(cases))

describe('a long curve', () => {
  let steps: (number | null)[] = []
  beforeAll(async () => {
    const { figures } = await figureMaker()
    const rows = await figures(times(upTo(400)))
    steps = rows.filter(({ part }) => part === 'step').map(({ minutes }) => minutes)
  })

  test('is drawn by its first and last step', () => {
    expect([steps[0], steps.at(-1)]).toEqual([1, 400])
  })

  test('and about 120 between', () => {
    expect(steps.length).toBeGreaterThan(110)
    expect(steps.length).toBeLessThanOrEqual(122)
  })
})
