/** What stands beside a filter's figures for comparison: the year before, or everything. */
import type { Point } from '../../data/contract.ts'
import type { Told, ToldShare } from '../measure/told.ts'
import type { CountedShare } from './counted.ts'
import { scaleOf } from './counted.ts'
import type { FilterState } from './state.ts'
import { decodeValues } from './values.ts'
import type { YearBefore } from './year-before.ts'

export type Beside = { label: string; told: Told }

const withPoints = ({ told }: CountedShare, points: Point[]): ToldShare => ({
  ...told,
  series: { ...told.series, points },
})

/** Values of a year before, on the days of the series. */
const shifted = (shown: CountedShare, all: CountedShare, yearBefore: YearBefore): ToldShare => {
  const known = new Map(all.told.series.points.map((point) => [point.from, point]))
  return withPoints(
    shown,
    shown.told.series.points.flatMap(({ from, to }) => {
      const before = known.get(yearBefore(from, shown.told.series.period))
      return before === undefined ? [] : [{ ...before, from, to }]
    }),
  )
}

/** Values of everything in the periods of the series. */
const ofEverything = (shown: CountedShare): ToldShare => {
  const values = decodeValues(shown.span.values)
  const scale = scaleOf(shown.told.series)
  return withPoints(
    shown,
    shown.told.series.points.map((point, place) => {
      const value = values[shown.start + place] ?? null
      return { ...point, value: value === null ? null : value * scale, n: 0, low: null, high: null }
    }),
  )
}

/** What a state is compared with; null where with nothing, or where everything would be compared with itself. */
export const besideOf = (
  { filter, compare }: FilterState,
  shown: readonly CountedShare[],
  all: readonly CountedShare[],
  yearBefore: YearBefore,
): Beside | null => {
  if (compare === 'last-year') {
    const shares = shown.map((one, place) => shifted(one, all[place] ?? one, yearBefore))
    return { label: 'a year before', told: { shares, times: [] } }
  }
  if (compare === null || filter.length === 0) return null
  return { label: 'everything', told: { shares: shown.map(ofEverything), times: [] } }
}
