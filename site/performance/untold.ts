/** Why a promise has no figure, in a few plain words. */
import type { StaffFile, StaffPromise } from '../../data/contract.ts'
import { sentenceCase } from '../words/number.ts'
import { whenOf } from './told.ts'

/** `of`: the period that it is said of, or nothing. `link`: where more of it stands; null where nowhere. */
export type Why = { words: string; of: string; link: string | null }

const because = (words: string, of = ''): Why => ({ words, of, link: null })

const ofImprovements = ({ changes }: StaffFile): Why =>
  changes.length === 0
    ? because('no change is recorded yet')
    : { words: 'each change, and what came of it', of: '', link: '/performance/#changes' }

/** Null where it has a figure. */
export const whyUntold = (promise: StaffPromise, staff: StaffFile): Why | null => {
  const { can_be_told, figure, share, period, count } = promise
  if (share !== null) return null
  if (can_be_told === null) return because('not measured yet')
  if (can_be_told === 'no') return because('our records do not show it')
  if (promise.measure === 'improvements') return ofImprovements(staff)
  if (figure === null) return because('nothing to tell yet')
  if (period !== null) return because('too few to tell', whenOf(promise))
  if (figure === 'owned_now')
    return because(count === null ? 'too few are open now to tell' : 'too few to tell')
  return null
}

/** "Too few to tell in October 2026" */
export const whyInFull = ({ words, of }: Why): string => sentenceCase(of === '' ? words : `${words} ${of}`)
