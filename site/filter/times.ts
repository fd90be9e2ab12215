/** How long things take, as cells tell it. */
import { mergeTimes } from '../../data/shared/cells.ts'
import { type Histogram, quantileOf, stepsOf } from '../../data/shared/waiting-times.ts'
import type { Quantile, ToldTime } from '../measure/told.ts'
import { type Days, firstDay, placeFrom } from './days.ts'
import type { CellPeriod, Cells, FilterSpec, SpecTime } from './spec.ts'

/** Of fewer items nothing is said of half, and of nine in ten. */
const fewest = { half: 5, nine: 50 }

/** The places of the periods that begin in a stretch, first and last. */
const placesIn = (period: CellPeriod, first: string, { from, to }: Days): [number, number] => {
  const next = placeFrom(period, first, to)
  const isLast = firstDay(period, first, next) === to
  return [Math.max(0, placeFrom(period, first, from)), isLast ? next : next - 1]
}

const quantile = (histogram: Histogram, q: number, least: number): Quantile | null => {
  const { minutes, n, low, high, is_at_least } = quantileOf(histogram, q)
  return n < least || minutes === null ? null : { value: minutes, n, low, high, is_at_least }
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + (count ?? 0), 0)

/**
 * One time over the periods that begin in a stretch. It says since when items were raised only of a stretch that has not
 * ended: of others the name of the stretch says it.
 */
const timeOf = (time: SpecTime, spec: FilterSpec, cells: Cells, stretch: Days): ToldTime => {
  const period = cells.filter.length > 1 ? 'month' : time.period
  const [first, last] = placesIn(period, spec.first[period], stretch)
  const own = cells.times.filter(({ series, clock }) => series === time.series && clock === time.clock)
  const histogram = mergeTimes(own, first, last)
  const hasEnded = stretch.to < spec.recent.to
  return {
    id: time.id,
    item_kind: time.item_kind,
    clock: time.clock,
    label: time.label,
    half: quantile(histogram, 0.5, fewest.half),
    nine: quantile(histogram, 0.9, fewest.nine),
    n: total(histogram.events) + total(histogram.waiting),
    since: hasEnded ? null : firstDay(period, spec.first[period], first),
    points: stepsOf(histogram).map(({ minutes, survival }) => ({ minutes, share: 1 - survival })),
  }
}

/** Every time of a page over the periods that begin in a stretch. */
export const timesOf = (spec: FilterSpec, cells: Cells, stretch: Days): ToldTime[] =>
  spec.times.map((time) => timeOf(time, spec, cells, stretch))
