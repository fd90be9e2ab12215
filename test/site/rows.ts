/** Rows of the promise board, made from how they stand. */
import type { BoardRow } from '../../site/promises.ts'
import type { Standing } from '../../site/sentences/standing.ts'

const words: Record<Standing, string> = {
  slipped: 'Slipped',
  unusual: 'A sign of worse',
  steady: 'Within usual',
  early: 'Too early to tell',
  plain: 'Not judged',
  untold: 'Cannot be told',
  unmeasured: 'Not measured yet',
}

const judged: readonly Standing[] = ['slipped', 'unusual', 'steady']
const untold: readonly Standing[] = ['untold', 'unmeasured']

/** A row of a title that stands so, in a period as a sentence says it. */
export const boardRow = (
  title: string,
  standing: Standing,
  period: string | null = 'October 2026',
  more: Partial<BoardRow> = {},
): BoardRow => ({
  id: title,
  sentence: `We promise ${title}`,
  measure: title.toLowerCase(),
  title,
  standing,
  words: words[standing],
  mark: '●',
  isJudged: judged.includes(standing),
  isWorse: standing === 'slipped' || standing === 'unusual',
  verdict: null,
  now: untold.includes(standing)
    ? null
    : { words: '36 %', label: 'in time', of: 'of 42 escalations', figure: 'within', value: 0.36, period },
  compared: [],
  why: null,
  spark: null,
  usual: null,
  soFar: null,
  ...more,
})
