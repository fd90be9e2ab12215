/** Exact comparisons of counts, and how many of many may be called. All are pure functions; probabilities are 0 to 1. */

const logFactorials: number[] = [0]
function logFactorial(n: number): number {
  for (let at = logFactorials.length; at <= n; at += 1)
    logFactorials.push((logFactorials[at - 1] as number) + Math.log(at))
  return logFactorials[n] as number
}

const logBinomial = (k: number, n: number, share: number): number =>
  logFactorial(n) -
  logFactorial(k) -
  logFactorial(n - k) +
  (k > 0 ? k * Math.log(share) : 0) +
  (n > k ? (n - k) * Math.log1p(-share) : 0)

/** From the term nearest the middle outwards, until what is left is no part of the sum. */
function tail(k: number, n: number, share: number, step: 1 | -1): number {
  const odds = share / (1 - share)
  let term = Math.exp(logBinomial(k, n, share))
  let sum = 0
  for (let at = k; at >= 0 && at <= n; at += step) {
    sum += term
    term *= step === 1 ? ((n - at) / (at + 1)) * odds : at / ((n - at + 1) * odds)
    if (term < sum * 1e-17) break
  }
  return Math.min(1, sum)
}

/**
 * P(X ≥ k), X of a binomial distribution of `n` trials that each succeed with probability `share`.
 * Error: a share outside 0 to 1.
 */
export function atLeast(k: number, n: number, share: number): number {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`a share of ${share}`)
  if (k <= 0) return 1
  if (k > n || share === 0) return 0
  if (share === 1) return 1
  return k > n * share ? tail(k, n, share, 1) : 1 - tail(k - 1, n, share, -1)
}

/** P(X ≤ k), likewise. */
export const atMost = (k: number, n: number, share: number): number => atLeast(n - k, n, 1 - share)

/** So many in so much: of tickets, of weeks, whatever both windows are counted in. */
export interface Counted {
  readonly count: number
  readonly exposure: number
}

/** One-sided p-values of the later rate being higher, and of its being lower, than the earlier one. */
export interface Compared {
  readonly higher: number
  readonly lower: number
}

/**
 * The exact conditional comparison of two Poisson rates (Przyborowski and Wilenski 1940): given both counts, the later
 * is binomial with the later's part of the exposure. Null where there is nothing to compare with.
 */
export function compareRates(earlier: Counted, later: Counted): Compared | null {
  const exposure = earlier.exposure + later.exposure
  if (!(earlier.exposure > 0 && later.exposure > 0)) return null
  const n = earlier.count + later.count
  const share = later.exposure / exposure
  return { higher: atLeast(later.count, n, share), lower: atMost(later.count, n, share) }
}

/**
 * Which of many tests may be called, so that of those called at most `rate` are false on average (Benjamini and
 * Hochberg 1995): a flag for each p-value, in their order.
 */
export function discoveries(pValues: readonly number[], rate: number): boolean[] {
  const sorted = [...pValues].sort((a, b) => a - b)
  const last = sorted.findLastIndex((p, index) => p <= ((index + 1) / sorted.length) * rate)
  const limit = last < 0 ? Number.NEGATIVE_INFINITY : (sorted[last] as number)
  return pValues.map((p) => p <= limit)
}
