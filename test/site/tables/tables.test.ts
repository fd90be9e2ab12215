import { describe, expect, test } from 'vitest'
import type { Breakdown, Series } from '../../../data/contract.ts'
import { tableOfBreakdown } from '../../../site/tables/from-breakdown.ts'
import { tableOfIssues } from '../../../site/tables/from-issues.ts'
import { isSortable, sortValue, type Table } from '../../../site/tables/table.ts'
import { rangeWords } from '../../../site/words/range.ts'
import { plain, weeksOf } from '../charts/given.ts'

const breakdown: Breakdown = {
  id: 'by_team',
  by: 'team',
  item_kind: 'ticket',
  columns: [
    { id: 'within', clock: null, unit: 'share' },
    { id: 'items', clock: null, unit: 'items' },
  ],
  rows: [
    { key: 'AV', label: 'AV', n: 2, values: { items: 1234, within: 0.51234567 }, counts: {} },
    { key: '', label: 'Not recorded', n: 2, values: { items: 2, within: null }, counts: {} },
  ],
}

describe('a breakdown', () => {
  const table = tableOfBreakdown(breakdown, '1 day')

  test('has its columns in the order of reading, shares with a bar', () => {
    expect(table.head.map(({ label }) => label)).toEqual(['Team', 'Items', 'Within 1 day'])
    expect(table.rows.map(({ cells }) => cells.map(({ bar }) => bar))).toEqual([
      [undefined, 0.51234567],
      [undefined, undefined],
    ])
  })

  test('names the value that each row is of', () => {
    expect(table.rows.map(({ of }) => of)).toEqual([
      { dimension: 'team', value: 'AV' },
      { dimension: 'team', value: '' },
    ])
  })

  test('has a link where one is given', () => {
    const { rows } = tableOfBreakdown(breakdown, '', ({ key }) => (key === '' ? null : `/teams/#${key}`))
    expect(rows.map(({ href }) => href)).toEqual(['/teams/#AV', null])
  })
})

describe('issues', () => {
  const issues = {
    columns: [
      { id: 'trend', clock: null, unit: 'text' },
      { id: 'recent', clock: null, unit: 'items' },
      { id: 'problem', clock: null, unit: 'text' },
    ] satisfies Breakdown['columns'],
    rows: [
      {
        key: 'a',
        label: 'Wi-Fi drop',
        n: 9,
        values: { trend: 'unusual', direction: 'up', called_on: '2026-10-29', recent: 39 },
        counts: {},
      },
      { key: 'b', label: 'Printer jam', n: 9, values: { trend: null, recent: 2 }, counts: {} },
    ],
  }
  const weekly = new Map<string, Series>([['a', weeksOf([1, 2, 3])]])

  test('say their trend, and have the complete weeks as a small line', () => {
    const { head, rows } = tableOfIssues(issues, weekly)
    expect(head.map(({ label }) => label)).toEqual(['Issue', 'Trend', 'Last 28 days', 'Last 52 weeks'])
    expect(rows.map(({ cells }) => plain(cells[0]?.words ?? ''))).toEqual(['rising since 29 Oct 2026', '–'])
    expect(rows.map(({ cells }) => cells[2]?.line?.values)).toEqual([[1, 2], []])
  })

  test('have no column of lines where there is none', () => {
    expect(tableOfIssues(issues, new Map()).head.map(({ label }) => label)).not.toContain('Last 52 weeks')
  })
})

describe('a table', () => {
  test('is sorted from its eleventh row on', () => {
    const of = (count: number): Table => ({
      head: [],
      rows: Array.from({ length: count }, () => ({ label: '', cells: [] })),
    })
    expect([isSortable(of(10)), isSortable(of(11))]).toEqual([false, true])
  })

  test.each([
    ['1,234', 1234, undefined],
    ['0', 0, undefined],
    ['51 %', 0.51234567, 0.5123],
    ['–', null, undefined],
    ['3 d', 4320.25, 4320],
    ['rising', 'rising', undefined],
    ['2 Nov 2026', '2026-11-02', '2026-11-02'],
  ])('that says "%s" of %s is sorted by %s', (words, value, by) => {
    expect(sortValue({ words, value })).toBe(by)
  })

  test.each([
    [0.48, 1, 'share', '48 % to 100 %'],
    [0, 6.51, 'per_100', '0.0 to 6.5 in 100'],
    [3, 1200, 'items', '3 to 1,200'],
    [null, 1, 'share', '–'],
  ] as const)('gives a range from %s to %s of %s as "%s"', (low, high, unit, words) => {
    expect(plain(rangeWords(low, high, unit))).toBe(words)
  })
})
