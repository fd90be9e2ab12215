/** How a promise lies against what is usual, in two or three words with a mark. */
import type { StaffPromise } from '../../data/contract.ts'
import type { Called } from '../sentences/standing.ts'

const called: Record<NonNullable<StaffPromise['against_usual']>, Called> = {
  better: { words: 'Better than usual', mark: '▲' },
  sign_of_better: { words: 'A sign of better', mark: '▲' },
  usual: { words: 'As usual', mark: '●' },
  sign_of_worse: { words: 'A sign of worse', mark: '▼' },
  worse: { words: 'Worse than usual', mark: '▼' },
}

/** "Not judged" where no direction is better, or too few periods tell what is usual. */
export const standingOf = ({ against_usual }: StaffPromise): Called =>
  against_usual === null ? { words: 'Not judged', mark: '–' } : called[against_usual]

/** Whether it stands out from what is usual, and not by a sign alone. */
export const standsOut = ({ against_usual }: StaffPromise): boolean =>
  against_usual === 'better' || against_usual === 'worse'
