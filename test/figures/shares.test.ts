import { describe } from 'vitest'
import { hits, measure, of, seen } from './observed.ts'
import { type FigureCase, testFigures } from './world.ts'

const within = { part: 'figure', id: 'within', scope: 'all' } as const
const february = { item_kind: 'escalation', day: '2026-02-10' } as const
const heard = (hit: number, weight: number, own = {}) =>
  seen({ part: 'share', id: 'heard', hit, weight, ...own })
const yes = (n: number): 1[] => Array<1>(n).fill(1)
const no = (n: number): 0[] => Array<0>(n).fill(0)

const unknown: readonly FigureCase[] = [
  {
    name: 'of one in ten the share is that of the rest, and the interval allows for either',
    rows: hits([...yes(6), ...no(3), null]),
    about: within,
    expect: [{ value: 6 / 9, n: 9, low: 0.312674, high: 0.892209 }],
  },
  {
    name: 'of two in ten there is no share, and the interval still tells something',
    rows: hits([...yes(5), ...no(3), null, null]),
    about: within,
    expect: [{ value: null, n: 8, low: 0.236593, high: 0.892209 }],
  },
  {
    name: 'of all of them it is anything',
    rows: hits([null, null]),
    about: within,
    expect: [{ value: null, n: 0, low: 0, high: 1 }],
  },
  {
    name: 'how many they are is told',
    rows: hits([...yes(5), ...no(3), null, null]),
    about: { part: 'figure', id: 'within_unknown' },
    expect: [{ value: 2, n: 10, unit: 'items' }],
  },
  {
    name: 'where there are none that is not said',
    rows: of(1, 2),
    about: { id: 'within_unknown' },
    expect: [],
  },
]

const weighted: readonly FigureCase[] = [
  {
    name: 'the share is that of all the time, and few long items tell as much as fewer even ones',
    rows: [heard(30, 60), heard(0, 180)],
    about: { part: 'figure', id: 'heard' },
    expect: [{ value: 0.125, n: 2, low: 0.005939, high: 0.773531 }],
  },
  {
    name: 'one item over two days is one item',
    rows: [heard(60, 60, { item_id: 'a' }), heard(60, 60, { item_id: 'a', day: '2026-03-25' })],
    about: { part: 'figure', id: 'heard' },
    expect: [{ value: 1, n: 1, low: 0.206549, high: 1 }],
  },
  {
    name: 'each day’s time is in its own period',
    rows: [heard(60, 60, { item_id: 'a', day: '2026-03-22' }), heard(0, 30, { item_id: 'a', day: '2026-03-23' })], // biome-ignore format: one world
    about: { part: 'point', id: 'heard', period: 'week', n: 1 },
    expect: [
      { from_day: '2026-03-16', value: 1 },
      { from_day: '2026-03-23', value: 0 },
    ],
  },
]

const children = [...of(1, 1), ...of(0, 2, {}, { is_major_child: true })]
const { headline: _, ...withoutHeadline } = measure
const others: readonly FigureCase[] = [
  {
    name: 'the headline is that of escalations',
    rows: [...of(1, 2), ...of(3, 3, february)],
    about: { part: 'headline' },
    expect: [{ id: 'within', item_kind: 'escalation', value: 1, n: 3, from_day: '2026-02-01' }],
  },
  {
    name: 'that of tickets where no month of escalations is complete',
    rows: [...of(1, 2), ...of(3, 3, { ...february, day: '2026-03-02' })],
    about: { part: 'headline' },
    expect: [{ item_kind: 'ticket', value: 0.5 }],
  },
  {
    name: 'a measure that names none has none',
    measure: withoutHeadline,
    rows: of(1, 2),
    about: { part: 'headline' },
    expect: [],
  },
  {
    name: 'per hundred is a hundred times the share, its interval too',
    rows: of(2, 40, { id: 'rate' }),
    about: { part: 'figure', id: 'rate' },
    expect: [{ value: 5, n: 40, unit: 'per_100', low: 1.382067, high: 16.503877 }],
  },
  {
    name: 'with the children of major incidents and without',
    rows: children,
    about: { part: 'figure', id: 'within' },
    expect: [
      { scope: 'all', value: 1 / 3, n: 3 },
      { scope: 'without_major_children', value: 1, n: 1 },
    ],
  },
  {
    name: 'where a kind has no such children nothing is said twice',
    rows: [...children, ...of(1, 1, february)],
    about: { item_kind: 'escalation', scope: 'without_major_children' },
    expect: [],
  },
]

describe('what cannot be told', () => testFigures(unknown))
describe('a share of time', () => testFigures(weighted))
describe('beside it', () => testFigures(others))
