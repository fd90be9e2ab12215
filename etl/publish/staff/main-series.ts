import type { ItemKind, MeasureFile, Point, Series } from '../../../data/contract.ts'

export type KnownPoint = Point & { value: number }

/** By which periods everybody is told of an item, the first that one is over of: a week has too few tickets to judge by. */
const periods: Record<ItemKind, Series['period'][]> = { ticket: ['month', 'week'], escalation: ['month'] }

/** The series of a measure's headline that everybody is told of. */
export function mainSeries({ headline, series }: MeasureFile): Series | null {
  if (headline === null) return null
  const own = series.filter(
    ({ id, item_kind, scope, of }) =>
      id === headline.id && item_kind === headline.item_kind && scope === 'all' && of === null,
  )
  const told = periods[headline.item_kind].flatMap((kind) => own.filter(({ period }) => period === kind))
  return told.find((one) => completePoints(one).length > 0) ?? told[0] ?? own[0] ?? null
}

/** The complete periods that have a value, the oldest first. */
export const completePoints = ({ points }: Series): KnownPoint[] =>
  points.filter((point): point is KnownPoint => point.is_complete && point.value !== null)
