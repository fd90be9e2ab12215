import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Chart, chartOf, type Period, type Reading } from '../../etl/trends/chart.ts'
import { limitsOf, signalsOf } from '../../etl/trends/xmr.ts'

const periodsOf = (
  first: string,
  step: Temporal.DurationLike,
  values: readonly (number | null)[],
): Period[] =>
  values.map((value, place) => {
    const from = Array.from({ length: place }).reduce<Temporal.PlainDate>(
      (at) => at.add(step),
      Temporal.PlainDate.from(first),
    )
    return { from: `${from}`, to: `${from.add(step).subtract({ days: 1 })}`, value, is_complete: true }
  })
const monthsOf = (values: readonly (number | null)[]): Period[] =>
  periodsOf('2024-01-01', { months: 1 }, values)
const running = (periods: readonly Period[], count: number): Period[] =>
  periods.map((period, place) => ({ ...period, is_complete: place < periods.length - count }))

const plain: Reading = { good: 'high', aim: null, rebasedAt: [] }
const chart = (values: readonly (number | null)[], reading: Partial<Reading> = {}): Chart =>
  chartOf(monthsOf(values), { ...plain, ...reading })

/** As many months, in turn 80 % and 90 %. */
const steady = (count: number): number[] =>
  Array.from({ length: count }, (_, place) => 0.8 + 0.1 * (place % 2))
const alike = (count: number, value: number): number[] => Array.from({ length: count }, () => value)

const farBelow = [...steady(23), 0.3]
const farAbove = [...steady(23), 1.4]
const lowFor = (count: number): number[] => [...steady(16), ...alike(count, 0.8)]
const falling = [...steady(18), 0.95, 0.92, 0.89, 0.86, 0.83, 0.8]
const fallingAbove = [...steady(21), 0.95, 0.99, 0.98, 0.97, 0.96, 0.95, 0.94]

describe('the latest month', () => {
  test.each<[string, number[], Reading['good'], Chart['variation'], Chart['rule'], Chart['slipped']]>([
    ['is as usual', steady(24), 'high', 'usual', null, null],
    ['is far below all others', farBelow, 'high', 'concerning', 'beyond_limit', 'beyond_limit'],
    ['is far below, where less is better', farBelow, 'low', 'improving', 'beyond_limit', null],
    ['is far below, where neither is better', farBelow, 'neutral', 'changed_down', 'beyond_limit', null],
    ['is far above', farAbove, 'high', 'improving', 'beyond_limit', null],
    ['is far above, where less is better', farAbove, 'low', 'concerning', 'beyond_limit', 'beyond_limit'],
    ['is far above, where neither is better', farAbove, 'neutral', 'changed_up', 'beyond_limit', null],
    ['comes after one that was far below', [...farBelow, 0.85], 'high', 'usual', null, null],
    ['is the sixth below the mean', lowFor(6), 'high', 'usual', null, null],
    ['is the seventh below the mean', lowFor(7), 'high', 'concerning', 'shift', null],
    ['is the eighth below the mean', lowFor(8), 'high', 'concerning', 'shift', 'two_running'],
    ['is the eighth below, where less is better', lowFor(8), 'low', 'improving', 'shift', null],
    ['is the eighth below, where neither is better', lowFor(8), 'neutral', 'changed_down', 'shift', null],
    ['ends six that fell and fell', falling, 'high', 'concerning', 'trend', null],
    ['fell for the seventh time', [...falling, 0.77], 'high', 'concerning', 'trend', 'two_running'],
    [
      'is the second of three low',
      [...steady(22), 0.6, 0.85, 0.6],
      'high',
      'concerning',
      'two_of_three',
      null,
    ],
    ['is high for long but falls: bad before good', fallingAbove, 'high', 'concerning', 'trend', null],
    ['is high for long, where less is better', fallingAbove, 'low', 'concerning', 'shift', null],
    ['is high for long, where neither is better', fallingAbove, 'neutral', 'changed_up', 'shift', null],
    ['is the twelfth, and far below', [...steady(11), 0.1], 'high', 'not_yet', null, null],
    [
      'is the thirteenth, and far below',
      [...steady(12), 0.1],
      'high',
      'concerning',
      'beyond_limit',
      'beyond_limit',
    ],
    [
      'is the thirteenth in a long run, of which nothing was said before',
      [...steady(4), 0.9, ...alike(8, 0.8)],
      'high',
      'concerning',
      'shift',
      null,
    ],
    [
      'is the fourteenth in a long run, for the second time',
      [...steady(4), 0.9, ...alike(9, 0.8)],
      'high',
      'concerning',
      'shift',
      'two_running',
    ],
    ['is the only one', [0.5], 'high', 'not_yet', null, null],
  ])('%s', (_, values, good, variation, rule, slipped) => {
    expect(chart(values, { good })).toMatchObject({ variation, rule, slipped })
  })

  test('has slipped by a rule exactly where the month before it was bad as well, as the chart then was', () => {
    let times = 0
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 14, maxLength: 30 }), (values) => {
        const [now, then] = [chart(values), chart(values.slice(0, -1))]
        const latest = now.points.at(-1)?.signals ?? []
        const isBeyond = latest.some(({ rule, side }) => rule === 'beyond_limit' && side === 'down')
        const isTwice = now.variation === 'concerning' && then.variation === 'concerning'
        expect(now.slipped).toBe(isBeyond ? 'beyond_limit' : isTwice ? 'two_running' : null)
        if (isTwice && !isBeyond) times += 1
      }),
      { seed: 3, numRuns: 2_000 },
    )
    expect(times).toBeGreaterThan(5)
  })
})

