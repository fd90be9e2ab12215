/** Why a promise has no figure, in a plain sentence. */
import type { StaffFile, StaffPromise } from '../../data/contract.ts'
import { whenOf } from './told.ts'

const ofImprovements = ({ changes }: StaffFile): string =>
  changes.length === 0
    ? 'No change is recorded yet.'
    : 'What was changed, and what came of it, is told change by change.'

/** Null where it has a figure. */
export const whyUntold = (promise: StaffPromise, staff: StaffFile): string | null => {
  const { can_be_told, figure, share, period, count } = promise
  if (share !== null) return null
  if (can_be_told === null) return 'Not measured yet.'
  if (can_be_told === 'no') return 'Cannot be told: the records that we get do not show it.'
  if (promise.measure === 'improvements') return ofImprovements(staff)
  if (figure === null) return 'Nothing to tell yet.'
  if (period !== null) return `Too few ${whenOf(promise)} to tell.`
  if (figure === 'owned_now') return count === null ? 'Too few are open now to tell.' : 'Too few to tell.'
  return null
}
