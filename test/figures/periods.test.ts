import { describe } from 'vitest'
import { asOf } from '../../etl/measures/case.ts'
import { hits, measure, of } from './observed.ts'
import { type FigureCase, testFigures } from './world.ts'

const within = { part: 'figure', id: 'within', scope: 'all' } as const
const weeks = { part: 'point', id: 'within', scope: 'all', period: 'week' } as const
const february = { item_kind: 'escalation', day: '2026-02-10' } as const

const periods: readonly FigureCase[] = [
  {
    name: 'of tickets it is that of the last complete week, with its interval',
    rows: of(2, 3),
    about: within,
    expect: [
      { item_kind: 'ticket', unit: 'share', value: 2 / 3, n: 3, low: 0.20766, high: 0.938508, from_day: '2026-03-23', to_day: '2026-03-29' }, // biome-ignore format: one row
    ],
  },
  {
    name: 'of escalations it is that of the last complete month',
    rows: [...of(1, 2, february), ...of(5, 5, { ...february, day: '2026-03-02' })],
    about: within,
    expect: [{ item_kind: 'escalation', value: 0.5, n: 2, from_day: '2026-02-01', to_day: '2026-02-28' }],
  },
  {
    name: 'the week that runs has a share and is not complete',
    rows: of(1, 1, { day: '2026-03-30' }),
    about: { part: 'point', id: 'within', period: 'week' },
    expect: [{ from_day: '2026-03-30', to_day: '2026-04-05', value: 1, n: 1, is_complete: false }],
  },
  {
    name: 'and where it is the only one there is no figure yet',
    rows: of(1, 1, { day: '2026-03-30' }),
    about: within,
    expect: [],
  },
  {
    name: 'a week without an item has no share, and the figure is that of the last week with one',
    rows: [...of(1, 1, { day: '2026-03-08' }), ...of(1, 2, { day: '2026-03-16' })],
    about: { id: 'within', scope: 'all', item_kind: 'ticket', part: 'point', period: 'week' },
    expect: [
      { from_day: '2026-03-02', value: 1, n: 1, is_complete: true },
      { from_day: '2026-03-09', value: null, n: 0, low: null, high: null, is_complete: true },
      { from_day: '2026-03-16', value: 0.5, n: 2, is_complete: true },
      { from_day: '2026-03-23', value: null, n: 0, is_complete: true },
      { from_day: '2026-03-30', value: null, n: 0, is_complete: false },
    ],
  },
  {
    name: 'of such weeks the figure is that of the last one with an item',
    rows: [...of(1, 1, { day: '2026-03-08' }), ...of(1, 2, { day: '2026-03-16' })],
    about: within,
    expect: [{ from_day: '2026-03-16', value: 0.5, n: 2 }],
  },
  {
    name: 'without terms a year begins on 1 August',
    rows: [...of(1, 1, { day: '2025-07-31' }), ...of(0, 1, { day: '2025-08-01' })],
    about: { part: 'point', id: 'within', period: 'year' },
    expect: [
      { label: '2024/25', from_day: '2024-08-01', to_day: '2025-07-31', value: 1, is_complete: true },
      { label: '2025/26', from_day: '2025-08-01', to_day: '2026-07-31', value: 0, is_complete: false },
    ],
  },
]

const terms = [
  { year: '2024/25', name: 'Semester A', from_day: '2024-09-23', to_day: '2024-12-13' },
  { year: '2025/26', name: 'Semester A', from_day: '2025-09-22', to_day: '2025-12-12' },
  { year: '2025/26', name: 'Semester B', from_day: '2026-01-12', to_day: '2026-04-02' },
]
const inTerms = [
  ...of(1, 1, { day: '2025-10-01' }),
  ...of(0, 1, { day: '2025-12-25' }),
  ...of(1, 1, { day: '2026-02-02' }),
]
const withTerms: readonly FigureCase[] = [
  {
    name: 'each term by its name and year, and a holiday in none',
    terms,
    rows: inTerms,
    about: { part: 'point', id: 'within', period: 'term' },
    expect: [
      { label: 'Semester A 2025/26', from_day: '2025-09-22', to_day: '2025-12-12', n: 1, is_complete: true },
      { label: 'Semester B 2025/26', from_day: '2026-01-12', to_day: '2026-04-02', n: 1, is_complete: false },
    ],
  },
  {
    name: 'a year is from its first term until the next one, holidays in it',
    terms,
    rows: inTerms,
    about: { part: 'point', id: 'within', period: 'year' },
    expect: [{ label: '2025/26', from_day: '2025-09-22', to_day: '2026-09-21', n: 3, value: 2 / 3 }],
  },
  {
    name: 'without any there is none',
    rows: inTerms,
    about: { period: 'term' },
    expect: [],
  },
]

const settled: readonly FigureCase[] = [
  {
    name: 'a week is not complete while one item of it is not settled, and that item is not in its share',
    rows: [
      ...of(0, 1, { day: '2026-03-17' }),
      ...hits([1], { due_at: asOf }),
      ...hits([0], { due_at: '2026-03-31T11:00:01Z' }),
      ...hits([null], { due_at: '2026-04-02T11:00:00Z' }),
    ],
    about: weeks,
    expect: [
      { from_day: '2026-03-16', n: 1, is_complete: true },
      { from_day: '2026-03-23', n: 1, value: 1, is_complete: false },
      { from_day: '2026-03-30', n: 0 },
    ],
  },
  {
    name: 'an item is settled by when its own source is known, not by another’s',
    rows: [
      ...hits([0], { due_at: '2026-03-30T10:00:00Z' }, { known_until: '2026-03-29T23:00:00Z' }),
      ...hits([1], { due_at: '2026-03-30T10:00:00Z' }),
    ],
    about: { ...weeks, from_day: '2026-03-23' },
    expect: [{ n: 1, value: 1, is_complete: false }],
  },
  {
    name: 'a week is over at midnight in London, an hour before that of Greenwich in summer',
    rows: of(1, 1, {}, { known_until: '2026-03-29T23:00:00Z' }),
    about: { ...weeks, from_day: '2026-03-23' },
    expect: [{ is_complete: true }],
  },
  {
    name: 'and not a second before',
    rows: of(1, 1, {}, { known_until: '2026-03-29T22:59:59Z' }),
    about: { ...weeks, from_day: '2026-03-23' },
    expect: [{ is_complete: false }],
  },
  {
    name: 'a measure that settles after so many days has complete periods only that long ago',
    measure: { ...measure, settles_after: 'escalated_within_days' },
    rows: [...of(1, 1, { day: '2026-02-24' }), ...of(0, 1, { day: '2026-03-03' })],
    about: within,
    expect: [{ from_day: '2026-02-23', to_day: '2026-03-01', value: 1 }],
  },
  {
    name: 'of the last 365 days, the first of them included, and only what is settled',
    rows: [
      ...of(0, 1, { day: '2025-03-31' }),
      ...of(1, 1, { day: '2025-04-01' }),
      ...hits([0], { due_at: '2026-04-01T11:00:00Z' }),
    ],
    about: { part: 'figure', id: 'within_365_days' },
    expect: [{ value: 1, n: 1, from_day: '2025-04-01', to_day: '2026-03-31' }],
  },
]

describe('the share of a period', () => testFigures(periods))
describe('terms', () => testFigures(withTerms))
describe('what is settled', () => testFigures(settled))
