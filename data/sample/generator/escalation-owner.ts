import type { Complaint } from './complaints.ts'
import type { Status } from './escalation.ts'
import { dayOf, type Minute, minuteAt, minuteOf } from './london.ts'
import { atWork, SHARED, spellings } from './people.ts'
import { at, type Random } from './random.ts'
import { stories } from './stories.ts'

const asOf = minuteOf(stories.asOf)
export const leftAt: Minute = minuteAt(dayOf(stories.leaver.last_day), 17 * 60)

/** When an escalation got how far, null where it has not yet. */
export interface Steps {
  acknowledgedAt: Minute | null
  resolvedAt: Minute | null
  closedAt: Minute | null
}

/** Who the log names now: a lead, the desk, the shared mailbox, nobody, or someone who has left. */
export function ownerOf(random: Random, complaint: Complaint, steps: Steps, status: Status) {
  const none = { owner: null, isOrphan: false }
  if (
    complaint.ticket?.isOrphan &&
    steps.acknowledgedAt !== null &&
    steps.acknowledgedAt < leftAt &&
    status !== 'Withdrawn'
  ) {
    const isOpen = steps.resolvedAt === null
    return {
      owner: isOpen ? stories.leaver.owner : at(atWork(complaint.team, asOf), 0).name,
      isOrphan: isOpen,
    }
  }
  if (random.chance(status === 'New' ? 0.6 : 0.045)) return none
  if (random.chance(0.025)) return { owner: SHARED, isOrphan: false }
  const since = steps.acknowledgedAt ?? complaint.receivedAt
  const isDesks = random.chance(0.4)
  const leads = atWork(isDesks ? 'Service Desk' : complaint.team, since).slice(0, isDesks ? 3 : 2)
  const owner = random.weighted(leads, ({ load }) => load ** 2).name
  const end = steps.resolvedAt ?? steps.closedAt
  if (owner !== stories.leaver.owner || (end !== null && end <= leftAt)) return { owner, isOrphan: false }
  if (end === null) return { owner, isOrphan: true }
  return { owner: at(atWork(complaint.team, end), 0).name, isOrphan: false }
}

/** A name as whoever wrote the line spelt it. */
export function spelt(random: Random, name: string): string {
  const [full, initial, first] = spellings(name)
  return random.weighted([full, initial, first], (one) => (one === full ? 60 : one === initial ? 25 : 15))
}
