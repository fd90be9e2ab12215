import { describe, expect, test } from 'vitest'
import type { Breakdown, Figure, MeasureFile } from '../../../data/contract.ts'
import { concentration, flow, openAYearAgo, openNow, ownedNow } from '../../../site/sentences/owner-load.ts'
import { active, activeGroups, mostActive, moving } from '../../../site/sentences/recurring.ts'
import { asOf } from '../fixture.ts'
import { ownerLoad, recurring } from '../fixture-load.ts'
import { figure, series } from '../fixture-make.ts'

const plain = (text: string | null): string | null => text?.replaceAll('\u00a0', ' ') ?? null
const load = (...figures: Figure[]): MeasureFile => ({ ...ownerLoad(asOf), figures })
const items = (id: string, value: number): Figure => figure(id, 'ticket', 'items', value)

describe('open now', () => {
  test.each([
    ['not known', load(), null, null],
    ['nothing', load(items('open_now', 0)), 'No ticket is open.', null],
    [
      'all owned',
      load(items('open_now', 2), items('owned_now', 2), items('unowned_now', 0)),
      '2 tickets are open, all with an owner.',
      'All of them have an owner.',
    ],
    [
      'some without',
      load(items('open_now', 299), items('owned_now', 208), items('unowned_now', 91)),
      '299 tickets are open; 91 of them have no owner.',
      '208 of them have an owner, 91 have none.',
    ],
  ])('%s', (_, measure, alone, beside) => {
    expect(plain(openNow(measure, 'ticket'))).toBe(alone)
    expect(plain(ownedNow(measure, 'ticket'))).toBe(beside)
  })
})

test('concentration is said in people and a share, or not at all', () => {
  const people = (id: string, value: number): Figure => figure(id, 'ticket', 'people', value)
  expect(
    plain(
      concentration(
        load(people('people', 14), people('top_people', 3), figure('top_share', 'ticket', 'share', 0.6087)),
        'ticket',
      ),
    ),
  ).toBe('3 of 14 people hold 61 % of the open tickets that have an owner.')
  expect(concentration(load(people('people', 0)), 'ticket')).toBeNull()
})

const week = (value: number, isComplete = true) => ({
  from: '2026-11-09',
  to: '2026-11-15',
  value,
  n: value,
  low: null,
  high: null,
  is_complete: isComplete,
})
const flowOf = (arrived: number, departed: number): MeasureFile => ({
  ...ownerLoad(asOf),
  series: [
    series('arrived', 'ticket', 'items', 'week', [week(arrived)]),
    series('departed', 'ticket', 'items', 'week', [week(departed)]),
  ],
})

test.each([
  [345, 350, 'In the week of 9 Nov 2026, 345 tickets arrived and 350 left: 5 more left than arrived.'],
  [12, 2, 'In the week of 9 Nov 2026, 12 tickets arrived and 2 left: 10 more arrived than left.'],
  [1, 1, 'In the week of 9 Nov 2026, 1 ticket arrived and 1 left, as many.'],
])('%i arrived and %i left', (arrived, departed, sentence) => {
  expect(plain(flow(flowOf(arrived, departed), 'ticket'))).toBe(sentence)
})

const openOver = (weeks: number): MeasureFile => ({
  ...ownerLoad(asOf),
  series: [
    series(
      'open_at_end',
      'ticket',
      'items',
      'week',
      Array.from({ length: weeks }, (_, week) => ({
        from: new Date(Date.UTC(2025, 0, 6 + 7 * week)).toISOString().slice(0, 10),
        to: new Date(Date.UTC(2025, 0, 12 + 7 * week)).toISOString().slice(0, 10),
        value: 100 + week,
        n: 100 + week,
        low: null,
        high: null,
        is_complete: week < weeks - 1,
      })),
    ),
  ],
})

test.each([
  ['a year is known', openOver(54), 'At its end 152 tickets were open; 52 weeks before, 100.'],
  ['a week too few', openOver(53), null],
  ['nothing', openOver(0), null],
])('open then and a year ago: %s', (_, measure, sentence) => {
  expect(plain(openAYearAgo(measure, 'ticket'))).toBe(sentence)
})

