/** Each bin ends at this many times the minutes at which it begins, so its middle is at most 4.9 % off. */
export const binRatio = 1.1

const mostMinutes = 1e9

/** Multiplied step by step, not by a power: this is the same to the last bit on every machine. */
function edgesUpTo(most: number): number[] {
  const edges = [0, 0]
  for (let edge = 1; edge <= most; edge *= binRatio) edges.push(edge)
  return edges
}

/**
 * The minutes at which each bin begins. Bin 0 holds nothing but 0 minutes and bin 1 all that is above it and under a
 * minute; bin k from 2 on holds [1.1^(k - 2), 1.1^(k - 1)), the last one everything longer.
 */
export const binEdges: readonly number[] = edgesUpTo(mostMinutes)

/** The bin of a duration in minutes; less than none counts as none. */
export function binOf(minutes: number): number {
  if (minutes <= 0) return 0
  let [low, high] = [1, binEdges.length]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((binEdges[middle] as number) <= minutes) low = middle
    else high = middle
  }
  return low
}

/** The minutes that a bin stands for: its geometric middle; of what is under a minute, half a minute. */
export function minutesOf(bin: number): number {
  if (bin < 2) return bin / 2
  return (binEdges[Math.min(bin, binEdges.length - 1)] as number) * Math.sqrt(binRatio)
}
