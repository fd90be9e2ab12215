/** What was changed, and what came of it, in words. */
import type { StaffChange } from '../../data/contract.ts'

const about = ({ about: what }: StaffChange): string => (what === null ? 'of this kind' : `about “${what}”`)

const words: Record<StaffChange['effect'], (change: StaffChange) => string> = {
  fewer: (change) => `Since then, fewer tickets in every hundred are ${about(change)}.`,
  more: (change) => `Since then, more tickets in every hundred are ${about(change)}.`,
  no_difference: (change) => `There is no clear change in how many tickets are ${about(change)}.`,
  too_early: () => 'It is too early to tell what came of it.',
  not_measured: () => 'What came of it cannot be told from the tickets.',
}

/** "Since then, fewer tickets in every hundred are about “Print queue stuck”." */
export const effectSentence = (change: StaffChange): string => words[change.effect](change)
