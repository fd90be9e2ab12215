/** What the latest period is called on the board, in two or three words with a mark. */
import type { Chart, Definition, Series } from '../../data/contract.ts'
import { strengthOf } from '../../data/shared/strength.ts'
import { isFew } from './few.ts'

/** `slipped` and `unusual` stand out; `steady` is within usual; `early`: too early or too few to judge; `untold`: no figure; `plain`: a count that no chart judges. */
export type Standing = 'slipped' | 'unusual' | 'steady' | 'early' | 'plain' | 'untold' | 'unmeasured'

export type Mark = '▼' | '▲' | '●' | '○' | '–'
export type Called = { words: string; mark: Mark }

/** In the words of what is only a sign, and of what is more. */
const variations: Record<Chart['variation'], { sign: string; more: string; mark: Mark }> = {
  concerning: { sign: 'A sign of worse', more: 'Slipped', mark: '▼' },
  improving: { sign: 'A sign of better', more: 'Better than usual', mark: '▲' },
  changed_up: { sign: 'A sign of rising', more: 'Higher than usual', mark: '▲' },
  changed_down: { sign: 'A sign of falling', more: 'Lower than usual', mark: '▼' },
  usual: { sign: 'Within usual', more: 'Within usual', mark: '●' },
  not_yet: { sign: 'Too early to tell', more: 'Too early to tell', mark: '○' },
}

type Charted = Pick<Series, 'chart' | 'points'>

/** What the latest period of a series is called, by its chart. */
export const standing = ({ chart, points }: Charted): Called => {
  if (chart === null) return { words: 'Not judged', mark: '–' }
  if (chart.latest === null) return { words: 'Nothing to tell yet', mark: '○' }
  const { sign, more, mark } = variations[chart.variation]
  return { words: strengthOf({ chart, points }) === 'sign' ? sign : more, mark }
}

export type Judged = Called & {
  standing: Standing
  /** Whether it could slip: one way is better, and there is enough to tell by. */
  isJudged: boolean
  /** Whether it slipped or shows a sign of getting worse. */
  isWorse: boolean
}

/** Whether that is said of the latest period of a chart. */
export const isSlipped = ({ variation, slipped }: Pick<Chart, 'variation' | 'slipped'>): boolean =>
  variation === 'concerning' && slipped !== null

const standingOf = (chart: Chart): Standing => {
  if (chart.variation === 'not_yet') return 'early'
  if (isSlipped(chart)) return 'slipped'
  return chart.variation === 'usual' ? 'steady' : 'unusual'
}

/** How the latest period of so many items stands. */
export const judge = (series: Charted, good: Definition['good'], n: number): Judged => {
  const early = { standing: 'early', isJudged: false, isWorse: false } as const
  const { chart } = series
  if (chart === null || chart.latest === null) return { ...early, ...standing(series) }
  const stands = standingOf(chart)
  if (stands === 'steady' && isFew(n)) return { ...early, words: 'Too few to tell', mark: '○' }
  const isJudged = good !== 'neutral' && stands !== 'early'
  return { standing: stands, ...standing(series), isJudged, isWorse: chart.variation === 'concerning' }
}
