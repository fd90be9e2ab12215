/** A stream of reproducible random numbers of one seed. */
export interface Random {
  /** Uniform from 0 to 1, which it never is. */
  next(): number
  /** A whole number from 0, lower than `count`. */
  below(count: number): number
  /** Uniform in its logarithm. */
  logUniform(low: number, high: number): number
  poisson(mean: number): number
}

const turned = (word: number, by: number): number => (word << by) | (word >>> (32 - by))

/** Four words of state from a seed: each of a Weyl sequence, its bits mixed. */
function wordsOf(seed: number): [number, number, number, number] {
  const mixed = (place: number): number => {
    let word = (seed + place * 0x9e3779b9) | 0
    word = Math.imul(word ^ (word >>> 16), 0x85ebca6b)
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35)
    return word ^ (word >>> 16)
  }
  return [mixed(1), mixed(2), mixed(3), mixed(4)]
}

/** Uniform numbers by xoshiro128** (Blackman and Vigna 2021). */
function uniformOf(seed: number): () => number {
  let [a, b, c, d] = wordsOf(seed)
  return () => {
    const drawn = Math.imul(turned(Math.imul(b, 5), 7), 9) >>> 0
    const kept = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= kept
    d = turned(d, 11)
    return drawn / 2 ** 32
  }
}

/** Exact at any mean: a large one is drawn in two halves, a small one by multiplying (Knuth 1969). */
function poissonOf(mean: number, next: () => number): number {
  if (mean > 30) return poissonOf(mean / 2, next) + poissonOf(mean / 2, next)
  const floor = Math.exp(-mean)
  let count = 0
  for (let product = next(); product > floor; product *= next()) count += 1
  return count
}

/** The stream of a seed; that of another seed has nothing to do with it. */
export function randomOf(seed: number): Random {
  const next = uniformOf(seed)
  return {
    next,
    below: (count) => Math.floor(next() * count),
    logUniform: (low, high) => low * (high / low) ** next(),
    poisson: (mean) => poissonOf(mean, next),
  }
}
