/** What a control chart says of its latest period, in words that say no more than it does. */
import type { Chart, Series } from '../../data/contract.ts'
import { during, period } from '../words/date.ts'
import { count, list, number, sentenceCase } from '../words/number.ts'
import { isFew, tooFewWords } from './few.ts'
import { usualRange } from './range.ts'
import { rareWords } from './rare.ts'
import { periods, ruleInWords } from './rule.ts'

export { assurance } from './assurance.ts'

type Charted = Pick<Series, 'item_kind' | 'unit' | 'period' | 'points'> & { chart: Chart }

/** Why it is said to have slipped; where neither way is better, nothing slips. */
export const slippedOf = ({ variation, slipped }: Chart): Chart['slipped'] =>
  variation === 'concerning' ? slipped : null

const latestOf = ({ chart, points }: Charted): { from: string; to: string; label?: string | undefined } => {
  const from = chart.latest ?? ''
  return points.find((point) => point.from === from) ?? { from, to: from }
}

/** "October 2026", "The week of 9 Nov 2026" */
const latestName = (series: Charted): string =>
  `${series.period === 'week' ? 'The ' : ''}${period(latestOf(series), series.period)}`

/** The rule that the variation rests on, in words; null where the chart marks none. */
const ruleOf = (series: Charted): string | null => {
  const { signals, latest, rule } = series.chart
  const signal = signals.find((one) => one.from === latest && one.rule === rule)
  if (signal === undefined) return null
  const said = ruleInWords(signal.rule, signal.side, series.period)
  const range = signal.rule === 'beyond_limit' ? usualRange(series) : null
  return range === null ? said : `${said} of ${range}`
}

const factOf = (series: Charted): string | null => {
  const { chart, item_kind } = series
  if (chart.comparison !== null)
    return `${sentenceCase(during(latestOf(series), series.period))} ${rareWords(chart.comparison, item_kind)}`
  const rule = ruleOf(series)
  return rule === null ? null : `${latestName(series)}: ${rule}`
}

const seldom = 'Chance alone seldom does that'

const slipWords = (slipped: NonNullable<Chart['slipped']>, one: string): string =>
  slipped === 'two_running'
    ? `The ${one} before showed a sign of getting worse too: it has slipped.`
    : `${seldom}: it has slipped.`

const worseWords = (method: Chart['method'], one: string): string =>
  method === 'comparison'
    ? 'It is a sign of getting worse, not strong enough to say that it has slipped.'
    : `It is a sign of getting worse; as the ${one} before showed none, it is not said to have slipped.`

const consequence = ({ chart, period: one }: Charted): string | null => {
  const slipped = slippedOf(chart)
  if (slipped !== null) return slipWords(slipped, one)
  switch (chart.variation) {
    case 'concerning':
      return worseWords(chart.method, one)
    case 'improving':
      return `${seldom}: it is better than usual.`
    case 'changed_up':
      return `${seldom}: it is higher than usual, which is neither better nor worse in itself.`
    case 'changed_down':
      return `${seldom}: it is lower than usual, which is neither better nor worse in itself.`
    default:
      return null
  }
}

const tooEarly = ({ chart, period: one, points }: Charted): string => {
  const segment = chart.segments.at(-1)
  const many = segment?.points ?? points.filter((point) => point.is_complete && point.value !== null).length
  const since =
    segment === undefined || segment.reasons.length === 0 ? '' : ` since “${list(segment.reasons)}”`
  const from = chart.told_from
  const first = from === null ? '' : `${one === 'week' ? 'the ' : ''}${period({ from, to: from }, one)}`
  const when = from === null ? '' : ` The thirteenth is ${first} at the earliest.`
  return `Too early to tell what is chance: that takes 13 complete ${periods[one]}${since}, and there ${many === 1 ? 'is' : 'are'} ${many === 0 ? 'none' : number(many)} so far.${when}`
}

const usual = (series: Charted): string => {
  const n = series.points.find(({ from }) => from === series.chart.latest)?.n
  if (n !== undefined && isFew(n))
    return `${sentenceCase(during(latestOf(series), series.period))} there ${n === 1 ? 'was' : 'were'} ${count(n, series.item_kind)}: ${tooFewWords}.`
  const [range, fact] = [usualRange(series), factOf(series)]
  if (range !== null)
    return `${latestName(series)} lies within the usual range, ${range}: nothing can be read into it alone.`
  return fact === null
    ? `${latestName(series)} is as usual.`
    : `${fact}: that is within what chance alone does.`
}

/** Whether the latest period is more than noise; null where the series is not charted or nothing is complete yet. */
export const verdict = (series: Omit<Charted, 'chart'> & { chart: Chart | null }): string | null => {
  const { chart } = series
  if (chart === null || chart.latest === null) return null
  const charted = { ...series, chart }
  if (chart.variation === 'not_yet') return tooEarly(charted)
  const [fact, so] = [factOf(charted), consequence(charted)]
  if (so === null) return usual(charted)
  return `${fact ?? `${latestName(charted)} is not as usual`}. ${so}`
}
