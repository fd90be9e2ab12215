import { describe, expect, test } from 'vitest'
import { allStops, durationTicks, monthTicks } from '../../../site/charts/axis.ts'
import { barsConfig, isLyingDown } from '../../../site/charts/bars.ts'
import { barsInput } from '../../../site/charts/from-breakdown.ts'
import { lineInput, stepInput } from '../../../site/charts/from-measure.ts'
import type { BarsInput } from '../../../site/charts/input.ts'
import { islandOf } from '../../../site/charts/island.ts'
import { lineConfig, lineFor, lineSpan } from '../../../site/charts/line.ts'
import { pointCount, readout, shareBy } from '../../../site/charts/readout.ts'
import { stepConfig } from '../../../site/charts/step.ts'
import { tableOf } from '../../../site/charts/table.ts'
import { breakdownOf, curveOf, seriesOf } from '../../../site/figures.ts'
import { asOf, manifest } from '../fixture.ts'
import { acknowledged } from '../fixture-acknowledged.ts'
import { ownerLoad } from '../fixture-load.ts'
import { lookAt } from './given.ts'

const plain = (text: string): string => text.replaceAll('\u00a0', ' ')
const look = lookAt(900)
const there = <Thing>(thing: Thing | null | undefined): Thing => {
  if (thing == null) throw new Error('missing in the fixture')
  return thing
}
const measure = acknowledged(asOf)
const byMonth = there(
  lineInput([{ label: 'In time', of: there(seriesOf(measure, 'within', 'escalation')) }], manifest),
)
const byWeek = there(
  lineInput([{ label: 'In time', of: there(seriesOf(measure, 'within', 'ticket')) }], manifest),
)
const curve = there(curveOf(measure, 'done_by', 'ticket', 'elapsed'))
const steps = there(stepInput(curve, 'acknowledged'))
const people = there(barsInput(breakdownOf(ownerLoad(asOf), 'distribution', 'ticket'), 'people'))

describe('lines over time', () => {
  test('bring the changes and terms of their span only', () => {
    expect(byMonth.marks.map(({ date }) => date)).toEqual(['2025-02-24', '2026-02-16'])
    const late = { ...there(seriesOf(measure, 'within', 'escalation')) }
    const short = there(
      lineInput([{ label: 'In time', of: { ...late, points: late.points.slice(-3) } }], manifest),
    )
    expect([short.marks, short.terms.map(({ from }) => from)]).toEqual([[], ['2026-09-21']])
  })

  test('are null without a point', () => {
    expect(lineInput([], manifest)).toBeNull()
    expect(
      lineInput(
        [{ label: '', of: { ...there(seriesOf(measure, 'within', 'ticket')), points: [] } }],
        manifest,
      ),
    ).toBeNull()
  })

  test('have every point, and the open period hollow', () => {
    const [dataset] = lineConfig(byMonth, look).data.datasets
    expect(dataset?.data).toHaveLength(26)
    expect(there(dataset?.pointBackgroundColor as string[]).at(-1)).toBe('white')
    expect(there(dataset?.pointBackgroundColor as string[]).at(-2)).toBe('navy')
  })

  test('show the last 26 points where it is narrow', () => {
    expect(pointCount(lineFor(byWeek, 900))).toBe(110)
    expect(pointCount(lineFor(byWeek, 300))).toBe(26)
    expect(lineFor(byWeek, 300).lines[0]?.points.at(-1)).toEqual(byWeek.lines[0]?.points.at(-1))
  })

  test.each([
    [[0.7, 0.98], 0.5, 1],
    [[0.5, 0.98], 0, 1],
    [[0.9, 0.98], 0.8, 1],
    [[0.02, 0.09], 0, 0.1],
    [[0.02, 0.1], 0, 0.2],
    [[0, 0.4], 0, 0.5],
    [[], 0, 1],
  ])('of shares %j reach from %d to %d', (values, from, to) => {
    const [first] = byWeek.lines
    const points = values.map((value) => ({ ...there(first?.points[0]), value }))
    expect(lineSpan({ ...byWeek, lines: [{ label: '', points }] })).toMatchObject({ from, to })
  })

  test('move nothing and answer no pointer', () => {
    const { options } = lineConfig(byMonth, look)
    expect([options?.animation, options?.events]).toEqual([false, []])
  })
})

describe('the axis of time', () => {
  test('has a label a month, with the year under the first and each January', () => {
    expect(monthTicks(20_400, 20_500, 12).map(({ label }) => label)).toEqual([
      ['Dec', '2025'],
      ['Jan', '2026'],
      'Feb',
    ])
  })

  test('is thinned to what fits', () => {
    expect(monthTicks(19_000, 20_500, 6).length).toBeLessThanOrEqual(6)
  })

  test('of durations ends at the first round time past the last', () => {
    expect(durationTicks(3000, 'elapsed').at(-1)?.label).toBe('3 days')
    expect(durationTicks(900, 'business').at(-1)?.label).toBe('3 days')
    expect(durationTicks(0, 'elapsed')).toHaveLength(3)
  })
})

