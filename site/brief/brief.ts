/** What one page for a meeting says: what changed, what needs a decision and by which rule, what was decided last time. */
import type { Manifest, MeasureFile } from '../../data/contract.ts'
import type { BoardRow } from '../promises.ts'
import { nameOf, oncePerMeasure, opening } from '../sentences/board.ts'
import { moving } from '../sentences/recurring.ts'
import { list } from '../words/number.ts'
import { allDecided, type Decided, decidedText } from './decided.ts'
import { type Decision, decisionsOf, rulesWords } from './decisions.ts'
import { fitting, roomBeside } from './fit.ts'
import { noticesAbove, whoseWords } from './heading.ts'
import { issueLines } from './issues.ts'

type Measures = ReadonlyMap<string, MeasureFile>

/** Of a page, without its title, the heads of its parts and the counts of now. */
const linesOnPage = 40

/** `more`: how many of each part one page has no room for, which the page says. */
export type Brief = {
  statement: string
  changed: string[]
  /** Said where nothing changed. */
  unchanged: string
  steady: string | null
  decisions: Decision[]
  decided: Decided[]
  more: { changed: number; decisions: number; decided: number }
}

/** A promise whose latest period is not as usual, with its figure and the reason. */
export const changedLine = (row: BoardRow): string =>
  `${nameOf(row)}: ${row.now?.words ?? '–'}. ${row.verdict}`

const changedOf = (rows: readonly BoardRow[], measures: Measures): string[] => [
  ...rows
    .filter(({ standing, verdict }) => (standing === 'slipped' || standing === 'unusual') && verdict !== null)
    .map(changedLine),
  ...issueLines(measures, 'up', 'rising'),
  ...issueLines(measures, 'down', 'falling'),
]

/** Nothing is otherwise only where something can be judged. */
const unchangedOf = (rows: readonly BoardRow[], measures: Measures): string => {
  const recurring = measures.get('recurring')
  const isJudged = rows.some((row) => row.isJudged) || (recurring !== undefined && moving(recurring) !== null)
  return isJudged ? 'Nothing that can be judged is unusual.' : 'Nothing can be judged yet.'
}

const steadyOf = (rows: readonly BoardRow[]): string | null => {
  const steady = rows.filter(({ standing }) => standing === 'steady').map(nameOf)
  return steady.length === 0 ? null : `Within what is usual: ${list(steady)}.`
}

/** As it is printed. */
export const decisionText = ({ rule, subject, text }: Decision): string => `${rule}: ${subject}. ${text}`

/** A review that is due is never what a page has no room for while anything else stands on it. */
const byNeed = (decisions: readonly Decision[]): Decision[] => [
  ...decisions.filter(({ isDue }) => isDue),
  ...decisions.filter(({ isDue }) => !isDue),
]

/** The brief of everything, as much as goes on one page. */
export const briefOf = (all: readonly BoardRow[], measures: Measures, manifest: Manifest): Brief => {
  const rows = oncePerMeasure(all)
  const [statement = ''] = opening(all, measures, manifest)
  const steady = steadyOf(rows)
  const changed = changedOf(rows, measures)
  const decisions = decisionsOf(rows, measures, manifest)
  const decided = allDecided(measures, manifest)
  const needed = byNeed(decisions)
  const lists = [needed.map(decisionText), changed, decided.map(decidedText)]
  const small = [...noticesAbove(manifest), whoseWords(manifest), rulesWords, steady ?? '']
  const room = roomBeside({ large: [statement], small }, linesOnPage)
  const [first = 0, second = 0, third = 0] = fitting(lists, room)
  const kept = new Set(needed.slice(0, first))
  return {
    statement,
    changed: changed.slice(0, second),
    unchanged: unchangedOf(rows, measures),
    steady,
    decisions: decisions.filter((decision) => kept.has(decision)),
    decided: decided.slice(0, third),
    more: {
      changed: changed.length - second,
      decisions: decisions.length - first,
      decided: decided.length - third,
    },
  }
}
