import { minute } from './clock.ts'
import type { ItemFacts } from './item.ts'
import type { World } from './world.ts'

/** Milliseconds of so many days of 24 hours. */
export const days = (count: number): number => count * 24 * 60 * minute

/** Whether an item was open again within the set time after it was first resolved. */
export function isReopened(
  { reopenedWithinDays }: World,
  { firstResolvedAt, happenings }: ItemFacts,
): boolean {
  if (firstResolvedAt === null) return false
  return happenings.some(
    ({ kind, at }) =>
      kind === 'reopened' && at >= firstResolvedAt && at <= firstResolvedAt + days(reopenedWithinDays),
  )
}
