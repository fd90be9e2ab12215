/** What one page for a meeting says: what changed, what needs a decision and by which rule, what was decided last time. */
import type { Manifest, MeasureFile } from '../../data/contract.ts'
import type { BoardRow } from '../promises.ts'
import { nameOf } from '../sentences/board.ts'
import {
  type Action,
  actionSentence,
  actionsOf,
  decidedWords,
  verdictWords,
} from '../sentences/improvements.ts'
import { type Decision, decisionsOf } from './decisions.ts'
import { fitting } from './fit.ts'
import { issueLines } from './issues.ts'

type Measures = ReadonlyMap<string, MeasureFile>

export type Decided = {
  title: string
  when: string
  expected: string
  verdict: string
  text: string
  isDue: boolean
}

/** `more`: how many of each part one page has no room for, which the page says. */
export type Brief = {
  changed: string[]
  decisions: Decision[]
  decided: Decided[]
  more: { changed: number; decisions: number; decided: number }
}

const changedOf = (rows: readonly BoardRow[], measures: Measures): string[] => [
  ...rows
    .filter(({ standing, verdict }) => (standing === 'slipped' || standing === 'unusual') && verdict !== null)
    .map((row) => `${nameOf(row)}: ${row.now?.words ?? '–'}. ${row.verdict}`),
  ...issueLines(measures, 'up', 'rising'),
  ...issueLines(measures, 'down', 'falling'),
]

const decidedOf = (action: Action, manifest: Manifest): Decided => ({
  title: action.title,
  when: decidedWords(action),
  expected: action.expected.replace(/\.$/, ''),
  verdict: verdictWords(action.verdict),
  text: actionSentence(action, manifest),
  isDue: action.is_due,
})

const decisionText = ({ rule, subject, text }: Decision): string => `${rule}: ${subject}. ${text}`

const decidedText = ({ title, when, expected, verdict, text }: Decided): string =>
  `${title} (${when}). Expected: ${expected}. ${verdict}. ${text}`

/** The brief of everything, as much as goes on one page. */
export const briefOf = (rows: readonly BoardRow[], measures: Measures, manifest: Manifest): Brief => {
  const improvements = measures.get('improvements')
  const changed = changedOf(rows, measures)
  const decisions = decisionsOf(rows, measures, manifest)
  const actions = improvements === undefined ? [] : actionsOf(improvements)
  const decided = actions.map((action) => decidedOf(action, manifest))
  const [first = 0, second = 0, third = 0] = fitting([
    changed,
    decisions.map(decisionText),
    decided.map(decidedText),
  ])
  return {
    changed: changed.slice(0, first),
    decisions: decisions.slice(0, second),
    decided: decided.slice(0, third),
    more: {
      changed: changed.length - first,
      decisions: decisions.length - second,
      decided: decided.length - third,
    },
  }
}
