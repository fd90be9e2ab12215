import { describe, expect, test } from 'vitest'
import type { Breakdown } from '../../../data/contract.ts'
import { barsInput, dotsInput } from '../../../site/charts/from-breakdown.ts'
import { ofLargest } from '../../../site/charts/largest.ts'
import { column } from '../fixture-make.ts'

/** Services of 1, 2, 3 … tickets; the smaller one is, the higher its rate. */
const services = (many: number): Breakdown => ({
  id: 'by_service',
  by: 'service',
  item_kind: 'ticket',
  columns: [column('rate', 'per_100')],
  rows: Array.from({ length: many }, (_, place) => ({
    key: `s${place}`,
    label: `Service ${place}`,
    n: place + 1,
    values: { rate: place === 299 ? null : 100 / (place + 1) },
    counts: {},
  })),
})
const bars = (from: Breakdown) => barsInput(from, 'rate')

describe('of more rows than a chart has room for', () => {
  const drawn = ofLargest(services(300), bars)

  test('it has those with the most items, in the order in which they stood', () => {
    const labels = drawn?.chart.bars.map(({ label }) => label)
    expect([labels?.length, labels?.[0], labels?.at(-1)]).toEqual([20, 'Service 280', 'Service 299'])
  })

  test('the table and the file have them all, and the caption says so', () => {
    expect(drawn?.whole?.bars).toHaveLength(300)
    expect(drawn?.words).toBe(' The 20 with the most tickets, of 300; the table has all.')
  })

  test('those without a value take no place where they are not drawn', () => {
    const dots = ofLargest(services(300), (from) =>
      dotsInput(from, { value: 'rate', low: 'low', high: 'high' }),
    )
    expect(dots?.chart.dots.at(-1)?.label).toBe('Service 298')
    expect(dots?.words).toContain('of 299')
  })
})

test('as many as there is room for are all drawn, and nothing is said of it', () => {
  const drawn = ofLargest(services(20), bars)
  expect([drawn?.chart.bars.length, drawn?.whole, drawn?.words]).toEqual([20, null, ''])
})

test('of nothing there is no chart', () => {
  expect([ofLargest(null, bars), ofLargest(services(0), bars)]).toEqual([null, null])
})
