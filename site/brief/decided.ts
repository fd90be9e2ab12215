/** What was decided and what came of it, in entries of a brief. */
import type { Manifest, MeasureFile } from '../../data/contract.ts'
import { actionSentence, decidedWords, verdictWords } from '../sentences/improvements.ts'
import { type Action, actionsOf } from '../sentences/recorded.ts'

export type Decided = {
  title: string
  when: string
  expected: string
  verdict: string
  text: string
  isDue: boolean
}

const decidedOf = (action: Action, manifest: Manifest): Decided => ({
  title: action.title,
  when: decidedWords(action),
  expected: action.expected.replace(/\.$/, ''),
  verdict: verdictWords(action.verdict),
  text: actionSentence(action, manifest),
  isDue: action.is_due,
})

/** All decisions on record, those that are due for review first, then the newest. */
export const allDecided = (measures: ReadonlyMap<string, MeasureFile>, manifest: Manifest): Decided[] => {
  const improvements = measures.get('improvements')
  return (improvements === undefined ? [] : actionsOf(improvements))
    .map((action) => decidedOf(action, manifest))
    .sort((a, b) => Number(b.isDue) - Number(a.isDue))
}

/** As it is printed. */
export const decidedText = ({ title, when, expected, verdict, text, isDue }: Decided): string =>
  `${title} (${when}${isDue ? ', due for review' : ''}). Expected: ${expected}. ${verdict}. ${text}`
