/** Chance that is the same for the same seed (splitmix32). */
export interface Chance {
  /** A whole number from 0 up to a bound. */
  readonly below: (bound: number) => number
  /** True once in so many times. */
  readonly once: (inSoMany: number) => boolean
  readonly pick: <T>(from: readonly T[]) => T
}

/** A new stream of chance. */
export function chanceOf(seed: number): Chance {
  let state = (seed * 0x9e3779b1) >>> 0
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = state ^ (state >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    return (mixed ^ (mixed >>> 15)) >>> 0
  }
  const below = (bound: number): number => next() % bound
  return {
    below,
    once: (inSoMany) => below(inSoMany) === 0,
    pick: (from) => {
      const found = from[below(from.length)]
      if (found === undefined) throw new Error('nothing to pick from')
      return found
    },
  }
}
