import type { Definition, Series, StaffPromise } from '../../../data/contract.ts'
import { strengthOf } from '../../../data/shared/strength.ts'

/** How the latest period lies against what is usual, by the chart of its series; null where no direction is better, or too few periods tell. */
export function againstUsual(
  { chart, points }: Series,
  good: Definition['good'],
): StaffPromise['against_usual'] {
  if (chart === null || good === 'neutral') return null
  const isSign = (): boolean => strengthOf({ chart, points }) === 'sign'
  switch (chart.variation) {
    case 'usual':
      return 'usual'
    case 'improving':
      return isSign() ? 'sign_of_better' : 'better'
    case 'concerning':
      return isSign() ? 'sign_of_worse' : 'worse'
    default:
      return null
  }
}
