import { describe, expect, test } from 'vitest'
import { quantileOf, stepsOf } from '../../../data/shared/waiting-times.ts'
import golden from '../../golden/kaplan-meier.json' with { type: 'json' }
import { drawer, exactQuantile, histogramOf, normal, type Observed, within5Percent } from './observed.ts'

describe('the golden vector', () => {
  const observations = golden.obs.map(([minutes = 0, event]) => ({ minutes, is_event: event === 1 }))
  const histogram = histogramOf(observations)

  test('its curve, within 5 % of time', () => {
    const steps = stepsOf(histogram)
    expect(steps).toHaveLength(golden.S.length)
    for (const [index, [minutes = 0, survival = 0]] of golden.S.entries()) {
      const [, low = 0, high = 0] = golden.log_log_95[index] ?? []
      expect(within5Percent(steps[index]?.minutes ?? NaN, minutes)).toBe(true)
      expect(steps[index]?.survival).toBeCloseTo(survival, 6)
      expect(steps[index]?.low).toBeCloseTo(low, 4)
      expect(steps[index]?.high).toBeCloseTo(high, 4)
    }
  })

  test('its median, and an interval without an upper end', () => {
    const { minutes, low, high, ...rest } = quantileOf(histogram, 0.5)
    expect(within5Percent(minutes ?? NaN, golden.median)).toBe(true)
    expect(within5Percent(low ?? NaN, golden.median_interval[0] ?? NaN)).toBe(true)
    expect({ high, ...rest }).toEqual({ high: null, is_at_least: false, n: 10, waiting: 4 })
  })
})

describe('quantiles at the edges', () => {
  const done = (minutes: number) => ({ minutes, is_event: true })
  const waits = (minutes: number) => ({ minutes, is_event: false })
  const cases: [string, Observed[], { minutes: number | null; is_at_least: boolean; waiting: number }][] = [
    ['nothing observed', [], { minutes: null, is_at_least: false, waiting: 0 }],
    [
      'nobody done yet: longer than the longest',
      [waits(3), waits(800)],
      { minutes: 800, is_at_least: true, waiting: 2 },
    ],
    [
      'never reached: longer than the longest',
      [done(3), waits(80), waits(90)],
      { minutes: 90, is_at_least: true, waiting: 2 },
    ],
    [
      'reached exactly at the half',
      [done(1), done(20), done(30), done(40)],
      { minutes: 20, is_at_least: false, waiting: 0 },
    ],
    [
      'all at once, and who waits at a time is at risk then',
      [done(0), waits(0)],
      { minutes: 0, is_at_least: false, waiting: 1 },
    ],
  ]
  test.each(cases)('%s', (_, observations, { minutes, ...expected }) => {
    const found = quantileOf(histogramOf(observations), 0.5)
    expect(found).toMatchObject(expected)
    if (minutes === null) expect(found.minutes).toBeNull()
    else expect(within5Percent(found.minutes ?? NaN, minutes)).toBe(true)
  })
})

/** A duration, and after how long it is cut off, from a source of random numbers. */
type Draw = (draw: () => number) => [minutes: number, cut: number]
const observe = (seed: number, n: number, drawn: Draw): Observed[] => {
  const draw = drawer(seed)
  return Array.from({ length: n }, () => {
    const [minutes, cut] = drawn(draw)
    return { minutes: Math.min(minutes, cut), is_event: minutes <= cut }
  })
}
const lognormal = (draw: () => number, middle: number, spread: number): number =>
  Math.exp(Math.log(middle) + spread * normal(draw))
const year = 525_600

const raised: Record<string, Draw> = {
  'known at its end': (draw) => [lognormal(draw, 3000, 1.6), year * draw()],
  'in whole minutes, a third done at once': (draw) => [
    draw() < 0.33 ? 0 : Math.round(lognormal(draw, 200, 1.3)),
    Math.round(year * draw()),
  ],
  'two in three still waiting, most for longer than any took': (draw) => [
    draw() < 0.34 ? lognormal(draw, 300, 1.4) : Infinity,
    20_000 + year * draw(),
  ],
}
describe.each(Object.entries(raised))('items raised in the course of a year, %s', (_, drawn) => {
  test.each([0.1, 0.5, 0.9])('the quantile %d is within 5 %', (q) => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const observations = observe(seed * 7919, 400, drawn)
      const exact = exactQuantile(observations, q)
      const { minutes, is_at_least } = quantileOf(histogramOf(observations), q)
      const isRight = is_at_least ? exact === Infinity : within5Percent(minutes ?? NaN, exact)
      expect(isRight, `seed ${seed}: ${minutes} for ${exact}`).toBe(true)
    }
  })
})

// where many leave while others are done, in which order they did within a bin is lost: it moves the share by less than a
// hundredth as long as some dozens are left
const cutOff: Record<string, Draw> = {
  'as many as are done': (draw) => [lognormal(draw, 150, 1.3), lognormal(draw, 150, 1.3)],
  'most of them, and early': (draw) => [lognormal(draw, 150, 1.3), lognormal(draw, 70, 1)],
  'evenly up to a time': (draw) => [lognormal(draw, 150, 1.3), 800 * draw()],
  'in weekly batches': (draw) => [lognormal(draw, 20_000, 1.5), 10_080 * Math.ceil(52 * draw())],
}
describe.each(Object.entries(cutOff))('times cut off %s', (_, drawn) => {
  test.each([0.5, 0.75])('the quantile %d is within 5 % of one a hundredth of the share off', (q) => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const observations = observe(seed * 104_729, 1000, drawn)
      const early = exactQuantile(observations, q - 0.01)
      const late = exactQuantile(observations, q + 0.01)
      const { minutes, is_at_least } = quantileOf(histogramOf(observations), q)
      const found = minutes ?? NaN
      const isNear = is_at_least ? late === Infinity : found >= early * 0.95 && found <= late * 1.05
      expect(isNear, `seed ${seed}: ${found} not in ${early} to ${late}`).toBe(true)
    }
  })
})