describe('the aim', () => {
  test.each<[string, number[], Reading['good'], number | null, Chart['assurance']]>([
    ['is set by nobody', steady(24), 'high', null, null],
    ['lies below the limits', steady(24), 'high', 0.5, 'reliably_met'],
    ['lies between them', steady(24), 'high', 0.9, 'hit_or_miss'],
    ['lies above them', steady(24), 'high', 1.2, 'reliably_missed'],
    ['lies above them, where less is better', steady(24), 'low', 1.2, 'reliably_met'],
    ['lies between them, where less is better', steady(24), 'low', 0.8, 'hit_or_miss'],
    ['lies below them, where less is better', steady(24), 'low', 0.5, 'reliably_missed'],
    ['is kept to the letter every month', alike(24, 0.9), 'high', 0.9, 'reliably_met'],
    ['is kept to the letter, where less is better', alike(23, 0.1), 'low', 0.1, 'reliably_met'],
    ['says nothing of what has no better direction', steady(24), 'neutral', 0.5, null],
    ['waits for the thirteenth month', steady(12), 'high', 0.5, 'not_yet'],
    ['is judged from the thirteenth month on', steady(13), 'high', 0.4, 'reliably_met'],
  ])('%s', (_, values, good, aim, assurance) => {
    expect(chart(values, { good, aim }).assurance).toBe(assurance)
  })
})

describe('ties', () => {
  const counts = [13, 14, 17, 23, 24, 36]
  test.each([0.1, 0.7, 0.9, 1 / 3, 29 / 31, 5785.3])('always %f breaks no rule', (value) => {
    for (const count of counts) {
      const { points, variation } = chart(alike(count, value), { good: 'low' })
      expect([variation, points.flatMap(({ signals }) => signals)]).toEqual(['usual', []])
    }
  })

  test('a month on the mean ends a run, though its share is not exactly written', () => {
    const high = [0.7, 0.9, 0.7, 0.9, 0.7, 0.9, 0.7, 0.9, 0.9, 0.9, 0.8]
    const values = [...high, ...high.map((value) => 1.6 - value), 0.9, 0.7]
    expect(chart(values).points.flatMap(({ signals }) => signals)).toEqual([])
  })
})

describe('a month without a figure', () => {
  test('breaks no run and moves no limit, nor does one that is not complete', () => {
    const whole = chart(lowFor(8))
    const gaps = chart([
      ...steady(5),
      null,
      ...steady(16).slice(5),
      0.8,
      0.8,
      null,
      null,
      ...alike(6, 0.8),
      null,
    ])
    const { latest, segments, variation, slipped } = gaps
    expect([latest, variation, slipped]).toEqual([26, 'concerning', 'two_running'])
    expect(segments[0]?.limits).toEqual(whole.segments[0]?.limits)
    expect(gaps.points.filter(({ value }) => value !== null).map(({ signals }) => signals)).toEqual(
      whole.points.map(({ signals }) => signals),
    )
    const unfinished = chartOf(running(monthsOf([...lowFor(8), 0]), 1), plain)
    expect(unfinished).toMatchObject({ latest: 23, variation: 'concerning', slipped: 'two_running' })
    expect(unfinished.points.at(-1)).toMatchObject({ value: 0, signals: [] })
    expect(unfinished.segments[0]?.limits).toEqual(whole.segments[0]?.limits)
  })

  test('is all there is: nothing is said, and nothing is where there is no month', () => {
    const nothing = { variation: 'not_yet', slipped: null, latest: null }
    expect(chart([null, null])).toMatchObject({ ...nothing, segments: [{ count: 0, limits: null }] })
    expect(chart([])).toMatchObject({ ...nothing, points: [], segments: [], icons_from: null })
  })
})

