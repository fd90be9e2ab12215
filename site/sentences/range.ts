/** The usual range of a share in running text. */
import type { Chart, Series } from '../../data/contract.ts'
import { fromTo } from '../words/range.ts'

/** The usual range in force in the latest period: "48 % to 100 %"; null where there is none yet. */
export const usualRange = ({
  chart,
  unit,
}: Pick<Series, 'unit'> & { chart: Chart | null }): string | null => {
  const segment = chart?.segments.at(-1)
  return segment === undefined || segment.is_provisional ? null : fromTo(segment.lower, segment.upper, unit)
}
