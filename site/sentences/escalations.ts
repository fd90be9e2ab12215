/** Escalations in words: how many, why, what could have been spared. */
import type { Breakdown, MeasureFile } from '../../data/contract.ts'
import { breakdownOf, completePoints, numberOf, seriesOf } from '../figures.ts'
import { period } from '../words/date.ts'
import { list, number, perHundred, share } from '../words/number.ts'
import { items } from '../words/value.ts'
import { isFew } from './few.ts'

type Measures = ReadonlyMap<string, MeasureFile>

/** Printed on the page: what a rate does not say. */
export const neutral =
  'More escalations are not worse in themselves: people may have given up before, or may have found the way now. Fewer may mean that all is well, or that nobody believes in it.'

const rateSentence = (measures: Measures): string | null => {
  const rate = measures.get('escalation-rate')
  const series = rate && seriesOf(rate, 'rate', 'ticket')
  const last = completePoints(series ?? null).at(-1)
  if (rate === undefined || series == null || last === undefined) return null
  const year = numberOf(rate, 'rate_365_days', 'ticket')
  const over = year === null ? '' : `; over the last 365 days it was ${perHundred(year)}`
  return `Of the tickets of ${series.period === 'week' ? 'the ' : ''}${period(last, series.period)}, ${perHundred(last.value)} were escalated${over}.`
}

type Counted = { label: string; items: number }

const countedOf = (from: Breakdown | null, isKnown: (key: string) => boolean): Counted[] =>
  (from?.rows ?? []).flatMap(({ key, label, values }) =>
    typeof values.items === 'number' && isKnown(key) ? [{ label, items: values.items }] : [],
  )

/** Of what is stated; what is not recorded is no reason. */
const reasonSentence = (measures: Measures): string | null => {
  const rate = measures.get('escalation-rate')
  const reasons = countedOf(
    rate ? breakdownOf(rate, 'reasons', 'escalation') : null,
    (key) => key !== 'unknown',
  )
  const all = reasons.reduce((sum, one) => sum + one.items, 0)
  if (isFew(all)) return null
  const most = Math.max(...reasons.map((one) => one.items))
  const first = reasons.filter((one) => one.items === most).map(({ label }) => label)
  const [are, each] = first.length === 1 ? ['reason is', ''] : ['reasons are', ' each']
  return `The most common ${are} ${list(first)}: ${number(most)}${each} of the ${items(all, 'escalation')} of the last 365 days that give one.`
}

const sparedSentence = (measures: Measures): string | null => {
  const effort = measures.get('effort')
  const spared = effort ? numberOf(effort, 'avoidable_365_days', 'escalation') : null
  return spared === null
    ? null
    : `${share(spared)} of the escalations of the last 365 days were chased, repeated or sent elsewhere: work that a first answer, or the right door, might have spared.`
}

/** A sentence for each thing that can be told; one that nothing can be told where nothing can. */
export const escalationsSentences = (measures: Measures): string[] => {
  const said = [rateSentence(measures), reasonSentence(measures), sparedSentence(measures)].filter(
    (one) => one !== null,
  )
  return said.length === 0 ? ['There is nothing to tell yet: no complete period holds enough items.'] : said
}
