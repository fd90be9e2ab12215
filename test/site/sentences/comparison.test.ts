import { describe, expect, test } from 'vitest'
import type { Manifest, Point, Series } from '../../../data/contract.ts'
import { yearBefore } from '../../../data/shared/terms.ts'
import { comparisons } from '../../../site/sentences/comparison.ts'
import { series, sharePoint } from '../fixture-make.ts'
import { plain } from '../plain.ts'

const month = (from: string, done: number, n: number, isComplete = true): Point =>
  sharePoint(`${from}-01`, `${from}-28`, done, n, isComplete)
const week = (from: string, done: number, n: number): Point => sharePoint(from, from, done, n, true)
const months = (...points: Point[]): Series => series('within', 'escalation', 'share', 'month', points)
const weeks = (...points: Point[]): Series => series('within', 'ticket', 'share', 'week', points)

/** Semester A began a week later last year. */
const terms: Manifest['terms'] = [
  { year: '2025/26', name: 'Semester A', from: '2025-09-29', to: '2025-12-19' },
  { year: '2026/27', name: 'Semester A', from: '2026-09-21', to: '2026-12-11' },
]
const [october, september] = [month('2026-10', 15, 42), month('2026-09', 39, 53)]
const noYear = 'The same month a year before: –, no figure'

describe('the latest period beside earlier ones', () => {
  test.each<[string, Series, string[]]>([
    ['no period', months(), []],
    ['only one that runs', months(month('2026-11', 3, 9, false)), []],
    ['the first month', months(october), ['The month before: –, no figure', noYear]],
    [
      'the month before and last year',
      months(month('2025-10', 45, 61), september, october, month('2026-11', 9, 9, false)),
      [
        'September 2026: 74 %, −38 points since, of 53 escalations',
        'October 2025: 74 %, −38 points since, of 61 escalations',
      ],
    ],
    [
      'one point more',
      months(month('2026-09', 50, 100), month('2026-10', 51, 100)),
      ['September 2026: 50 %, +1 point since, of 100 escalations', noYear],
    ],
    [
      'the same, rounded',
      months(month('2026-09', 500, 1_000), month('2026-10', 502, 1_000)),
      ['September 2026: 50 %, no change since, of 1,000 escalations', noYear],
    ],
    [
      'a month without items',
      months(month('2026-09', 0, 0), october),
      ['September 2026: –, no escalations', noYear],
    ],
    [
      'a month that cannot be told',
      months({ ...september, value: null }, october),
      ['September 2026: –, too few to tell', noYear],
    ],
    [
      'a month of two',
      months(month('2026-09', 1, 2), october),
      ['September 2026: 50 %, too few to compare, of 2 escalations', noYear],
    ],
    [
      'three now',
      months(september, month('2026-10', 1, 3)),
      ['September 2026: 74 %, too few now to compare, of 53 escalations', noYear],
    ],
    [
      'weeks, by the week of term',
      weeks(week('2025-10-06', 50, 100), week('2026-09-21', 80, 100), week('2026-09-28', 60, 100)),
      [
        'week of 21 Sept 2026: 80 %, −20 points since, of 100 tickets',
        'week of 6 Oct 2025: 50 %, +10 points since, of 100 tickets',
      ],
    ],
    [
      'rates of a hundred',
      {
        ...weeks(
          { ...week('2026-09-21', 1, 300), value: 1.84 },
          { ...week('2026-09-28', 1, 300), value: 1.62 },
        ),
        unit: 'per_100',
      },
      [
        'week of 21 Sept 2026: 1.8 in 100, −0.2 in 100 since, of 300 tickets',
        'The same week of last academic year: –, no figure',
      ],
    ],
    [
      'counts',
      {
        ...weeks({ ...week('2026-09-21', 1, 3), value: 3 }, { ...week('2026-09-28', 1, 9), value: 9 }),
        unit: 'items',
      },
      ['week of 21 Sept 2026: 3, +6 since', 'The same week of last academic year: –, no figure'],
    ],
  ])('%s', (_, given, told) => {
    const said = comparisons(given, terms).map(({ label, words, since, of }) =>
      plain(`${label}: ${[words, since, of].filter((one) => one !== '').join(', ')}`),
    )
    expect(said).toEqual(told)
  })
})

test('a year before is called by the academic year only where terms tell the week', () => {
  const last = weeks(week('2026-09-21', 50, 100), week('2026-09-28', 60, 100))
  const nameOf = (known: Manifest['terms']): string | undefined => comparisons(last, known)[1]?.label
  expect([nameOf(terms), nameOf([])]).toEqual([
    'The same week of last academic year',
    'The same week a year before',
  ])
})

test.each([
  ['a month', '2026-10-01', 'month', '2025-10-01'],
  ['a week of term', '2026-09-28', 'week', '2025-10-06'],
  ['a week that no term tells', '2024-03-04', 'week', '2023-03-06'],
] as const)('%s has one a year before', (_, from, kind, before) => {
  expect(yearBefore(from, kind, terms)).toBe(before)
})
