/** The likely range of a share on a page that compares many of them. */

/** Three standard deviations: the same as of teams. Of fifteen figures that are as everybody's, one or more lies outside on about 1 page in 25. */
const deviations = 3

export type Range = { low: number; high: number }

/** Wilson's interval (1927) of a share of so many items. */
export const likelyRange = (share: number, n: number): Range => {
  const square = deviations ** 2
  const middle = share * n + square / 2
  const spread = deviations * Math.sqrt(n * share * (1 - share) + square / 4)
  const end = (side: 1 | -1): number => Math.min(1, Math.max(0, (middle + side * spread) / (n + square)))
  return { low: end(-1), high: end(1) }
}
