import { describe, expect, test } from 'vitest'
import { yearBeforeBy } from '../../../data/shared/terms.ts'

const terms = [
  { year: '2023/24', name: 'Semester A', from: '2023-09-25', to: '2023-12-15' },
  { year: '2023/24', name: 'Semester B', from: '2024-01-22', to: '2024-04-12' },
  { year: '2024/25', name: 'Semester A', from: '2024-09-23', to: '2024-12-20' },
  { year: '2024/25', name: 'Semester B', from: '2025-01-13', to: '2025-04-11' },
  { year: '2025/26', name: 'Semester A', from: '2025-09-22', to: '2025-12-12' },
  { year: '2025/26', name: 'Semester B', from: '2026-01-19', to: '2026-04-10' },
]

const firstDay = '2023-09-01'
const numberOf = (day: string): number =>
  Temporal.PlainDate.from(firstDay).until(day, { largestUnit: 'day' }).days
const dayOf = (number: number | null): string =>
  Temporal.PlainDate.from(firstDay)
    .add({ days: number ?? Number.NaN })
    .toString()
const yearBefore = (day: string, by = terms): string => dayOf(yearBeforeBy(by, firstDay)(numberOf(day)))

describe('a day of a term', () => {
  test.each([
    ['the first day', '2024-09-23', '2023-09-25'],
    ['a Wednesday of the third week', '2024-10-09', '2023-10-11'],
    ['a Saturday of a week of term', '2024-10-12', '2023-10-14'],
    ['of the second semester, which began nine days earlier in the year', '2025-02-12', '2024-02-21'],
    ['of the thirteenth week, where last year had twelve', '2024-12-18', '2023-12-13'],
    ['of the last week, where last year had one more', '2025-12-11', '2024-12-12'],
  ])('%s', (_, day, before) => {
    expect(yearBefore(day)).toBe(before)
  })

  test.each([
    ['on a Tuesday after a holiday', '2025-05-06', '2025-05-14', '2024-05-15'],
    ['on the Saturday before', '2025-05-03', '2025-05-14', '2024-05-15'],
  ])('counts from the first whole week where the term begins %s', (_, from, day, before) => {
    const exams = [
      { name: 'Exams', from: '2024-05-07', to: '2024-05-31' },
      { name: 'Exams', from, to: '2025-05-30' },
    ]
    expect(dayOf(yearBeforeBy(exams, firstDay)(numberOf(day)))).toBe(before)
  })
})

describe('a day between terms', () => {
  test.each([
    ['the first week of a summer', '2025-04-16', '2024-04-17'],
    ['the last week of a summer', '2025-09-17', '2024-09-18'],
    ['the first week of a winter two weeks longer than last', '2025-12-17', '2024-12-25'],
    ['its middle, which repeats the middle', '2025-12-24', '2025-01-01'],
    ['the same a week later', '2025-12-31', '2025-01-01'],
    ['its last week', '2026-01-14', '2025-01-08'],
    ['the last week of a winter shorter than last', '2025-01-08', '2024-01-17'],
  ])('%s', (_, day, before) => {
    expect(yearBefore(day)).toBe(before)
  })
})

describe('where terms do not tell', () => {
  test.each([
    ['before them', '2023-09-13', terms],
    ['in the first year', '2023-10-11', terms],
    ['after them', '2026-05-13', terms],
    ['without any', '2026-02-11', []],
    [
      'a namesake two years before',
      '2025-10-08',
      terms.filter(({ year, name }) => year !== '2024/25' || name !== 'Semester A'),
    ],
    ['another name', '2025-10-08', terms.map((term) => ({ ...term, name: term.year }))],
    [
      'a vacation that ends with a term new this year',
      '2026-01-02',
      terms.filter(({ from }) => from !== '2025-01-13'),
    ],
  ])('it is 364 days before: %s', (_, day, by) => {
    expect(yearBefore(day, by)).toBe(Temporal.PlainDate.from(day).subtract({ days: 364 }).toString())
  })
})

test('it is always the same weekday, and from one term to the next weeks keep their order', () => {
  const by = yearBeforeBy(terms, firstDay)
  const days = Array.from(
    { length: numberOf('2026-04-10') - numberOf('2024-09-23') },
    (_, place) => numberOf('2024-09-23') + place,
  )
  const before = days.map((day) => by(day) as number)
  expect(days.filter((day, place) => (day - (before[place] as number)) % 7 !== 0)).toEqual([])
  expect(
    days.filter((_, place) => place > 6 && (before[place] as number) < (before[place - 7] as number)),
  ).toEqual([])
})
