/** What is done to the figures, and why, for whoever reads them. */
import type { StaffFile } from '../../data/contract.ts'
import { number } from '../words/number.ts'

const ofCounts = ({ rounded_to, threshold }: StaffFile): string[] =>
  rounded_to === 1
    ? ['Nothing is rounded away: counts stand as they are.']
    : [
        `Counts are rounded to the nearest ${number(rounded_to)}, and none below ${number(rounded_to)} is shown. So rows need not add up.`,
        `Values with fewer than ${number(threshold)} are put together with others, so that nobody can be picked out.`,
      ]

/** Sentences, one a rule. */
export const howToRead = (staff: StaffFile): string[] => [
  ...ofCounts(staff),
  'Shares are told in tenths. Those of few are told as a range.',
  'The newest period stands here once it is over and what came in it has had its time.',
  '“As usual” means within what chance alone does from one period to the next. A sign may be chance; better or worse than usual seldom is.',
  '“Not judged” means that neither way is better, or that no record of such periods tells what is usual.',
  'More escalations are neither good nor bad in themselves: they may mean that more people found the way.',
]
