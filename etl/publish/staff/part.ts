import type { MeasureFile, Unit } from '../../../data/contract.ts'
import type { Part } from './share.ts'

interface Shared {
  readonly value: number
  readonly n: number
  readonly unit: Unit
}

const isWeighted = ({ definition }: MeasureFile, figure: string): boolean =>
  definition.figures.find(({ id }) => id === figure)?.is_weighted ?? false

/** How many of how many a published share is; of a share of time, how many items its part of the time is worth. */
export function partOf({ value, n, unit }: Shared, measure: MeasureFile, figure: string): Part {
  const hits = (unit === 'per_100' ? value / 100 : value) * n
  return { hits: isWeighted(measure, figure) ? hits : Math.round(hits), n }
}

/** Shares of time of several values cannot be put together: their weights are not published. */
export const canBeMerged = (measure: MeasureFile, figure: string): boolean => !isWeighted(measure, figure)
