/** Escalations in words: how many, why, what could have been spared. */
import type { MeasureFile } from '../../data/contract.ts'
import { breakdownOf, completePoints, figureOf, numberOf, seriesOf } from '../figures.ts'
import { period } from '../words/date.ts'
import { number, perHundred } from '../words/number.ts'
import { items } from '../words/value.ts'
import { profileSentence } from './profile.ts'
import { yearSentence } from './year.ts'

type Measures = ReadonlyMap<string, MeasureFile>

/** Printed on the page: what a rate does not say. */
export const neutral =
  'More escalations are not worse in themselves: people may have given up before, or may have found the way now. Fewer may mean that all is well, or that nobody believes in it.'

/** How soon after its opening a ticket has to be escalated to count, in the words of the definition, which name the setting. */
export const withinWords = (rate: MeasureFile): string =>
  rate.definition.how.join(' ').match(/within [^.]*? of their opening/)?.[0] ??
  'within a set time of their opening'

const rateSentence = (rate: MeasureFile | undefined): string | null => {
  const series = rate && seriesOf(rate, 'rate', 'ticket')
  const last = completePoints(series ?? null).at(-1)
  if (rate === undefined || series == null || last === undefined) return null
  const year = numberOf(rate, 'rate_365_days', 'ticket')
  const over = year === null ? '' : `; over the last 365 days it was ${perHundred(year)}`
  const when = `${series.period === 'week' ? 'the ' : ''}${period(last, series.period)}`
  return `Of the tickets of ${when}, ${perHundred(last.value)} were escalated ${withinWords(rate)}${over}.`
}

/** How many escalations cannot be in the rate. */
const unmatchedSentence = (rate: MeasureFile | undefined): string | null => {
  const figure = rate && figureOf(rate, 'unmatched', 'escalation')
  if (figure == null || figure.value === null || figure.n === 0) return null
  const { value, n } = figure
  const all = items(n, 'escalation')
  if (value === 0) return `All of the ${all} of the last 365 days name a known ticket.`
  return `${number(value)} of the ${all} of the last 365 days ${value === 1 ? 'names' : 'name'} no known ticket and cannot be counted in the rate.`
}

const reasonSentence = (rate: MeasureFile | undefined): string | null =>
  profileSentence(rate ? breakdownOf(rate, 'reasons', 'escalation') : null, {
    one: 'The most common reason is',
    several: 'The most common reasons are',
    known: 'that give one',
  })

const spared = {
  measure: 'effort',
  id: 'avoidable',
  of: 'that ended in the last 365 days',
  said: 'were chased, repeated or sent elsewhere: work that a first answer, or the right door, might have spared',
}

/** A sentence for each thing that can be told; one that nothing can be told where nothing can. */
export const escalationsSentences = (measures: Measures): string[] => {
  const rate = measures.get('escalation-rate')
  const said = [
    rateSentence(rate),
    unmatchedSentence(rate),
    reasonSentence(rate),
    ...yearSentence(measures, spared),
  ].filter((one) => one !== null)
  return said.length === 0 ? ['There is nothing to tell yet: no complete period holds enough items.'] : said
}
