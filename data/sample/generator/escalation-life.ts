import type { Complaint } from './complaints.ts'
import { type Escalation, isOver, type Outcome, type Status, words } from './escalation.ts'
import { leftAt, ownerOf, type Steps, spelt } from './escalation-owner.ts'
import { dayOf, handTime, type Minute, minuteAt, minuteOf, settle } from './london.ts'
import { noteOf } from './notes.ts'
import { SHARED } from './people.ts'
import type { Random } from './random.ts'
import { stories } from './stories.ts'
import { doneAt } from './ticket.ts'
import { workingTime } from './working-time.ts'

const asOf = minuteOf(stories.asOf)
const officeTime = workingTime(9 * 60, 17 * 60)

/** What becomes of a complaint, up to the as-of time; null where nobody has written it down yet. */
export function follow(random: Random, complaint: Complaint, ref: string): Omit<Escalation, 'answer'> | null {
  const { receivedAt } = complaint
  const loggedAt = officeTime.after(receivedAt, random.around(70, 1.2))
  if (loggedAt > asOf) return null
  const outcome = outcomeOf(random)
  const steps = stepsOf(random, complaint, outcome)
  const status = statusOf(random, steps, outcome)
  const { owner, isOrphan } = ownerOf(random, complaint, steps, status)
  const last = Math.max(
    loggedAt,
    ...[steps.acknowledgedAt, steps.resolvedAt, steps.closedAt].map((one) => one ?? 0),
  )
  const updatedAt =
    isOver(status) || status === 'New' ? last : touched(random, last, isOrphan ? leftAt : asOf)
  const isStopping = random.chance(0.3)
  return {
    ...pickShared(complaint),
    ...steps,
    ref,
    loggedAt,
    updatedAt,
    status,
    outcome: isOver(status)
      ? outcome
      : outcome === 'Accepted' && status !== 'New' && random.chance(0.7)
        ? outcome
        : '',
    owner,
    ownerCell: owner === null || owner === SHARED ? (owner ?? '') : spelt(random, owner),
    reason: reasonOf(random, complaint, isStopping),
    impact: isStopping || random.chance(0.45) ? random.weighted(impacts, ([, share]) => share)[0] : '',
    route: random.weighted(routes, ([, share]) => share)[0],
    notes: noteOf(random, status),
    isOrphan,
  }
}

const impacts = [
  ['Teaching', 40],
  ['Research', 16],
  ['Students waiting', 19],
  ['Office work', 19],
  ['Other', 6],
] as const
const routes = [
  ['Escalations mailbox', 80],
  ['Phone', 6],
  ['Live chat', 3],
  ['In person', 2],
  ['Via a director', 6],
  ['Via a colleague', 4],
] as const

function pickShared({ receivedAt, ticketCell, ticketNumbers, match, team, service, department }: Complaint) {
  return { receivedAt, ticketCell, ticketNumbers, match, team, service, department }
}

function outcomeOf(random: Random): Outcome {
  const shares: [Outcome, number][] = [
    ['Accepted', 81],
    ['Declined', 6],
    ['Emergency - passed to phone', 3],
    ['Back to the ticket', 4],
    ['Passed to Estates', 2],
    ['Withdrawn', 2.5],
    ['Duplicate', 1.5],
  ]
  return random.weighted(shares, ([, share]) => share)[0]
}

function stepsOf(random: Random, complaint: Complaint, outcome: Outcome): Steps {
  const { receivedAt } = complaint
  const isQuick = outcome === 'Emergency - passed to phone'
  const slipped = handTime(receivedAt).slice(3, 10) === handTime(slippedStart).slice(3, 10)
  const waited = random.around(isQuick ? 35 : 225, 0.95) * (slipped ? stories.slipped_month.factor : 1)
  const answeredAt = settle(officeTime.after(receivedAt, waited))
  const isMissed = random.chance(0.03)
  if (isMissed && random.chance(0.35)) return { acknowledgedAt: null, resolvedAt: null, closedAt: null }
  const endsAt = settle(
    outcome === 'Accepted' ? solvedAt(random, complaint, answeredAt) : decidedAt(random, answeredAt, isQuick),
  )
  const closesAt = settle(officeTime.after(endsAt, random.around(1900, 0.8)))
  const isWithdrawn = outcome === 'Withdrawn'
  return {
    acknowledgedAt: isMissed ? null : upTo(answeredAt),
    resolvedAt: isWithdrawn ? null : upTo(endsAt),
    closedAt: upTo(isWithdrawn ? endsAt : closesAt),
  }
}

const slippedStart = minuteAt(dayOf(`${stories.slipped_month.month}-15`), 720)
const upTo = (minute: Minute) => (minute > asOf ? null : minute)

/** Mostly once the ticket is, sometimes before: the escalation is closed while its ticket is still open. */
function solvedAt(random: Random, { ticket, isAfterwards }: Complaint, answeredAt: Minute): Minute {
  if (!ticket || isAfterwards || random.chance(0.13))
    return officeTime.after(answeredAt, random.around(2300, 0.9))
  const ticketDone = doneAt(ticket.rows)
  if (ticketDone === null)
    return random.chance(0.08) ? officeTime.after(answeredAt, random.around(3600, 0.7)) : asOf + 1
  return officeTime.after(Math.max(answeredAt, ticketDone), random.around(700, 1.2))
}

const decidedAt = (random: Random, answeredAt: Minute, isQuick: boolean) =>
  officeTime.after(answeredAt, random.around(isQuick ? 10 : 260, 0.9))

function statusOf(random: Random, steps: Steps, outcome: Outcome): Status {
  if (steps.closedAt !== null) return outcome === 'Withdrawn' ? 'Withdrawn' : 'Closed'
  if (steps.resolvedAt !== null) return 'Done'
  if (steps.acknowledgedAt === null) return 'New'
  return random.weighted(
    words.status.slice(1, 5),
    (word) => ({ Open: 5, 'With team': 4, 'With supplier': 1.5 })[word as string] ?? 2,
  )
}

function touched(random: Random, from: Minute, until: Minute): Minute {
  const at = from + (until - from) * random.next() ** 0.5
  return settle(Math.min(until, Math.max(from, officeTime.after(at, random.int(0, 200)))))
}

function reasonOf(random: Random, { isAfterwards }: Complaint, isStopping: boolean): Escalation['reason'] {
  if (random.chance(0.04)) return ''
  if (isStopping && random.chance(0.6)) return 'Stops our work'
  if (isAfterwards) return random.chance(0.75) ? 'Not fixed properly' : 'Slow and not fixed'
  return random.chance(0.74) ? 'Too slow' : random.chance(0.5) ? 'Slow and not fixed' : 'Not fixed properly'
}
