import { describe, expect, test } from 'vitest'
import type { Series } from '../../data/contract.ts'
import type { Settings } from '../../etl/config/settings.ts'
import type { Measure } from '../../etl/measures/measure.ts'
import { chartWarnings } from '../../etl/publish/chart-warnings.ts'
import { type ChartSettings, chartOfSeries } from '../../etl/publish/charts.ts'

const measure: Measure = {
  id: 'acknowledged',
  definition: { title: 'Acknowledged', sentence: '', how: [], good: 'high', method: null },
  needs: [],
  observes: [
    { part: 'share', id: 'within', label: 'in time' },
    { part: 'share', id: 'late', label: 'late', good: 'low' },
  ],
  headline: 'within',
}
const month = (place: number) => Temporal.PlainDate.from('2025-01-01').add({ months: place })
const seriesOf = (values: readonly number[], own: Partial<Series> = {}): Series => ({
  id: 'within',
  item_kind: 'escalation',
  scope: 'all',
  clock: null,
  period: 'month',
  unit: 'share',
  of: null,
  chart: null,
  points: values.map((value, place) => ({
    from: `${month(place)}`,
    to: `${month(place + 1).subtract({ days: 1 })}`,
    value,
    n: 40,
    low: null,
    high: null,
    is_complete: true,
  })),
  ...own,
})
const steady = Array.from({ length: 18 }, (_, place) => 0.7 + 0.1 * (place % 2))
const within = {
  acknowledged: { words: '1 business day', duration: { kind: 'business_days', days: 1 } },
} as Settings['within']
const none: ChartSettings = { aims: [], changes: [], within }
const aim = { measure: 'acknowledged', share: 0.9, set_by: 'Head of Service' }
const change = (own: object) => ({
  date: '2026-01-15',
  title: 'A second reader',
  kind: 'improvement' as const,
  affects: {},
  rebase: ['acknowledged'],
  ...own,
})

describe('a month far below all before', () => {
  const chart = chartOfSeries(seriesOf([...steady, 0.2]), measure, [], none)

  test('has slipped, and the chart says by which rule and when', () => {
    expect(chart).toMatchObject({
      method: 'limits',
      variation: 'concerning',
      rule: 'beyond_limit',
      slipped: 'beyond_limit',
      latest: '2026-07-01',
      told_from: null,
    })
    expect(chart?.signals).toEqual([{ from: '2026-07-01', rule: 'beyond_limit', side: 'down' }])
  })

  test('is better where less is', () => {
    const found = chartOfSeries(seriesOf([...steady, 0.2], { id: 'late' }), measure, [], none)
    expect([found?.variation, found?.slipped]).toEqual(['improving', null])
  })
})

test('limits are published no further than a share can go', () => {
  const wide = Array.from({ length: 14 }, (_, place) => 0.2 + 0.6 * (place % 2))
  const [segment] = chartOfSeries(seriesOf(wide), measure, [], none)?.segments ?? []
  expect([segment?.lower, segment?.upper]).toEqual([0, 1])
})

test('below 13 points it says when they will be told', () => {
  const chart = chartOfSeries(seriesOf(steady.slice(0, 10)), measure, [], none)
  expect([chart?.variation, chart?.told_from]).toEqual(['not_yet', '2026-01-01'])
})

test('limits are drawn anew at a change that says so, and the chart tells why', () => {
  const charted = (own: object) =>
    chartOfSeries(seriesOf(steady), measure, [], { ...none, changes: [change(own)] })
  expect(charted({})?.segments.map(({ from, reasons }) => [from, reasons])).toEqual([
    ['2025-01-01', []],
    ['2026-02-01', ['A second reader']],
  ])
  expect(charted({ rebase: ['owned'] })?.segments).toHaveLength(1)
})

test.each<[string, object[], string | null, number | null]>([
  ['without an aim', [], null, null],
  ['with one that is out of reach', [aim], 'reliably_missed', 0.9],
  ['with one that is met now and then', [{ ...aim, share: 0.73 }], 'hit_or_miss', 0.73],
  [
    'with one for the same time in other words',
    [{ ...aim, within: '1 business days' }],
    'reliably_missed',
    0.9,
  ],
  ['with one for another time', [{ ...aim, within: '2 business days' }], null, null],
  ['with one that begins later', [{ ...aim, from: '2026-08-01' }], null, null],
  ['with a newer one', [aim, { ...aim, share: 0.5, from: '2026-03-01' }], 'reliably_met', 0.5],
  ['with one of another promise', [{ ...aim, measure: 'owned' }], null, null],
])('assurance %s', (_, aims, assurance, value) => {
  const values = Array.from({ length: 18 }, (_, place) => 0.7 + 0.05 * (place % 2))
  const chart = chartOfSeries(seriesOf(values), measure, [], { ...none, aims: aims as Settings['aims'] })
  expect([chart?.assurance, chart?.aim?.value ?? null]).toEqual([assurance, value])
})

test.each<[string, Partial<Series>]>([
  ['of one team', { of: 'Network' }],
  ['without major-incident children', { scope: 'without_major_children' }],
  ['of counts', { unit: 'items' }],
  ['of escalations by week', { period: 'week' }],
  ['that no observation makes', { id: 'other' }],
])('a series %s is not charted', (_, own) => {
  expect(chartOfSeries(seriesOf(steady, own), measure, [], none)).toBeNull()
})

test('the rate of a change has limits of its own from that day on', () => {
  const rows = [{ key: '7', label: 'New printers', n: 9, values: { day: '2026-02-01' }, counts: {} }]
  const changes = { id: 'changes', by: 'change', item_kind: 'ticket' as const, columns: [], rows }
  const rate = seriesOf(
    [...steady, 0.1].map((value) => value * 100),
    { id: 'rate', of: '7', unit: 'per_100', period: 'week', item_kind: 'ticket' },
  )
  const chart = chartOfSeries(rate, measure, [changes], none)
  expect(chart?.segments.map(({ reasons, points }) => [reasons, points])).toEqual([
    [[], 13],
    [['New printers'], 6],
  ])
  expect(chartOfSeries({ ...rate, of: '8' }, measure, [changes], none)).toBeNull()
})

test('an outcome too rare for limits is compared, and can have slipped', () => {
  const chart = chartOfSeries(seriesOf([...Array.from({ length: 18 }, () => 0.975), 0.8]), measure, [], none)
  expect(chart).toMatchObject({
    method: 'comparison',
    segments: [],
    signals: [],
    slipped: 'comparison',
    rule: null,
  })
  expect(chart?.comparison).toMatchObject({ of: 'not_kept', later: { count: 8, exposure: 40 } })
})

test('what no chart can show is said', async () => {
  const settings = {
    aims: [
      { ...aim, within: '2 business days' },
      { ...aim, measure: 'speed' },
    ],
    within,
  }
  const said = await chartWarnings(settings, { changes: [change({ rebase: ['owned', 'owning'] })] })
  expect(said).toEqual([
    expect.stringMatching(/acknowledged within 2 business days is not compared .* 1 business day/),
    expect.stringMatching(/"speed" has no chart/),
    expect.stringMatching(/2026-01-15: rebase: "owning" has no chart/),
  ])
  expect(await chartWarnings({ aims: [aim], within }, { changes: [change({})] })).toEqual([])
})
