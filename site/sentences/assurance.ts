/** Whether the institution's own aim can be relied on, in words. */
import type { Chart, Series } from '../../data/contract.ts'
import type { Good } from '../measure/told.ts'
import { inCell } from '../words/value.ts'

type Said = 'reliably_met' | 'reliably_missed' | 'hit_or_miss'

const words: Record<Said, (period: string) => string> = {
  reliably_met: (period) => `is met in every ${period} that goes as usual`,
  reliably_missed: (period) =>
    `is out of reach in any ${period} that goes as usual: something has to change for it to be met`,
  hit_or_miss: (period) => `is met in some ${period}s and missed in others, as chance has it`,
}

const why = ({ method }: Chart, good: Good): string => {
  if (good === 'neutral') return 'is not judged, as neither way is better'
  return method === 'comparison'
    ? 'is not judged, as there are too few on one side of it'
    : 'cannot be judged yet'
}

/** Whether the aim can be relied on; null without one. */
export const assurance = (
  series: Pick<Series, 'unit' | 'period'> & { chart: Chart | null },
  good: Good,
): string | null => {
  const { chart } = series
  if (chart === null || chart.aim === null) return null
  const bound = { high: 'at least ', low: 'at most ', neutral: '' }[good]
  const aim = `The aim, ${bound}${inCell({ value: chart.aim.value, unit: series.unit, clock: null })} (set by ${chart.aim.set_by}),`
  const said = chart.assurance
  if (said === null || said === 'not_yet' || good === 'neutral') return `${aim} ${why(chart, good)}.`
  return `${aim} ${words[said](series.period)}.`
}
