import type { Escalation } from './escalation.ts'
import { type Frame, monthOf, officeTime } from './frame.ts'
import { type Minute, settle } from './london.ts'
import type { Random } from './random.ts'
import { stories } from './stories.ts'

export type Basis = 'message' | 'note' | 'handoff' | 'status' | 'resolution'

/** When someone first did something on the matter beyond acknowledging it, and what that was. */
export interface Investigation {
  at: Minute
  basis: Basis
}

const bases = [
  ['message', 46],
  ['note', 28],
  ['handoff', 16],
  ['status', 10],
] as const
/** Whether it is others who have to do something. */
export const isWaiting = (status: Escalation['status']) =>
  status === 'With supplier' || status === 'Waiting for reply'

/** Decides when an escalation is looked into: mostly within days, sometimes not before it is done, or not yet. */
export function investigationOf(random: Random, one: Escalation, frame: Frame): Investigation | null {
  const { acknowledgedAt, endAt, settledAt, idleFrom } = frame
  const isSlow = monthOf(one.receivedAt) === stories.shallow_month.month
  const minutes = random.around(430, 1.1) * (isSlow ? stories.shallow_month.factor : 1)
  const basis = random.weighted(bases, ([, share]) => share)[0]
  const isLeft = random.chance(0.05)
  const atTheEnd: Investigation | null = endAt === null ? null : { at: endAt, basis: 'resolution' }
  if (acknowledgedAt === null) return atTheEnd
  const at = Math.max(acknowledgedAt + 1, settle(officeTime.after(acknowledgedAt, minutes)))
  if (at < settledAt && !(atTheEnd && isLeft)) return { at, basis }
  if (atTheEnd) return atTheEnd
  if (settledAt > acknowledgedAt) return { at: settledAt, basis: isWaiting(one.status) ? 'status' : 'note' }
  return at < idleFrom ? { at, basis: basis === 'message' ? 'message' : 'note' } : null
}
