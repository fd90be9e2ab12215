/** What stands beside the charts of the page of escalations, a sentence for each thing that can be told. */
import type { MeasureFile } from '../../data/contract.ts'
import { breakdownOf, figureOf } from '../figures.ts'
import { share } from '../words/number.ts'
import { items } from '../words/value.ts'
import { isFew } from './few.ts'
import { type Asked, profileSentence } from './profile.ts'
import { type YearShare, yearSentence } from './year.ts'

type Measures = ReadonlyMap<string, MeasureFile>

const profiles: Record<string, Asked> = {
  impacts: {
    one: 'What it stopped was most often',
    several: 'What it stopped was most often',
    known: 'that say so',
  },
  outcomes: {
    one: 'The most common outcome is',
    several: 'The most common outcomes are',
    known: 'of which it is known',
  },
}

/** What the escalations stopped people doing, and what came of them. */
export const profileSentences = (measures: Measures): string[] => {
  const rate = measures.get('escalation-rate')
  return Object.entries(profiles).flatMap(
    ([id, asked]) => profileSentence(rate ? breakdownOf(rate, id, 'escalation') : null, asked) ?? [],
  )
}

/** What no share of a way can say. */
export const unseenWays =
  'Only what someone wrote down is counted. What reached a colleague or the leadership team and was never logged is in none of these shares, so those ways may be more common than it looks.'

/** The most common way. */
export const waySentence = (measures: Measures): string | null => {
  const measure = measures.get('right-route')
  const [first] = (measure?.definition.figures ?? [])
    .filter(({ id }) => id.startsWith('route_'))
    .flatMap(({ id, label }) => {
      const figure = measure && figureOf(measure, `${id}_365_days`, 'escalation')
      return figure?.value == null ? [] : [{ label, value: figure.value, n: figure.n }]
    })
    .sort((a, b) => b.value - a.value)
  if (first === undefined || isFew(first.n)) return null
  const { label, value, n } = first
  return `Most often they ${label}: ${share(value)} of the ${items(n, 'escalation')} of the last 365 days of which the way is known.`
}

const year = 'of the last 365 days'

const emergencies: YearShare = {
  measure: 'right-route',
  id: 'redirected_emergency',
  of: year,
  said: 'were redirected as emergencies',
}

/** How many were emergencies. */
export const emergencySentences = (measures: Measures): string[] => yearSentence(measures, emergencies)

const ready: readonly YearShare[] = [
  { measure: 'ticket-quoted', id: 'quoted', of: year, said: 'quote a ticket number' },
  { measure: 'ticket-quoted', id: 'matched', of: year, said: 'quote the number of a known ticket' },
  {
    measure: 'ticket-quoted',
    id: 'opened_before',
    of: `${year} whose ticket is known`,
    said: 'had it opened before',
  },
  {
    measure: 'before-target',
    id: 'before',
    of: `${year} that are about speed and whose ticket has a target`,
    said: 'were raised before that target had passed',
  },
]

/** Whether there was a ticket first, and whether its target had passed. */
export const readySentences = (measures: Measures): string[] =>
  ready.flatMap((one) => yearSentence(measures, one))

const ended = 'that ended in the last 365 days'
const spared: readonly YearShare[] = [
  { measure: 'effort', id: 'chased', of: ended, said: 'were chased by the requester' },
  { measure: 'effort', id: 'repeated', of: year, said: 'repeat an earlier escalation' },
]

/** What the work that could have been spared is made of. */
export const sparedSentences = (measures: Measures): string[] =>
  spared.flatMap((one) => yearSentence(measures, one))
