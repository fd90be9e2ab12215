import { describe, expect, test } from 'vitest'
import { hoursAndMinutes } from '../../../site/calculator/amount.ts'
import { countedDays } from '../../../site/calculator/counted.ts'
import { elapsedLine, linesOf } from '../../../site/calculator/counted-words.ts'
import { plainCalendar } from '../fixture-guidance.ts'
import { plain } from '../plain.ts'
import { at, desk } from './desk.ts'

const said = (from: string, to: string): (string | null)[] =>
  linesOf(countedDays(desk.main, plainCalendar, at(from), at(to))).map(({ when, what }) =>
    plain(`${when}: ${what}`),
  )

const cases: [string, string, string, string[]][] = [
  ['within a day', '2026-11-24 10:00', '2026-11-24 14:00', ['Tue 24 Nov, 10:00 to 14:00: 4 h']],
  ['over a weekend', '2026-11-20 15:00', '2026-11-23 11:30', ['Fri 20 Nov, 15:00 to 17:00: 2 h', 'Sat 21 Nov and Sun 22 Nov: closed', 'Mon 23 Nov, 09:00 to 11:30: 2 h 30 min']],
  ['raised after closing', '2026-11-20 18:00', '2026-11-23 11:00', ['Fri 20 Nov: outside working hours', 'Sat 21 Nov and Sun 22 Nov: closed', 'Mon 23 Nov, 09:00 to 11:00: 2 h']],
  ['until an opening', '2026-11-20 18:00', '2026-11-24 09:00', ['Fri 20 Nov: outside working hours', 'Sat 21 Nov and Sun 22 Nov: closed', 'Mon 23 Nov, 09:00 to 17:00: 8 h']],
  ['over Easter', '2026-04-02 16:00', '2026-04-07 10:00', ['Thu 2 Apr, 16:00 to 17:00: 1 h', 'Fri 3 Apr: bank holiday', 'Sat 4 Apr and Sun 5 Apr: closed', 'Mon 6 Apr: bank holiday', 'Tue 7 Apr, 09:00 to 10:00: 1 h']],
  ['over a closure', '2026-12-23 11:00', '2027-01-04 09:15', ['Wed 23 Dec, 11:00 to 12:00: 1 h', 'Thu 24 Dec to Fri 1 Jan: closed: University closed', 'Sat 2 Jan and Sun 3 Jan: closed', 'Mon 4 Jan, 09:00 to 09:15: 15 min']],
] // biome-ignore format: a table
test.each(cases)('hours %s', (_, from, to, lines) => {
  expect(said(from, to)).toEqual(lines)
})

describe('a day with a break and an end at midnight', () => {
  const minute = 60_000
  const day = Date.parse('2026-01-10T00:00Z') / minute
  const stretches: [number, number][] = [
    [day + 540, day + 720],
    [day + 780, day + 1440],
  ]
  const calendar = {
    from: day * minute,
    to: (day + 2880) * minute,
    offsets: [],
    days: [{ midnight: day * minute, closes: (day + 1440) * minute }],
    stretches: stretches.map(([opens, closes]) => ({
      opens: opens * minute,
      closes: closes * minute,
      before: 0,
      day: 0,
    })),
  }
  test('is one line', () => {
    const days = countedDays(
      calendar,
      { bank_holidays: [], closures: [] },
      (day + 600) * minute,
      (day + 1440) * minute,
    )
    expect(linesOf(days).map(({ when, what }) => plain(`${when}: ${what}`))).toEqual([
      'Sat 10 Jan, 10:00 to 12:00 and 13:00 to 24:00: 13 h',
    ])
  })
})

test.each([
  ['2026-11-24 10:00', '2026-11-24 14:00', 'Tue 24 Nov, 10:00 to 14:00'],
  ['2026-11-24 22:00', '2026-11-25 02:00', 'Tue 24 Nov, 22:00 to Wed 25 Nov, 02:00'],
])('where every hour counts, from %s to %s is one line', (from, to, when) => {
  const line = elapsedLine(desk.main, at(from), at(to))
  expect([plain(line.when), plain(line.what)]).toEqual([when, '4 h'])
})

test.each([
  [180, '3 h'],
  [95, '1 h 35 min'],
  [15, '15 min'],
  [0, '0 min'],
  [0.5, 'under 1 min'],
  [60.9, '1 h'],
  [120_000, '2,000 h'],
])('%d minutes are %s', (minutes, words) => {
  expect(plain(hoursAndMinutes(minutes))).toBe(words)
})
