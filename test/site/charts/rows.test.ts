import { describe, expect, test } from 'vitest'
import type { Breakdown } from '../../../data/contract.ts'
import { dotsConfig, dotsSpan, dotsTicks } from '../../../site/charts/dots.ts'
import { dotsInput, stackedInput } from '../../../site/charts/from-breakdown.ts'
import { keyOf, notesOf } from '../../../site/charts/notes.ts'
import { pointCount, readout } from '../../../site/charts/readout.ts'
import { rowLabel, tallness } from '../../../site/charts/rows.ts'
import { partFills, stackedConfig, totalOf } from '../../../site/charts/stacked.ts'
import { tableOf } from '../../../site/charts/table.ts'
import { lookAt, plain, there } from './given.ts'

const column = (id: string, unit: Breakdown['columns'][number]['unit']) => ({ id, unit, clock: null })
const row = (key: string, values: Breakdown['rows'][number]['values']) => ({
  key,
  label: key,
  n: 1,
  values,
  counts: {},
})
const levels: Breakdown = {
  id: 'by_level',
  by: 'level',
  item_kind: 'ticket',
  columns: [column('met', 'items'), column('missed', 'items')],
  rows: [row('P1', { met: 30, missed: 12 }), row('P2', { met: 1200, missed: null })],
}
const parts = stackedInput(levels, [
  { column: 'met', label: 'met' },
  { column: 'missed', label: 'missed' },
])
const changes: Breakdown = {
  id: 'changes',
  by: 'change',
  item_kind: 'ticket',
  columns: [column('ratio', 'ratio'), column('low', 'ratio'), column('high', 'ratio')],
  rows: [
    row('New print servers', { ratio: 0.32, low: 0.21, high: 0.47 }),
    row('Too early', { ratio: null, low: null, high: null }),
    row('Clean-up tool', { ratio: 1.16, low: 0.86, high: 1.57 }),
  ],
}
const names = { value: 'ratio', low: 'low', high: 'high' }
const dots = there(dotsInput(changes, names, { value: 1, label: 'no change' }))

describe('bars in parts', () => {
  const input = there(parts)

  test('are null where a column is missing or there is no row', () => {
    expect(stackedInput(levels, [{ column: 'open', label: 'open' }])).toBeNull()
    expect(stackedInput({ ...levels, rows: [] }, [{ column: 'met', label: 'met' }])).toBeNull()
    expect(stackedInput(null, [{ column: 'met', label: 'met' }])).toBeNull()
  })

  test('hold a list of values for each part, lying and one beside the other', () => {
    const { data, options } = stackedConfig(input, lookAt(900))
    expect(data.datasets.map((dataset) => dataset.data)).toEqual([
      [30, 1200],
      [12, null],
    ])
    expect([options?.indexAxis, options?.scales?.x?.stacked]).toEqual(['y', true])
  })

  test('are never told apart by colour alone', () => {
    const looks = partFills({ ...lookAt(900), isForced: true, muted: 'black', rule: 'black' })
    expect(new Set(looks.map(({ color, hatch }) => `${color} ${hatch}`)).size).toBe(looks.length)
  })

  test('have a total of counts, if every part is known', () => {
    expect([totalOf(input, 0), totalOf(input, 1)]).toEqual([42, null])
    expect(totalOf({ ...input, unit: 'share' }, 0)).toBeNull()
  })

  test('have a key in the order of the parts', () => {
    expect(keyOf(input)).toEqual([
      { mark: 'part-0', label: 'Met' },
      { mark: 'part-1', label: 'Missed' },
    ])
  })

  test('are read and tabled with their total', () => {
    expect(plain(readout(input, 0))).toBe('P1: met 30, missed 12; 42 tickets in all.')
    expect(plain(readout(input, 1))).toBe('P2: met 1,200, missed not known.')
    const { head, rows } = tableOf(input)
    expect(head.map(({ label }) => label)).toEqual(['Level', 'Met', 'Missed', 'In all'])
    expect(rows.map(({ cells }) => cells.map(({ value }) => value))).toEqual([
      [30, 12, 42],
      [1200, null, null],
    ])
  })
})

describe('dots', () => {
  test('leave out rows without a value, and are null without a row', () => {
    expect(dots.dots.map(({ label }) => label)).toEqual(['New print servers', 'Clean-up tool'])
    expect(dotsInput({ ...changes, rows: [] }, names)).toBeNull()
    expect(dotsInput(changes, { ...names, value: 'none' })).toBeNull()
  })

  test('of ratios stand on an axis of round multiples around the reference', () => {
    expect(dots.scale).toBe('log')
    expect(dotsSpan(dots)).toMatchObject({ from: 0.2, to: 2 })
    expect(dotsTicks(dots).map(({ label }) => label)).toEqual(['× ⅕', '× ½', '× 1', '× 2'])
  })

  test('of shares stand on the axis of shares', () => {
    const shares = { ...dots, unit: 'share', scale: 'linear', reference: null } as const
    const of = { ...shares, dots: [{ label: 'a', value: 0.7, low: 0.6, high: 0.8 }] }
    expect(dotsTicks(of).map(({ label }) => plain(String(label)))).toEqual(['50 %', '75 %', '100 %'])
  })

  test.each([
    [6.3, ['0', '2', '4', '6', '8']],
    [0.9, ['0', '0.5', '1']],
    [130, ['0', '50', '100', '150']],
    [0, ['0', '0.5', '1']],
  ])('up to %d of another unit stand on round values', (most, labels) => {
    const of = { ...dots, unit: 'per_100', scale: 'linear', reference: null } as const
    const [low, high] = [0, most]
    expect(
      dotsTicks({ ...of, dots: [{ label: 'a', value: most, low, high }] }).map(({ label }) => label),
    ).toEqual(labels)
  })

  test('are points without a line, one a row', () => {
    const [dataset] = dotsConfig(dots, lookAt(900)).data.datasets
    expect([dataset?.data, dataset?.showLine]).toEqual([[0.32, 1.16], false])
  })

  test('are read and tabled with their likely range', () => {
    expect([pointCount(dots), plain(readout(dots, 0))]).toEqual([
      2,
      'New print servers: 0.32, likely 0.21 to 0.47.',
    ])
    expect(tableOf(dots).rows[1]?.cells[1]).toMatchObject({ words: '0.86 to 1.57', ends: [0.86, 1.57] })
    expect(notesOf(dots)).toEqual(['Stroke: the likely range of each value.'])
  })
})

describe('rows', () => {
  test('have long labels in lines where it is narrow', () => {
    expect(rowLabel('Messaging & Collaboration', lookAt(900))).toBe('Messaging & Collaboration')
    expect(rowLabel('Messaging & Collaboration', lookAt(320))).toEqual(['Messaging &', 'Collaboration'])
  })

  test.each([
    [3, 'few'],
    [8, 'some'],
    [20, 'many'],
  ])('of %d are a chart that is tall for %s', (count, tall) => {
    const [dot] = dots.dots
    expect(tallness({ ...dots, dots: Array.from({ length: count }, () => there(dot)) })).toBe(tall)
  })
})
