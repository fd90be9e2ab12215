/** One recurring issue in words. */
import type { Breakdown } from '../../data/contract.ts'
import { numberIn, textIn } from '../figures.ts'
import { knownDay } from '../words/date.ts'
import { count, number, sentenceCase, share } from '../words/number.ts'
import { trendWords } from '../words/trend.ts'
import { isCalled } from './recurring.ts'

type Row = Breakdown['rows'][number]

/** What is compared are 28 days with the 84 before, whatever an installation calls recent. */
const compared = 28

const countsOf = (now: number, before: number | null, days: number): string =>
  `${count(now, 'ticket')} in the last ${days} days${before === null ? '' : `, ${number(before)} in the ${3 * days} days before`}`

/** Null where no count is known. */
const counts = (row: Row, days: number): string | null => {
  const [recent, shown] = [numberIn(row, 'recent'), numberIn(row, 'tickets_in_window')]
  if (recent !== null) return countsOf(recent, numberIn(row, 'before'), compared)
  return shown === null ? null : countsOf(shown, numberIn(row, 'tickets_before'), days)
}

/** How it moves, with the counts that say so. */
export const issueSentence = (row: Row, days: number): string => {
  const trend = trendWords(row.values.trend, row.values.direction, row.values.called_on)
  const known =
    row.values.has_last_year === 'no' && (isCalled(row, 'up') || isCalled(row, 'down'))
      ? ' There is no last year to compare with yet, so a season cannot be ruled out.'
      : ''
  const said = [trend, counts(row, days)].filter((words) => words !== null).join(': ')
  return said === '' ? 'Nothing is known of its last weeks.' : `${sentenceCase(said)}.${known}`
}

export type Fact = { term: string; words: string; value: number | string | null }

const fact = (term: string, value: number | string | null, words: string | null): Fact[] =>
  value === null || words === null ? [] : [{ term, words, value }]

/** What is known of it; what is not known or too few to show is left out, but for the problem record. */
export const issueFacts = (row: Row): Fact[] => {
  const [tickets, requesters, gap, escalated, toCall] = [
    'tickets',
    'requesters',
    'gap_days',
    'escalated_share',
    'days_to_call',
  ].map((column) => numberIn(row, column))
  const [services, problem] = ['services', 'problem'].map((column) => textIn(row, column))
  const [first, last] = [knownDay(row.values.first_seen), knownDay(row.values.last_seen)]
  return [
    ...fact('Tickets in all', tickets ?? null, number(tickets ?? 0)),
    ...fact('Requesters', requesters ?? null, number(requesters ?? 0)),
    ...fact(
      'First and last seen',
      textIn(row, 'first_seen'),
      first === null || last === null ? first : `${first} and ${last}`,
    ),
    ...fact('Services', services ?? null, services ?? null),
    ...fact(
      'Usual time between two tickets',
      gap ?? null,
      (gap ?? 0) < 1 ? 'under a day' : count(Math.round(gap ?? 0), 'day'),
    ),
    ...fact('Escalated', escalated ?? null, share(escalated ?? 0)),
    ...fact(
      'From the first ticket to being called rising',
      toCall ?? null,
      count(Math.round(toCall ?? 0), 'day'),
    ),
    {
      term: 'Problem record',
      words: problem ?? 'None that its tickets name. Someone has to open one for the cause to be looked for.',
      value: problem ?? null,
    },
  ]
}

/** Said where it was called nothing in the last year. */
export const notCalled = ({ values: { trend } }: Row): string => {
  if (typeof trend !== 'string') return 'Whether it rises or falls cannot be told.'
  const said = 'In the last year it was not called rising or falling'
  return trend === 'too_few' ? `${said}, and its tickets are too few to tell now.` : `${said}.`
}

/** When it was called rising or falling in the last year, the newest first. */
export const callsOf = (calls: Breakdown | null, key: string): string[] =>
  (calls?.rows ?? [])
    .filter((row) => row.key.startsWith(`issue ${key} `))
    .flatMap(({ values }) => {
      const way = values.direction === 'up' ? 'Rising' : 'Falling'
      const [from, to] = [knownDay(values.called_on), knownDay(values.ended_on)]
      if (from === null) return []
      return [to === null ? `${way} since ${from}.` : `${way} from ${from} to ${to}.`]
    })
