import { addBins, decode } from './cells-code.ts'
import type { Histogram } from './waiting-times.ts'

/** Whose cells: no value is everything, at most two are given. A value is null where it was not recorded. */
export type Filter = readonly { readonly dimension: string; readonly value: string | null }[]

/** Pages ask for these also in pairs. */
export const pairedDimensions = ['service', 'priority', 'team', 'department'] as const

/** In this order a filter names them. */
export const cellDimensions = [...pairedDimensions, 'category', 'is_major_child'] as const

/** Sums of a share, as they are written for some periods: see `data/contract.ts`. */
export interface WrittenShares {
  readonly from: number
  readonly n: string
  readonly hits: string
  readonly weight?: string | undefined
  readonly squared_weight?: string | undefined
  readonly unsettled?: string | undefined
}

/** Histograms of one outcome of a time, as they are written for some periods: one a period, parted by full stops. */
export interface WrittenBins {
  readonly from: number
  readonly bins: string
}

export interface WrittenTimes {
  readonly events?: WrittenBins | undefined
  readonly waiting?: WrittenBins | undefined
}

/** A share in one or more periods: `hits` of `weight`, from `n` observations; those not settled are in none of these. */
export interface ShareCell {
  readonly n: number
  readonly hits: number
  readonly weight: number
  readonly squared_weight: number
  readonly unsettled: number
}

export interface Estimate {
  readonly value: number | null
  readonly n: number
  readonly low: number | null
  readonly high: number | null
}

/** Hits and weights that are no counts are written in thousandths, squared weights in whole ones. */
const thousandths = 1000

/** The name of a filter's file without its ending: values may be anything, so it is a short hash of them. */
export function cellsFileOf(filter: Filter): string {
  const named = cellDimensions.flatMap((name) => filter.filter(({ dimension }) => dimension === name))
  let [one, other] = [0xdeadbeef, 0x41c6ce57]
  for (const letter of JSON.stringify(named.map(({ dimension, value }) => [dimension, value]))) {
    const code = letter.codePointAt(0) as number
    one = Math.imul(one ^ code, 2654435761)
    other = Math.imul(other ^ code, 1597334677)
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909)
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909)
  return [one, other].map((half) => (half >>> 0).toString(36).padStart(7, '0')).join('')
}

/** The cells of a share, one a period, from the period with the place `from` on. */
export function shareCells({ n, hits, weight, squared_weight, unsettled }: WrittenShares): ShareCell[] {
  const counts = decode(n)
  const scale = weight === undefined ? 1 : thousandths
  const sums = (text: string | undefined) => (text === undefined ? undefined : decode(text))
  const columns = [sums(hits), sums(weight), sums(squared_weight), sums(unsettled)] as const
  return counts.map((count, place) => ({
    n: count,
    hits: (columns[0]?.[place] ?? 0) / scale,
    weight: columns[1] ? (columns[1][place] ?? 0) / scale : count,
    squared_weight: columns[2] ? (columns[2][place] ?? 0) : count,
    unsettled: columns[3]?.[place] ?? 0,
  }))
}

/** Several cells as one. */
export const mergeShares = (cells: readonly ShareCell[]): ShareCell =>
  cells.reduce(
    (so_far, cell) => ({
      n: so_far.n + cell.n,
      hits: so_far.hits + cell.hits,
      weight: so_far.weight + cell.weight,
      squared_weight: so_far.squared_weight + cell.squared_weight,
      unsettled: so_far.unsettled + cell.unsettled,
    }),
    { n: 0, hits: 0, weight: 0, squared_weight: 0, unsettled: 0 },
  )

/**
 * The share with Wilson's interval (1927) at 95 %, by the number of items that its weights are worth (Kish 1965); null
 * where there is nothing to share.
 */
export function shareOf({ n, hits, weight, squared_weight }: ShareCell): Estimate {
  if (weight <= 0) return { value: null, n, low: null, high: null }
  const worth = Math.min(n, weight ** 2 / squared_weight)
  const share = hits / weight
  const z = 1.959963984540054
  const middle = share * worth + z ** 2 / 2
  const spread = z * Math.sqrt(worth * share * (1 - share) + z ** 2 / 4)
  const [low, high] = [(middle - spread) / (worth + z ** 2), (middle + spread) / (worth + z ** 2)]
  return { value: share, n, low: Math.max(0, low), high: Math.min(1, high) }
}

function addPeriods(written: WrittenBins | undefined, first: number, last: number, counts: number[]): void {
  if (!written) return
  for (const [index, bins] of written.bins.split('.').entries()) {
    const place = written.from + index
    if (place >= first && place <= last) addBins(bins, counts)
  }
}

/** The histogram of the periods with the places `first` to `last`, of one or several written times. */
export function mergeTimes(written: readonly WrittenTimes[], first: number, last: number): Histogram {
  const merged: Histogram = { events: [], waiting: [] }
  for (const { events, waiting } of written) {
    addPeriods(events, first, last, merged.events)
    addPeriods(waiting, first, last, merged.waiting)
  }
  return merged
}
