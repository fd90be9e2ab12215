/** A stream of reproducible random numbers; two streams of the same seed and name are equal. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number
  /** A whole number in [low, high]. */
  int(low: number, high: number): number
  chance(share: number): boolean
  pick<T>(from: readonly T[]): T
  weighted<T>(from: readonly T[], weight: (item: T) => number): T
  normal(): number
  /** Log-normal by its median and the deviation of its logarithm. */
  around(median: number, sigma: number): number
  poisson(mean: number): number
  shuffle<T>(items: readonly T[]): T[]
}

/** Makes a stream from a seed and a name, so that adding draws to one part leaves the others as they were. */
export function randomOf(seed: number, name: string): Random {
  const next = sfc32(...seedWords(`${seed}/${name}`))
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  return {
    next,
    int,
    chance: (share) => next() < share,
    pick: (from) => at(from, int(0, from.length - 1)),
    weighted: (from, weight) => {
      let left = next() * from.reduce((sum, item) => sum + weight(item), 0)
      for (const item of from) {
        left -= weight(item)
        if (left < 0) return item
      }
      return at(from, from.length - 1)
    },
    normal,
    around: (median, sigma) => median * Math.exp(sigma * normal()),
    poisson: (mean) =>
      mean > 60 ? Math.max(0, Math.round(mean + Math.sqrt(mean) * normal())) : knuth(mean, next),
    shuffle: (items) => {
      const out = [...items]
      for (let i = out.length - 1; i > 0; i--) {
        const j = int(0, i)
        const kept = at(out, i)
        out[i] = at(out, j)
        out[j] = kept
      }
      return out
    },
  }
}

/** The item at an index that is known to exist. */
export function at<T>(items: readonly T[], index: number): T {
  const item = items[index]
  if (item === undefined) throw new RangeError(`nothing at ${index} of ${items.length}`)
  return item
}

function knuth(mean: number, next: () => number): number {
  const floor = Math.exp(-mean)
  let count = 0
  for (let product = next(); product > floor; product *= next()) count++
  return count
}

function seedWords(text: string): [number, number, number, number] {
  const words = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0xdeadbeef].map((start) => {
    let hash = start
    for (let i = 0; i < text.length; i++)
      hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) ^ (hash >>> 13)
    return hash >>> 0
  })
  return words as [number, number, number, number]
}

function sfc32(a: number, b: number, c: number, d: number): () => number {
  const next = () => {
    const sum = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 4294967296
  }
  for (let i = 0; i < 15; i++) next()
  return next
}
