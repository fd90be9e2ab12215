import type { Escalation } from './escalation.ts'
import { leftAt } from './escalation-owner.ts'
import { isoDayOf, localDayOf, type Minute, minuteOf } from './london.ts'
import { stories } from './stories.ts'
import { workingTime } from './working-time.ts'

export const asOf: Minute = minuteOf(stories.asOf)
/** The hours in which anything is done about an escalation. */
export const officeTime = workingTime(9 * 60, 17 * 60)

/** What the list says of an escalation's life: its contacts must fit in between. */
export interface Frame {
  acknowledgedAt: Minute | null
  /** When it was last done, withdrawn or not; null while it is open. */
  endAt: Minute | null
  /** From here on its owner, team and status stay as the list has them. */
  settledAt: Minute
  /** From here on nobody does anything about it. */
  idleFrom: Minute
}

export function frameOf({
  acknowledgedAt,
  resolvedAt,
  closedAt,
  updatedAt,
  isOrphan,
  status,
}: Escalation): Frame {
  const endAt = resolvedAt ?? closedAt
  const isUntouched = endAt === null && status === 'New'
  return {
    acknowledgedAt,
    endAt,
    settledAt: endAt ?? updatedAt,
    idleFrom: endAt ?? (isOrphan ? leftAt : isUntouched ? updatedAt : asOf),
  }
}

/** The London month of a time, as `2026-10`. */
export const monthOf = (minute: Minute): string => isoDayOf(localDayOf(minute)).slice(0, 7)
