const z = 1.959963984540054

export interface Estimate {
  readonly value: number | null
  readonly n: number
  readonly low: number | null
  readonly high: number | null
  /** Of how many it cannot be told. */
  readonly unknown?: number
}

/** The share of hits with its 95 % interval by Wilson (1927); of nothing there is none. */
export function share(hits: number, n: number): Estimate {
  if (n === 0) return { value: null, n, low: null, high: null }
  const p = hits / n
  const middle = (p + z ** 2 / (2 * n)) / (1 + z ** 2 / n)
  const half = (z * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2))) / (1 + z ** 2 / n)
  return { value: p, n, low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

/** What some bear on a share: whether it was so, or of how much of their weight; null where that cannot be told. */
export interface Bearing {
  readonly item: object
  readonly hits: number | null
  readonly weight: number
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

/** The interval allows for either of what cannot be told; where that is more than a tenth there is no single value. */
function ofItems(all: readonly Bearing[]): Estimate {
  const told = all.flatMap(({ hits }) => hits ?? [])
  const unknown = all.length - told.length
  const { value, n } = share(sum(told), told.length)
  const { low } = share(sum(told), all.length)
  const { high } = share(sum(told) + unknown, all.length)
  return { value: unknown > 0.1 * all.length ? null : value, n, low, high, unknown }
}

/** A share of time: as many items are independent as would tell as much if all weighed alike (Kish, 1965). */
function ofTime(all: readonly Bearing[]): Estimate {
  const told = all.filter(({ hits }) => hits !== null)
  const unknown = all.length - told.length
  const weights = new Map<object, number>()
  for (const { item, weight } of told) weights.set(item, (weights.get(item) ?? 0) + weight)
  const whole = sum([...weights.values()])
  const effective = whole === 0 ? 0 : whole ** 2 / sum([...weights.values()].map((one) => one ** 2))
  const value = whole === 0 ? null : sum(told.map(({ hits }) => hits ?? 0)) / whole
  const hits = (value ?? 0) * effective
  const { low } = share(hits, effective + unknown)
  const { high } = share(hits + unknown, effective + unknown)
  return {
    value: unknown > 0.1 * (weights.size + unknown) ? null : value,
    n: weights.size,
    low,
    high,
    unknown,
  }
}

/** A share of items, or of their time. */
export const estimateOf = (all: readonly Bearing[], isWeighted: boolean): Estimate =>
  isWeighted ? ofTime(all) : ofItems(all)

const hundred = (value: number | null): number | null => (value === null ? null : value * 100)

/** Of a hundred. */
export const timesHundred = ({ value, n, low, high }: Estimate): Estimate => ({
  value: hundred(value),
  n,
  low: hundred(low),
  high: hundred(high),
})

export interface Waited {
  readonly minutes: number
  readonly isDone: boolean
}

interface Step {
  readonly minutes: number
  readonly still: number
  readonly low: number
  readonly high: number
}

/** How many still wait by when, by Kaplan and Meier, with log-log limits; those censored at a time are at risk at it. */
function survival(waited: readonly Waited[]): Step[] {
  const times = [...new Set(waited.flatMap(({ minutes, isDone }) => (isDone ? [minutes] : [])))].sort(
    (a, b) => a - b,
  )
  let still = 1
  let greenwood = 0
  return times.map((minutes): Step => {
    const atRisk = waited.filter((one) => one.minutes >= minutes).length
    const done = waited.filter((one) => one.isDone && one.minutes === minutes).length
    still *= 1 - done / atRisk
    greenwood += atRisk === done ? Number.POSITIVE_INFINITY : done / (atRisk * (atRisk - done))
    const width = Math.exp((z * Math.sqrt(greenwood)) / Math.abs(Math.log(still)))
    return still === 0
      ? { minutes, still, low: 0, high: 0 }
      : { minutes, still, low: still ** width, high: still ** (1 / width) }
  })
}

export interface Quantile extends Estimate {
  readonly isAtLeast: boolean
}

/** The first time by which a share of `q` is done; where that is never reached, the longest time seen. */
export function quantile(waited: readonly Waited[], q: number): Quantile | null {
  if (waited.length === 0) return null
  const steps = survival(waited)
  const first = (of: 'still' | 'low' | 'high'): number | null =>
    steps.find((step) => step[of] <= 1 - q + 1e-12)?.minutes ?? null
  const reached = first('still')
  const longest = Math.max(...waited.map(({ minutes }) => minutes))
  return {
    value: reached ?? longest,
    n: waited.length,
    low: first('low'),
    high: first('high'),
    isAtLeast: reached === null,
  }
}
