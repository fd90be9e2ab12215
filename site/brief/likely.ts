/** The likely range of a share on a page that compares many of them. */
import { type Range, wilson } from '../../data/shared/wilson.ts'

/** Three standard deviations, as a page makes a dozen comparisons. Of fifteen figures that are as everybody's, one or more lies outside on about 1 page in 25. */
const deviations = 3

/** The range of a share of so many items; null of none. */
export const likelyRange = (share: number, n: number): Range | null => wilson(share, n, 0, deviations)
