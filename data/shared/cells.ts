import { addBins } from './cells-code.ts'
import type { Histogram } from './waiting-times.ts'

/** Whose cells: no value is everything, at most two are given. A value is null where it was not recorded. */
export type Filter = readonly { readonly dimension: string; readonly value: string | null }[]

/** Pages ask for these also in pairs. */
export const pairedDimensions = ['service', 'priority', 'team', 'department'] as const

/** In this order a filter names them. */
export const cellDimensions = [...pairedDimensions, 'category', 'is_major_child'] as const

/** Histograms of one outcome of a time, as they are written for some periods: one a period, parted by full stops. */
export interface WrittenBins {
  readonly from: number
  readonly bins: string
}

export interface WrittenTimes {
  readonly events?: WrittenBins | undefined
  readonly waiting?: WrittenBins | undefined
}

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
