import { binOf } from '../../../data/shared/bins.ts'
import { addBins, encodeBins } from '../../../data/shared/cells-code.ts'
import type { Histogram } from '../../../data/shared/waiting-times.ts'

export interface Observed {
  readonly minutes: number
  readonly is_event: boolean
}

/** Their histogram, each put in by itself. */
export function histogramOf(observations: readonly Observed[]): Histogram {
  const histogram: Histogram = { events: [], waiting: [] }
  for (const { minutes, is_event } of observations)
    addBins(
      encodeBins([...Array(binOf(minutes)).fill(0), 1]),
      is_event ? histogram.events : histogram.waiting,
    )
  return histogram
}

/** The curve of Kaplan and Meier, observation by observation. */
export function exactCurve(observations: readonly Observed[]): { minutes: number; survival: number }[] {
  const times = [...new Set(observations.map(({ minutes }) => minutes))].sort((a, b) => a - b)
  const by = Map.groupBy(observations, ({ minutes }) => minutes)
  let n = observations.length
  let survival = 1
  return times.map((minutes) => {
    const now = by.get(minutes) ?? []
    survival *= 1 - now.filter(({ is_event }) => is_event).length / n
    n -= now.length
    return { minutes, survival }
  })
}

/** The first time by which the share q is done, Infinity where that is never. */
export const exactQuantile = (observations: readonly Observed[], q: number): number =>
  exactCurve(observations).find(({ survival }) => survival <= 1 - q + 1e-12)?.minutes ?? Infinity

/** Numbers from 0 to 1, the same from the same seed. */
export function drawer(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48271 + 11) % 2147483647
    return state / 2147483647
  }
}

/** Of the normal distribution. */
export const normal = (draw: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw())

/** Or half a minute: what is under a minute has one bin. */
export const within5Percent = (found: number, exact: number): boolean =>
  Math.abs(found - exact) <= Math.max(0.05 * exact, 0.5)
