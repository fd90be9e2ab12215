/** What a chart says of its latest period, as far as it matters here: see `chart` of `data/contract.ts`. */
export interface ChartVerdict {
  readonly segments: readonly { readonly from: string }[]
  readonly signals: readonly { readonly from: string; readonly rule: string; readonly side: 'up' | 'down' }[]
  readonly comparison: { readonly p_higher: number; readonly p_lower: number } | null
  readonly latest: string | null
  readonly variation: string
  readonly rule: string | null
  readonly slipped: string | null
}

interface Told {
  readonly chart: ChartVerdict
  readonly points: readonly {
    readonly from: string
    readonly value: number | null
    readonly is_complete: boolean
  }[]
}

/** `clear`: chance alone seldom does that · `twice`: it shows a sign, as the period before did · `sign`: it shows one, and no more */
export type Strength = 'clear' | 'twice' | 'sign'

/** So seldom by chance is a small count that is said to be otherwise; the release says by the same that it slipped. */
const seldom = 0.004

/** So many periods in a row does a rule mark before it is said of the last of them. */
const runs = { shift: 7, trend: 6 } as const

/** The days of complete periods that have limits in common, the latest last. */
const daysOf = ({ chart: { segments, latest }, points }: Told): string[] => {
  const since = segments.at(-1)?.from ?? ''
  return points
    .filter(({ from, is_complete, value }) => is_complete && value !== null && from >= since)
    .map(({ from }) => from)
    .filter((from) => latest !== null && from <= latest)
}

/** Whether the period before the latest was marked when it was the latest: a run marks its earlier periods only afterwards. */
const isTwice = (told: Told, side: 'up' | 'down'): boolean => {
  const days = daysOf(told)
  const marks = (rule: string): Set<string> =>
    new Set(
      told.chart.signals.filter((one) => one.rule === rule && one.side === side).map(({ from }) => from),
    )
  const lengthOf = (marked: Set<string>): number =>
    days.length - 1 - days.findLastIndex((day) => !marked.has(day))
  const before = days.at(-2)
  if (before !== undefined && marks('beyond_limit').has(before)) return true
  return Object.entries(runs).some(([rule, least]) => lengthOf(marks(rule)) > least)
}

const ofSignals = (told: Told): Strength => {
  const { signals, latest, rule } = told.chart
  const now = signals.filter(({ from }) => from === latest)
  const side = now.find((one) => one.rule === rule)?.side
  if (side === undefined) return 'sign'
  if (now.some((one) => one.rule === 'beyond_limit' && one.side === side)) return 'clear'
  return isTwice(told, side) ? 'twice' : 'sign'
}

/** How sure a chart is that its latest period is otherwise than usual: by the same rule on the good side and on the bad. */
export const strengthOf = (told: Told): Strength => {
  const { variation, slipped, comparison } = told.chart
  if (variation === 'concerning') {
    if (slipped === null) return 'sign'
    return slipped === 'two_running' ? 'twice' : 'clear'
  }
  if (comparison === null) return ofSignals(told)
  return Math.min(comparison.p_higher, comparison.p_lower) < seldom ? 'clear' : 'sign'
}
