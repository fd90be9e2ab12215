/** Promises that are told by a count and not by a share: what the board says of each beside its number. */
import type { ItemKind, Manifest, MeasureFile } from '../../data/contract.ts'
import { breakdownOf, numberOf } from '../figures.ts'
import { number, share } from '../words/number.ts'
import { noun } from '../words/value.ts'
import { actionsOf, changesOf, wentWrong } from './recorded.ts'
import type { Called } from './standing.ts'

type Counted = {
  /** What the number counts, to stand after it. */
  note: (measure: MeasureFile, value: number, manifest: Manifest) => string
  /** The series that shows it over time. */
  series: string | null
  called: (measure: MeasureFile) => Called
}

const notJudged: Called = { words: 'Not judged', mark: '–' }
const kindOf = ({ headline }: MeasureFile): ItemKind => headline?.item_kind ?? 'ticket'

/** "3 of 14 people hold 61 %" */
const concentrated = (measure: MeasureFile): Called => {
  const [people, top, held] = ['people', 'top_people', 'top_share'].map((id) =>
    numberOf(measure, id, kindOf(measure)),
  )
  if (people == null || top == null || held == null) return notJudged
  return {
    words: `${number(top)} of ${number(people)} people ${top === 1 ? 'holds' : 'hold'} ${share(held)}`,
    mark: '–',
  }
}

const moving = (measure: MeasureFile): Called => {
  const rising = numberOf(measure, 'rising', 'ticket')
  if (rising === null) return notJudged
  if (rising > 0) return { words: `${number(rising)} rising`, mark: '▲' }
  const rows = breakdownOf(measure, 'groups', 'ticket')?.rows ?? []
  const isTold = rows.some(({ values }) => typeof values.trend === 'string' && values.trend !== 'too_few')
  return isTold ? { words: 'None rising', mark: '●' } : { words: 'Too few to tell', mark: '○' }
}

/** What has to be looked at: first what is due, then what has shown no effect. */
const reviewed = (measure: MeasureFile): Called => {
  const [changes, actions] = [
    changesOf(measure).filter(({ kind }) => kind !== 'incident'),
    actionsOf(measure),
  ]
  const due = actions.filter(({ is_due }) => is_due).length
  const all = [...changes, ...actions]
  const worse = all.filter(wentWrong).length
  const without = all.filter(({ verdict }) => verdict === 'no_clear_change').length
  if (due > 0) return { words: `${number(due)} due for review`, mark: '–' }
  if (worse > 0) return { words: `${number(worse)} went the wrong way`, mark: '–' }
  if (without > 0) return { words: `${number(without)} without clear effect`, mark: '–' }
  return { words: all.length === 0 ? 'Nothing recorded yet' : 'None due for review', mark: '–' }
}

/** By the measure. */
export const countedPromises: Readonly<Record<string, Counted>> = {
  'owner-load': {
    note: (measure, value) => `${noun(kindOf(measure), value)} open now`,
    series: 'open_at_end',
    called: concentrated,
  },
  recurring: {
    note: (_, value, { window_days }) =>
      `${value === 1 ? 'issue' : 'issues'} had a ticket in the last ${window_days} days`,
    series: null,
    called: moving,
  },
  improvements: {
    note: ({ headline }) =>
      headline === null || headline.n === 0
        ? 'known to have worked; none can be judged yet'
        : `known to have worked, of ${number(headline.n)} that can be judged`,
    series: null,
    called: reviewed,
  },
}
