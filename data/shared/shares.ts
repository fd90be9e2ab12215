import { decode } from './cells-code.ts'
import { wilson } from './wilson.ts'

/** Sums of a share, as they are written for some periods: see `data/contract.ts`. */
export interface WrittenShares {
  readonly from: number
  readonly n: string
  readonly hits: string
  readonly weight?: string | undefined
  readonly squared_weight?: string | undefined
  readonly unknown?: string | undefined
  readonly unsettled?: string | undefined
}

/** A share in one or more periods: `hits` of `weight`, of `n` items; what is unknown or not settled is in none of these. */
export interface ShareCell {
  /** Whether items have weights: one may then be observed several times, also in several periods. */
  readonly is_weighted: boolean
  readonly n: number
  readonly hits: number
  readonly weight: number
  /** Null where it is not known: see `mergeShares`. */
  readonly squared_weight: number | null
  readonly unknown: number
  readonly unsettled: number
}

export interface Estimate {
  readonly value: number | null
  readonly n: number
  /** True where there may be more items than `n`. */
  readonly is_n_at_least: boolean
  readonly low: number | null
  readonly high: number | null
}

/** Hits and weights that are no counts are written in thousandths, squared weights in whole ones. */
const thousandths = 1000

/** The cells of a share, one a period, from the period with the place `from` on. */
export function shareCells({ n, hits, weight, ...more }: WrittenShares): ShareCell[] {
  const counts = decode(n)
  const is_weighted = weight !== undefined
  const scale = is_weighted ? thousandths : 1
  const sums = (text: string | undefined) => (text === undefined ? undefined : decode(text))
  const [hitsOf, weights, squares] = [decode(hits), sums(weight), sums(more.squared_weight)]
  const [unknown, unsettled] = [sums(more.unknown), sums(more.unsettled)]
  return counts.map((count, place) => ({
    is_weighted,
    n: count,
    hits: (hitsOf[place] ?? 0) / scale,
    weight: weights ? (weights[place] ?? 0) / scale : count,
    squared_weight: squares ? (squares[place] ?? 0) : count,
    unknown: unknown?.[place] ?? 0,
    unsettled: unsettled?.[place] ?? 0,
  }))
}

const nothing: ShareCell = {
  is_weighted: false,
  n: 0,
  hits: 0,
  weight: 0,
  squared_weight: 0,
  unknown: 0,
  unsettled: 0,
}

function squaredWeightOf(one: ShareCell, other: ShareCell, is_weighted: boolean): number | null {
  if (is_weighted && one.n > 0 && other.n > 0) return null
  if (one.squared_weight === null || other.squared_weight === null) return null
  return one.squared_weight + other.squared_weight
}

function mergeTwo(one: ShareCell, other: ShareCell): ShareCell {
  const is_weighted = one.is_weighted || other.is_weighted
  return {
    is_weighted,
    n: is_weighted ? Math.max(one.n, other.n) : one.n + other.n,
    hits: one.hits + other.hits,
    weight: one.weight + other.weight,
    squared_weight: squaredWeightOf(one, other, is_weighted),
    unknown: one.unknown + other.unknown,
    unsettled: one.unsettled + other.unsettled,
  }
}

/**
 * The cells of several periods as one. Of a weighted share the same item stands in several periods, and cells do not say
 * which do: how many items there are, and what they are worth, would be overstated by adding up. So `n` is then that of
 * the period with the most, and there is no squared weight, hence no interval, where more than one period has items.
 */
export const mergeShares = (cells: readonly ShareCell[]): ShareCell => cells.reduce(mergeTwo, nothing)

/**
 * The share with its interval, by the number of items that its weights are worth (Kish 1965). Where it is unknown of some,
 * the interval allows for either; where of more than a tenth, there is no value. Null where there is nothing to share, and
 * the interval where the squared weight is not known.
 */
export function shareOf({ n, hits, weight, squared_weight, unknown }: ShareCell): Estimate {
  const share = weight > 0 ? hits / weight : 0
  const value = weight > 0 && unknown <= 0.1 * (n + unknown) ? share : null
  if (squared_weight === null) return { value, n, is_n_at_least: true, low: null, high: null }
  const worth = weight > 0 ? Math.min(n, weight ** 2 / squared_weight) : 0
  return { value, n, is_n_at_least: false, ...(wilson(share, worth, unknown) ?? { low: null, high: null }) }
}