describe('limits drawn anew', () => {
  const values = [...steady(15), ...steady(14).map((value) => value - 0.3)]
  const since = (day: string, reason = 'a new rota') => ({ day, reason })

  test('make what is new usual, each segment by itself', () => {
    expect(chart(values)).toMatchObject({ variation: 'concerning', segments: [{ first: 0, last: 28 }] })
    const { points, segments, variation, slipped } = chart(values, { rebasedAt: [since('2025-04-01')] })
    expect([variation, slipped]).toEqual(['usual', null])
    expect(segments.map(({ first, last, reasons, count }) => ({ first, last, reasons, count }))).toEqual([
      { first: 0, last: 14, reasons: [], count: 15 },
      { first: 15, last: 28, reasons: ['a new rota'], count: 14 },
    ])
    const parts = [values.slice(0, 15), values.slice(15)]
    expect(segments.map(({ limits }) => limits)).toEqual(parts.map(limitsOf))
    expect(points.map(({ signals }) => signals)).toEqual(
      parts.flatMap((part) => signalsOf(part, limitsOf(part))),
    )
  })

  test.each<[string, [string, string][], [number, string[]][]]>([
    ['from the first of a month', [['2025-04-01', 'a']], [[15, ['a']]]],
    ['from within a month: the month after it', [['2025-03-02', 'a']], [[15, ['a']]]],
    [
      'before the first month: not at all',
      [
        ['2024-01-01', 'a'],
        ['2020-05-01', 'b'],
      ],
      [],
    ],
    ['after the last month: not at all', [['2026-05-02', 'a']], []],
    [
      'twice in a month: once, for both reasons',
      [
        ['2025-03-02', 'a'],
        ['2025-03-20', 'b'],
      ],
      [[15, ['a', 'b']]],
    ],
    [
      'twice, in whichever order',
      [
        ['2025-04-01', 'b'],
        ['2024-05-01', 'a'],
      ],
      [
        [4, ['a']],
        [15, ['b']],
      ],
    ],
  ])('%s', (_, days, expected) => {
    const { segments } = chart(values, { rebasedAt: days.map(([day, reason]) => since(day, reason)) })
    expect(segments.map(({ first, reasons }) => [first, reasons])).toEqual([[0, []], ...expected])
  })

  test.each<[string, string, string | null, Partial<Chart['segments'][number]>]>([
    ['thirteen months: as ever', '2025-05-01', null, { count: 13, is_provisional: false }],
    ['twelve: not yet', '2025-06-01', '2026-06-01', { count: 12, is_provisional: true }],
    ['two: not yet', '2026-04-01', '2027-04-01', { count: 2, is_provisional: true }],
    ['one: without limits', '2026-05-01', '2027-05-01', { count: 1, is_provisional: true, limits: null }],
  ])('%s', (_, day, icons_from, segment) => {
    const found = chart([...values.slice(0, -1), 0], { aim: 0.2, rebasedAt: [since(day)] })
    const isTold = icons_from === null
    expect(found).toMatchObject({ icons_from, slipped: isTold ? 'beyond_limit' : null })
    expect([found.variation, found.assurance]).toEqual(
      isTold ? ['concerning', 'hit_or_miss'] : ['not_yet', 'not_yet'],
    )
    expect(found.segments[1]).toMatchObject(segment)
    expect(found.points.at(-1)?.signals).toHaveLength(isTold ? 1 : 0)
  })

  test('in the month that runs end what was said of those before', () => {
    const found = chartOf(running(monthsOf([...farBelow, 0.8]), 1), {
      ...plain,
      rebasedAt: [since('2026-01-01')],
    })
    expect(found).toMatchObject({ latest: 23, variation: 'not_yet', slipped: null, icons_from: '2027-01-01' })
  })
})

describe('icons begin', () => {
  const terms = [
    { from: '2025-09-22', to: '2025-12-12', value: 0.8, is_complete: true },
    { from: '2026-01-12', to: '2026-04-10', value: 0.9, is_complete: true },
  ]
  test.each<[string, Period[], string | null]>([
    ['with the thirteenth month', monthsOf(steady(12)), '2025-01-01'],
    ['with the month that runs', running(monthsOf(steady(13)), 1), '2025-01-01'],
    ['after the month that runs', running(monthsOf(steady(12)), 1), '2025-01-01'],
    ['a month later for one that had no figure', monthsOf([null, ...steady(12)]), '2025-02-01'],
    ['with the thirteenth week', periodsOf('2026-01-05', { weeks: 1 }, steady(5)), '2026-03-30'],
    ['with the thirteenth academic year', periodsOf('2020-09-01', { years: 1 }, steady(3)), '2032-09-01'],
    ['at no day that is known, where terms are of no one length', terms, null],
    ['no more, once they are there', monthsOf(steady(13)), null],
  ])('%s', (_, periods, expected) => {
    expect(chartOf(periods, plain).icons_from).toBe(expected)
  })
})
