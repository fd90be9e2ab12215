/** What a control chart says of its latest period, in words that say no more than it does. */
import type { Chart, Series } from '../../data/contract.ts'
import { strengthOf } from '../../data/shared/strength.ts'
import { during, period } from '../words/date.ts'
import { count, list, number, sentenceCase } from '../words/number.ts'
import { periods, ruleInWords } from '../words/rule.ts'
import { isFew, tooFewWords } from './few.ts'
import { usualRange } from './range.ts'
import { rareWords } from './rare.ts'

type Charted = Pick<Series, 'item_kind' | 'unit' | 'period' | 'points'> & { chart: Chart }

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

/** What it is a sign of, what is said where it is more than a sign, and what there is to add. */
const meanings: Partial<Record<Chart['variation'], readonly [sign: string, said: string, more: string]>> = {
  concerning: ['getting worse', 'it has slipped', ''],
  improving: ['getting better', 'it is better than usual', ''],
  changed_up: ['rising', 'it is higher than usual', ', which is neither better nor worse in itself'],
  changed_down: ['falling', 'it is lower than usual', ', which is neither better nor worse in itself'],
}

const consequence = (series: Charted): string | null => {
  const meaning = meanings[series.chart.variation]
  if (meaning === undefined) return null
  const [sign, said, more] = meaning
  switch (strengthOf(series)) {
    case 'clear':
      return `${seldom}: ${said}${more}.`
    case 'twice':
      return `The ${series.period} before showed a sign of ${sign} too: ${said}${more}.`
    case 'sign':
      return `It is a sign of ${sign}${more}, and not strong enough to say that ${said}.`
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
