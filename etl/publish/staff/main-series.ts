import type { MeasureFile, Point, Series } from '../../../data/contract.ts'

export type KnownPoint = Point & { value: number }

/** The series that a measure's headline is the last complete period of: of tickets by week, of escalations by month. */
export function mainSeries({ headline, series }: MeasureFile): Series | null {
  if (headline === null) return null
  const own = series.filter(
    ({ id, item_kind, scope, of }) =>
      id === headline.id && item_kind === headline.item_kind && scope === 'all' && of === null,
  )
  const charted = headline.item_kind === 'ticket' ? 'week' : 'month'
  return own.find(({ period }) => period === charted) ?? own[0] ?? null
}

/** The complete periods that have a value, the oldest first. */
export const completePoints = ({ points }: Series): KnownPoint[] =>
  points.filter((point): point is KnownPoint => point.is_complete && point.value !== null)
