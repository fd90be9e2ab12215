import { minutesOf } from './bins.ts'

/** How many were done after so long, and how many have waited so long and still do: counts by bin. */
export interface Histogram {
  readonly events: number[]
  readonly waiting: number[]
}

/** The share still waiting after a bin, with the ends of its 95 % interval; null where it has none. */
export interface Step {
  readonly minutes: number
  readonly survival: number
  readonly low: number | null
  readonly high: number | null
}

export interface Quantile {
  readonly minutes: number | null
  /** True where the quantile was not reached: the minutes are then the longest observed, "longer than". */
  readonly is_at_least: boolean
  readonly n: number
  readonly waiting: number
  readonly low: number | null
  readonly high: number | null
}

const z = 1.959963984540054
const sum = (counts: readonly number[]): number => counts.reduce((so_far, count) => so_far + (count ?? 0), 0)

/** Bins below this are narrower than a minute: what is told in whole minutes is the same all through one of them. */
const narrowMinutes = 10

/**
 * Those at risk while the events of a bin happen. Nobody knows which of a bin's waiting left before its events: half
 * did (Cutler and Ederer 1958). To say all did, or none, puts the quantiles of much censored times ten times as often
 * in another bin. In a narrow bin they are taken for ties, and who waits at a time is at risk at that time.
 */
const atRisk = (bin: number, n: number, waiting: number): number =>
  minutesOf(bin) < narrowMinutes ? n : n - waiting / 2

function interval(survival: number, greenwood: number): Pick<Step, 'low' | 'high'> {
  if (survival <= 0 || survival >= 1 || greenwood <= 0) return { low: null, high: null }
  const spread = (z * Math.sqrt(greenwood)) / Math.abs(Math.log(survival))
  return { low: survival ** Math.exp(spread), high: survival ** Math.exp(-spread) }
}

/**
 * Kaplan and Meier (1958) over bins: one step a bin in which something was done. Greenwood's variance, log-log
 * intervals (Kalbfleisch and Prentice 1980).
 */
export function stepsOf({ events, waiting }: Histogram): Step[] {
  const steps: Step[] = []
  let n = sum(events) + sum(waiting)
  let [survival, greenwood] = [1, 0]
  for (let bin = 0; bin < events.length; bin += 1) {
    const [done, left] = [events[bin] ?? 0, waiting[bin] ?? 0]
    const risk = atRisk(bin, n, left)
    if (done > 0) {
      survival = done < risk ? survival * (1 - done / risk) : 0
      if (done < risk) greenwood += done / (risk * (risk - done))
      steps.push({ minutes: minutesOf(bin), survival, ...interval(survival, greenwood) })
    }
    n -= done + left
  }
  return steps
}

/**
 * The q-quantile (0.5 the median) in minutes, with its 95 % interval; null where nothing was observed. It lies within
 * 5 % of an exact quantile whose rank is at most a quarter of a percentage point from q.
 */
export function quantileOf(histogram: Histogram, q: number): Quantile {
  const steps = stepsOf(histogram)
  const left = 1 - q + 1e-12
  const first = (holds: (step: Step) => boolean): number | null => steps.find(holds)?.minutes ?? null
  const waiting = sum(histogram.waiting)
  const n = sum(histogram.events) + waiting
  const minutes = first(({ survival }) => survival <= left)
  const longest = Math.max(histogram.events.length, histogram.waiting.length) - 1
  return {
    minutes: minutes ?? (n > 0 ? minutesOf(longest) : null),
    is_at_least: minutes === null && n > 0,
    n,
    waiting,
    low: first(({ survival, low }) => survival === 0 || (low !== null && low <= 1 - q)),
    high: first(({ survival, high }) => survival === 0 || (high !== null && high < 1 - q)),
  }
}
