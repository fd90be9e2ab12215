/** Axes: the days of a time axis as numbers, and which of them get a label. */

import type { Clock } from '../../data/contract.ts'
import { type Period, period } from '../words/date.ts'
import { workingDayMinutes } from '../words/duration.ts'
import type { ChartPoint } from './input.ts'

const dayMilliseconds = 86_400_000
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** The name of a point's period. */
export const periodName = ({ from, label }: ChartPoint, kind: Period): string =>
  period({ from, to: from, label }, kind)

/** Days since 1970 of a local day. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / dayMilliseconds

/** The local day of a number of days since 1970. */
export const dayOf = (days: number): string => new Date(days * dayMilliseconds).toISOString().slice(0, 10)

export type Tick = { value: number; label: string | string[] }

const firstsOfMonths = (from: number, to: number): Date[] => {
  const start = new Date(from * dayMilliseconds)
  const firsts: Date[] = []
  for (let step = 0; ; step++) {
    const first = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + step, 1))
    if (first.getTime() / dayMilliseconds > to) return firsts
    if (first.getTime() / dayMilliseconds >= from) firsts.push(first)
  }
}

/** Firsts of months between two day numbers, thinned to at most `most`; the year stands under the first and each January. */
export const monthTicks = (from: number, to: number, most: number): Tick[] => {
  const firsts = firstsOfMonths(from, to)
  const step = [1, 2, 3, 6, 12].find((size) => firsts.length / size <= most) ?? 12
  const kept = firsts.filter((first) => first.getUTCMonth() % step === 0)
  let yearShown = 0
  return kept.map((first) => {
    const label = months[first.getUTCMonth()] ?? ''
    const year = first.getUTCFullYear()
    const value = first.getTime() / dayMilliseconds
    if (year === yearShown) return { value, label }
    yearShown = year
    return { value, label: [label, String(year)] }
  })
}

const hour = 60
/** On the business clock a day is eight hours, as in words. */
const businessStops: Tick[] = [
  { value: 15, label: '15 min' },
  { value: hour, label: '1 h' },
  { value: 4 * hour, label: '4 h' },
  { value: workingDayMinutes, label: '1 day' },
  { value: 3 * workingDayMinutes, label: '3 days' },
  { value: 10 * workingDayMinutes, label: '10 days' },
  { value: 30 * workingDayMinutes, label: '30 days' },
]
const elapsedStops: Tick[] = [
  { value: 15, label: '15 min' },
  { value: hour, label: '1 h' },
  { value: 4 * hour, label: '4 h' },
  { value: 24 * hour, label: '1 day' },
  { value: 72 * hour, label: '3 days' },
  { value: 168 * hour, label: '1 week' },
  { value: 672 * hour, label: '4 weeks' },
  { value: 2184 * hour, label: '13 weeks' },
]

/** The left end of a share-by-time axis: whatever was faster stands there. */
export const firstMinute = 5

/** Every round time that a share-by-time chart may be read at. */
export const allStops: readonly number[] = [...elapsedStops, ...businessStops].map((stop) => stop.value)

/** Round times after the start at which a share-by-time chart is read, up to the first past `last` minutes. */
export const durationTicks = (last: number, clock: Clock): Tick[] => {
  const stops = clock === 'business' ? businessStops : elapsedStops
  const past = stops.findIndex((stop) => stop.value >= last)
  return past === -1 ? stops : stops.slice(0, Math.max(past, 2) + 1)
}