describe('recurring issues', () => {
  const none: MeasureFile = {
    ...recurring(asOf),
    headline: figure('active', 'ticket', 'items', 0),
    breakdowns: [],
  }

  test('none, one and several', () => {
    expect(active(none, 28)).toBe('No recurring issue had a ticket in the last 28 days.')
    expect(plain(active({ ...none, headline: figure('active', 'ticket', 'items', 1) }, 28))).toBe(
      '1 recurring issue had a ticket in the last 28 days.',
    )
    expect(active({ ...none, headline: null }, 28)).toBeNull()
  })

  test('the most active is named with its counts, unless it is told of as rising', () => {
    expect(mostActive(trending(up), 28)).toBeNull()
    expect(plain(mostActive(trending(), 28))).toBe(
      'The most active is “Network: Wi-Fi drop-out”: 42 tickets in the last 28 days, after 60 in the 84 days before.',
    )
    expect(mostActive(none, 28)).toBeNull()
  })

  /** The fixture's issues with their trends, in their order; the others are as usual. */
  const trending = (...trends: readonly (readonly [trend: string, direction?: string])[]): MeasureFile => {
    const measure = recurring(asOf)
    const breakdowns = measure.breakdowns.map((groups) => ({
      ...groups,
      rows: groups.rows.map((row, index) => {
        const [trend = 'usual', direction = null] = trends[index] ?? []
        const called_on = direction === null ? null : '2026-10-04'
        const counts = { recent: row.values.tickets_in_window ?? 0, before: row.values.tickets_before ?? 0 }
        const has_last_year = trend === 'sustained' ? 'no' : 'yes'
        return { ...row, values: { ...row.values, trend, direction, called_on, ...counts, has_last_year } }
      }),
    }))
    return { ...measure, breakdowns }
  }
  const up = ['unusual', 'up'] as const
  const wifi = '“Network: Wi-Fi drop-out” (42 in 28 days after 60 in 84, called since 4 Oct 2026)'
  const lectern = '“AV: Lectern PC” (35 in 28 days after 61 in 84, called since 4 Oct 2026)'
  const password = '“Accounts: Password reset” (28 in 28 days after 62 in 84, called since 4 Oct 2026)'
  test.each<[string, (readonly [trend: string, direction?: string])[], string | null]>([
    ['none is called', [], 'No issue is rising or falling by more than chance.'],
    ['there are too few of all', [['too_few'], ['too_few'], ['too_few'], ['too_few'], ['too_few'], ['too_few'], ['too_few']], null],
    ['one rises', [up], `1 issue is rising: ${wifi}.`],
    ['one has risen for long, without a year before', [['sustained', 'up']], `1 issue is rising: ${wifi.replace(')', ', no last year to compare with yet)')}.`],
    ['one is usual for the time of year', [['usual_for_season', 'up']], 'No issue is rising or falling by more than chance and season. 1 issue is more or less common than before, as is usual for the time of year.'],
    ['one falls', [['usual'], ['unusual', 'down']], `1 issue is falling: ${lectern}.`],
    ['one rises and one falls', [up, ['unusual', 'down']], `1 issue is rising: ${wifi}. 1 issue is falling: ${lectern}.`],
    ['many rise', [up, up, up, up], `4 issues are rising: ${wifi}, ${lectern}, ${password} and 1 more.`],
  ])('where %s', (_, trends, sentence) => {
    expect(plain(moving(trending(...trends)) ?? '')).toBe(sentence ?? '')
  }) // biome-ignore format: a table

  test('what rises is listed first', () => {
    const rising = trending(['usual'], ['unusual', 'down'], up)
    expect(activeGroups(rising).map(({ values }) => values.tickets_in_window)).toEqual([
      28, 42, 35, 21, 14, 7,
    ])
  })

  test('only issues with a recent ticket are active, most tickets first', () => {
    const groups = activeGroups(recurring(asOf)) as Breakdown['rows']
    expect(groups.map((row) => row.values.tickets_in_window)).toEqual([42, 35, 28, 21, 14, 7])
  })
})
