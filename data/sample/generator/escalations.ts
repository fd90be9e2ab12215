import { inventComplaints } from './complaints.ts'
import type { Escalation } from './escalation.ts'
import { follow } from './escalation-life.ts'
import { randomOf } from './random.ts'
import { answerToEscalation } from './satisfaction.ts'
import type { Ticket } from './ticket.ts'

/** Every escalation that the log kept by hand holds at the as-of time, in order of receipt. */
export function inventEscalations(seed: number, tickets: readonly Ticket[]): Escalation[] {
  const complaints = inventComplaints(randomOf(seed, 'complaints'), tickets)
  const random = randomOf(seed, 'escalations')
  const found: Escalation[] = []
  for (const complaint of complaints) {
    const escalation = follow(random, complaint, `ESC-${String(found.length + 1).padStart(4, '0')}`)
    if (escalation) found.push({ ...escalation, answer: answerToEscalation(seed, escalation) })
  }
  return found
}
