import type { Deed, Moment, Move } from './contact.ts'
import type { Escalation, Outcome } from './escalation.ts'
import { type Frame, officeTime } from './frame.ts'
import { type Investigation, isWaiting } from './investigation.ts'
import { type Minute, settle } from './london.ts'
import type { Random } from './random.ts'

const DAY = 1440
const passedOn: ReadonlySet<Outcome | ''> = new Set<Outcome>([
  'Emergency - passed to phone',
  'Back to the ticket',
  'Passed to Estates',
])

/** Where an escalation was done and came back: [done, opened again), or null. */
export type Gap = readonly [Minute, Minute] | null

/** What changes an escalation's status, in order of time: how it came in, what it waited for, how it ended. */
export function stepsOf(
  random: Random,
  one: Escalation,
  frame: Frame,
  investigation: Investigation | null,
  moves: readonly Move[],
): { moments: Moment[]; gap: Gap } {
  const { acknowledgedAt, settledAt } = frame
  const opening: Moment[] = [{ at: one.receivedAt, deed: 'Came in', status: 'New' }]
  if (acknowledgedAt !== null) opening.push({ at: acknowledgedAt, deed: 'Acknowledged', status: 'Open' })
  const gap = comeBack(random, one, frame, investigation, moves)
  const again: Moment[] = gap
    ? [
        { at: gap[0], deed: 'Done', status: 'Done' },
        { at: gap[1], deed: 'Opened again', status: 'Open' },
      ]
    : []
  const waits = gap ? [] : waitsOf(random, one, settledAt, investigation, moves)
  return {
    moments: [
      ...opening,
      ...looked(random, investigation, settledAt),
      ...again,
      ...waits,
      ...endOf(one, frame),
    ],
    gap,
  }
}

/** Told in a line of its own, but where it is the last change. */
function looked(random: Random, investigation: Investigation | null, settledAt: Minute): Moment[] {
  if (investigation === null || investigation.at === settledAt) return []
  const { at, basis } = investigation
  if (basis === 'message') return [{ at, deed: message(random) }]
  return basis === 'note' ? [{ at, deed: 'Note' }] : []
}

/** One way to reach whoever escalated. */
export const message = (random: Random): Deed =>
  random.chance(0.7) ? 'Wrote to requester' : 'Rang requester'

function comeBack(
  random: Random,
  { resolvedAt }: Escalation,
  { acknowledgedAt }: Frame,
  investigation: Investigation | null,
  moves: readonly Move[],
): Gap {
  const isDrawn = random.chance(0.05)
  const doneAt = settle(officeTime.after(investigation?.at ?? 0, random.around(700, 0.6)))
  const backAt = settle(officeTime.after(doneAt, random.around(900, 0.6)))
  const isFree = acknowledgedAt !== null && moves.every((move) => move.at < doneAt || move.at > backAt)
  return isDrawn && isFree && resolvedAt !== null && investigation && backAt < resolvedAt - DAY
    ? [doneAt, Math.max(doneAt + 1, backAt)]
    : null
}

function waitsOf(
  random: Random,
  one: Escalation,
  settledAt: Minute,
  investigation: Investigation | null,
  moves: readonly Move[],
): Moment[] {
  const isDrawn = random.chance(0.2)
  const length = random.around(1500, 0.8)
  const status = random.chance(0.6) ? 'With supplier' : 'Waiting for reply'
  if (!investigation || investigation.at >= settledAt) return []
  const isFirst = investigation.basis === 'status'
  const from = isFirst
    ? investigation.at
    : settle(officeTime.after(investigation.at, random.around(1100, 0.7)))
  const until = settle(officeTime.after(from, length))
  const isTaken = (minute: Minute) => moves.some((move) => move.at === minute)
  if (from >= settledAt || !(isFirst || (isDrawn && !isTaken(from) && from > investigation.at))) return []
  const begins: Moment = { at: from, deed: 'Waiting', status }
  const ends: Moment = {
    at: until,
    deed: 'Back in hand',
    status: one.status === 'With team' ? one.status : 'Open',
  }
  return until > from && until < settledAt && !isTaken(until) ? [begins, ends] : [begins]
}

/** The last lines, which say what the list says. */
function endOf(one: Escalation, { acknowledgedAt, settledAt }: Frame): Moment[] {
  const { resolvedAt, closedAt, status, outcome } = one
  if (status === 'Withdrawn') return [{ at: closedAt ?? settledAt, deed: 'Withdrawn', status }]
  if (resolvedAt === null) {
    if (acknowledgedAt === null) return []
    const deed = isWaiting(status) && settledAt > acknowledgedAt ? 'Waiting' : 'Note'
    return [{ at: Math.max(acknowledgedAt, settledAt), deed, status }]
  }
  const done: Moment = { at: resolvedAt, deed: passedOn.has(outcome) ? 'Passed on' : 'Done', status: 'Done' }
  return closedAt === null ? [done] : [done, { at: closedAt, deed: 'Closed', status: 'Closed' }]
}
