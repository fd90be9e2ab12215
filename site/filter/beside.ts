/** What stands beside a filter's figures for comparison: the year before, or everything. */
import { decode } from '../../data/shared/cells-code.ts'
import type { ChartPoint } from '../charts/input.ts'
import type { Beside } from '../measure/view.ts'
import type { CountedShare } from './counted.ts'
import { scaleOf } from './counted.ts'
import type { FilterState } from './state.ts'
import { decodeValues } from './values.ts'
import type { YearBefore } from './year-before.ts'

type Second = Beside['shares'][number]

const secondOf = ({ told }: CountedShare, points: ChartPoint[]): Second => {
  const { id, item_kind } = told.series
  return { id, item_kind, points }
}

/** Values of a year before, on the days of the series. */
const shifted = (shown: CountedShare, all: CountedShare, yearBefore: YearBefore): Second => {
  const known = new Map(all.told.series.points.map((point) => [point.from, point]))
  return secondOf(
    shown,
    shown.told.series.points.flatMap(({ from }) => {
      const before = known.get(yearBefore(from, shown.told.series.period))
      return before === undefined ? [] : [{ ...before, from }]
    }),
  )
}

/** Values of everything in the periods of the series; of how many items is known of the share that stands for the measure. */
const ofEverything = (shown: CountedShare): Second => {
  const values = decodeValues(shown.span.values)
  const items = decode(shown.span.n)
  const scale = scaleOf(shown.told.series)
  return secondOf(
    shown,
    shown.told.series.points.map((point, place) => {
      const [value, n] = [values[shown.start + place] ?? null, items[shown.start + place] ?? null]
      return { ...point, value: value === null ? null : value * scale, n, low: null, high: null }
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
    return { label: 'a year before', shares }
  }
  if (compare === null || filter.length === 0) return null
  return { label: 'everything', shares: shown.map(ofEverything) }
}