describe('shares by time', () => {
  test('are thinned without moving a round time', () => {
    expect(steps.points.length).toBeLessThan(curve.points.length)
    for (const stop of allStops) expect(shareBy(steps.points, stop)).toBe(shareBy(curve.points, stop))
  })

  test('are none before the first step', () => {
    expect(shareBy([{ minutes: 10, share: 0.2 }], 9)).toBe(0)
    expect(shareBy([{ minutes: 10, share: 0.2 }], 10)).toBe(0.2)
  })

  test('are drawn from what was done at once to the last round time', () => {
    const [dataset] = stepConfig(steps, look).data.datasets
    const drawn = dataset?.data as { x: number; y: number }[]
    expect(drawn[0]?.x).toBe(5)
    expect(drawn.at(-1)?.x).toBe(durationTicks(there(steps.points.at(-1)).minutes, 'elapsed').at(-1)?.value)
    expect(drawn.every(({ y }, index) => index === 0 || y >= there(drawn[index - 1]).y)).toBe(true)
  })
})

describe('bars', () => {
  const named = (...labels: string[]): BarsInput => ({
    ...people,
    bars: labels.map((label) => ({ label, value: 1 })),
  })

  test('stand for a few short labels and lie for long or many', () => {
    expect(isLyingDown(people, look)).toBe(false)
    expect(isLyingDown(people, { ...look, width: 300 })).toBe(true)
    expect(isLyingDown(named('Virtual learning environment'), look)).toBe(true)
    expect(isLyingDown(named(...'abcdefghi'), look)).toBe(true)
  })

  test('hold the published values', () => {
    expect(barsConfig(people, look).data.datasets[0]?.data).toEqual([3, 4, 3, 2, 2])
  })

  test('have a second value in words where there is one, which is not drawn', () => {
    const from = there(breakdownOf(ownerLoad(asOf), 'distribution', 'ticket'))
    const both = there(barsInput(from, 'people', { column: 'items', label: 'open items' }))
    expect(plain(readout(both, 0))).toBe('1 to 2: 3 people; open items 27 people.')
    expect(tableOf(both).head.map(({ label }) => label)).toEqual(['Open items held', 'People', 'Open items'])
    expect(barsConfig(both, look).data.datasets).toHaveLength(1)
    expect(barsInput(from, 'people', { column: 'none', label: '' })).not.toHaveProperty('beside')
  })

  test('are null for a column that is not there', () => {
    expect(barsInput(breakdownOf(ownerLoad(asOf), 'distribution', 'ticket'), 'none')).toBeNull()
    expect(barsInput(null, 'people')).toBeNull()
  })
})

describe('the readout', () => {
  test.each([
    [readout(byMonth, 24), /^October 2026: \d+ % of 38 escalations\.$/],
    [readout(byMonth, 25), /^November 2026 \(not complete yet\): /],
    [readout(steps, 1), /^Within 1 hour: \d+ % acknowledged\.$/],
    [readout(people, 0), /^1 to 2: 3 people\.$/],
    [readout(people, 99), /^$/],
  ])('"%s"', (sentence, pattern) => {
    expect(plain(sentence)).toMatch(pattern)
  })

  test('says that a period without a value is too few to tell', () => {
    const [line] = byMonth.lines
    const empty = { ...byMonth, lines: [{ label: '', points: [{ ...there(line?.points[0]), value: null }] }] }
    expect(plain(readout(empty, 0))).toBe('October 2024: too few to tell.')
  })
})

test('what a page carries for drawing cannot end its script', () => {
  const carried = islandOf({ ...people, bars: [{ label: '</script><b>', value: 1 / 3 }] })
  expect(carried).not.toContain('<')
  expect(JSON.parse(carried).bars).toEqual([{ label: '</script><b>', value: 0.3333 }])
})

describe('the table', () => {
  test('holds the unrounded values of a line, the newest first', () => {
    const { head, rows } = tableOf(byMonth)
    expect(head.map(({ label }) => label)).toEqual(['Month', 'In time', 'Escalations', 'Likely range'])
    expect(rows.map((row) => row.cells[0]?.value)).toEqual(
      byMonth.lines[0]?.points.map((point) => point.value).reverse(),
    )
  })

  test('holds the stops of a curve and the bars in their order', () => {
    expect(tableOf(steps).rows[0]?.cells[0]?.value).toBe(shareBy(curve.points, 15))
    expect(tableOf(people).rows.map(({ label }) => label)).toEqual([
      '1 to 2',
      '3 to 5',
      '6 to 10',
      '11 to 20',
      'over 20',
    ])
  })
})
