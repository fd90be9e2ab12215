/** What was changed, and what came of it, in words. */
import type { StaffChange } from '../../data/contract.ts'

const such = ({ about }: StaffChange): string =>
  about === null ? 'such tickets' : `tickets about “${about}”`

const words: Record<StaffChange['effect'], (change: StaffChange) => string> = {
  fewer: (change) => `There are fewer ${such(change)} since, of all tickets.`,
  more: (change) => `There are more ${such(change)} since, of all tickets.`,
  no_difference: (change) => `It made no clear difference to how many ${such(change)} there are.`,
  too_early: () => 'It is too early to tell what came of it.',
  not_measured: () => 'What came of it cannot be told from the tickets.',
}

/** "There are fewer tickets about “Print queue stuck” since, of all tickets." */
export const effectSentence = (change: StaffChange): string => words[change.effect](change)
