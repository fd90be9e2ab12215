/** How long things take, as cells tell it. */
import { mergeTimes } from '../../data/shared/cells.ts'
import { type Histogram, quantileOf, stepsOf } from '../../data/shared/waiting-times.ts'
import type { Quantile, ToldTime } from '../measure/told.ts'
import { type Days, firstDay } from './days.ts'
import type { Cells, FilterSpec, SpecTime } from './spec.ts'
import { hasEnded, monthsIn } from './whole-months.ts'

/** Of fewer items nothing is said of half, and of nine in ten. */
const fewest = { half: 5, nine: 50 }

const quantile = (histogram: Histogram, q: number, least: number): Quantile | null => {
  const { minutes, n, low, high, is_at_least } = quantileOf(histogram, q)
  return n < least || minutes === null ? null : { value: minutes, n, low, high, is_at_least }
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + (count ?? 0), 0)

/**
 * One time over the months that begin in a stretch. It says since when items were raised only of a stretch that has not
 * ended: of others the name of the stretch says it.
 */
const timeOf = (time: SpecTime, spec: FilterSpec, cells: Cells, stretch: Days): ToldTime => {
  const [first, last] = monthsIn(spec, stretch)
  const own = cells.times.filter(({ series, clock }) => series === time.series && clock === time.clock)
  const histogram = mergeTimes(own, first, last)
  return {
    id: time.id,
    item_kind: time.item_kind,
    clock: time.clock,
    label: time.label,
    half: quantile(histogram, 0.5, fewest.half),
    nine: quantile(histogram, 0.9, fewest.nine),
    n: total(histogram.events) + total(histogram.waiting),
    since: hasEnded(spec, stretch) ? null : firstDay('month', spec.first.month, first),
    points: stepsOf(histogram).map(({ minutes, survival }) => ({ minutes, share: 1 - survival })),
  }
}

/** Every time of a page over the months that begin in a stretch. */
export const timesOf = (spec: FilterSpec, cells: Cells, stretch: Days): ToldTime[] =>
  spec.times.map((time) => timeOf(time, spec, cells, stretch))
