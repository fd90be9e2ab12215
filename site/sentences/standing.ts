/** What the latest period is called on the board, in two or three words with a mark. */
import type { Chart, Definition } from '../../data/contract.ts'
import { isFew } from './few.ts'
import { slippedOf } from './verdict.ts'

/** `slipped` and `unusual` stand out; `steady` is within usual; `early`: too early or too few to judge; `untold`: no figure; `plain`: a count that no chart judges. */
export type Standing = 'slipped' | 'unusual' | 'steady' | 'early' | 'plain' | 'untold' | 'unmeasured'

export type Mark = '▼' | '▲' | '●' | '○' | '–'
export type Called = { words: string; mark: Mark }

const variations: Record<Chart['variation'], Called> = {
  concerning: { words: 'A sign of worse', mark: '▼' },
  improving: { words: 'Better than usual', mark: '▲' },
  changed_up: { words: 'Higher than usual', mark: '▲' },
  changed_down: { words: 'Lower than usual', mark: '▼' },
  usual: { words: 'Within usual', mark: '●' },
  not_yet: { words: 'Too early to tell', mark: '○' },
}

/** What the latest period is called, by its chart. */
export const standing = (chart: Chart | null): Called => {
  if (chart === null) return { words: 'Not judged', mark: '–' }
  if (chart.latest === null) return { words: 'Nothing to tell yet', mark: '○' }
  return slippedOf(chart) === null ? variations[chart.variation] : { words: 'Slipped', mark: '▼' }
}

export type Judged = Called & {
  standing: Standing
  /** Whether it could slip: one way is better, and there is enough to tell by. */
  isJudged: boolean
  /** Whether it slipped or shows a sign of getting worse. */
  isWorse: boolean
}

const standingOf = (chart: Chart): Standing => {
  if (chart.variation === 'not_yet') return 'early'
  if (slippedOf(chart) !== null) return 'slipped'
  return chart.variation === 'usual' ? 'steady' : 'unusual'
}

/** How the latest period of so many items stands. */
export const judge = (chart: Chart | null, good: Definition['good'], n: number): Judged => {
  const early = { standing: 'early', isJudged: false, isWorse: false } as const
  if (chart === null || chart.latest === null) return { ...early, ...standing(chart) }
  const stands = standingOf(chart)
  if (stands === 'steady' && isFew(n)) return { ...early, words: 'Too few to tell', mark: '○' }
  const isJudged = good !== 'neutral' && stands !== 'early'
  return { standing: stands, ...standing(chart), isJudged, isWorse: chart.variation === 'concerning' }
}
