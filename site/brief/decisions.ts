/** What needs a decision, and the rule by which it does. */
import type { Manifest, MeasureFile } from '../../data/contract.ts'
import { numberOf } from '../figures.ts'
import type { BoardRow } from '../promises.ts'
import { nameOf } from '../sentences/board.ts'
import { decidedWords, verdictWords } from '../sentences/improvements.ts'
import { actionsOf, type Change, changesOf, wentWrong } from '../sentences/recorded.ts'
import { shortDay } from '../words/date.ts'
import { number, sentenceCase, share } from '../words/number.ts'
import { calledIssues, countsWords } from './issues.ts'

type Measures = ReadonlyMap<string, MeasureFile>

/** Something to decide, and the rule by which it is on the page. */
export type Decision = { rule: string; subject: string; text: string; path: string; isDue: boolean }

/** Printed under the list. */
export const rulesWords =
  'The rules: a promise slipped or shows a sign of worse; an issue rises for two windows running and has no problem record; a change of the last year made no clear difference, or an improvement went the wrong way; a decision is due for review; three people or fewer, of seven or more, hold over half of what is open.'

const brokenPromises = (rows: readonly BoardRow[]): Decision[] =>
  rows
    .filter(({ isJudged, isWorse }) => isJudged && isWorse)
    .map((row) => ({
      rule: row.standing === 'slipped' ? 'A promise slipped' : 'A sign of worse',
      subject: nameOf(row),
      text: 'Who finds out why, and by when?',
      path: `/${row.measure}/`,
      isDue: false,
    }))

const sustainedIssues = (measures: Measures): Decision[] =>
  calledIssues(measures, 'up')
    .filter(({ values }) => values.trend === 'sustained' && values.problem === null)
    .map((issue) => {
      const counts = countsWords(issue)
      return {
        rule: 'Rising for two windows, and no problem record',
        subject: `“${issue.label}”`,
        text: `${counts === null ? '' : `${sentenceCase(counts)}. `}Who opens a problem record?`,
        path: `/recurring/${issue.key}/`,
        isDue: false,
      }
    })

const year = 365 * 86_400_000

const isRecent = ({ day }: Change, { as_of }: Manifest): boolean =>
  Date.parse(as_of) - Date.parse(day) <= year

const withoutEffect = (measures: Measures, manifest: Manifest): Decision[] => {
  const improvements = measures.get('improvements')
  return (improvements === undefined ? [] : changesOf(improvements))
    .filter(
      (change) => wentWrong(change) || (change.kind !== 'incident' && change.verdict === 'no_clear_change'),
    )
    .filter((change) => isRecent(change, manifest))
    .map((change) => ({
      rule: wentWrong(change) ? 'An improvement that went the wrong way' : 'A change without clear effect',
      subject: `${change.title}, ${shortDay(change.day)}`,
      text: `${verdictWords(change.verdict)}. Keep it, change it, or stop?`,
      path: '/improvements/',
      isDue: false,
    }))
}

const dueForReview = (measures: Measures): Decision[] => {
  const improvements = measures.get('improvements')
  return (improvements === undefined ? [] : actionsOf(improvements))
    .filter(({ is_due }) => is_due)
    .map((action) => ({
      rule: 'Due for review',
      subject: action.title,
      text: `${sentenceCase(decidedWords(action))}. Did it work, and what next?`,
      path: '/improvements/',
      isDue: true,
    }))
}

/** Among fewer people, three hold over half even where all hold the same. */
const [fewHands, leastPeople] = [3, 7]

const concentrated = (measures: Measures): Decision[] => {
  const load = measures.get('owner-load')
  if (load === undefined) return []
  return (['escalation', 'ticket'] as const).flatMap((kind) => {
    const [people, top, held] = ['people', 'top_people', 'top_share'].map((id) => numberOf(load, id, kind))
    if (people == null || top == null || held == null) return []
    if (top > fewHands || people < leastPeople || held <= 0.5) return []
    return [
      {
        rule: 'Three people or fewer hold over half',
        subject: `Open ${kind}s`,
        text: `${number(top)} of ${number(people)} people ${top === 1 ? 'holds' : 'hold'} ${share(held)} of them. Who takes some over?`,
        path: '/owner-load/',
        isDue: false,
      },
    ]
  })
}

/** Everything that some rule calls for, the gravest rule first. */
export const decisionsOf = (
  rows: readonly BoardRow[],
  measures: Measures,
  manifest: Manifest,
): Decision[] => [
  ...brokenPromises(rows),
  ...sustainedIssues(measures),
  ...withoutEffect(measures, manifest),
  ...dueForReview(measures),
  ...concentrated(measures),
]
