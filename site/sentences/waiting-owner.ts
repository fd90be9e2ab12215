/** Why an escalation has no owner, and since when. */
import type { Clock, EscalationLack, WaitingEscalation } from '../../data/contract.ts'
import { localDay } from '../operations/row.ts'
import { day, instant } from '../words/date.ts'
import { whenDue, withLateness } from './waiting-lacks.ts'

type Unowned = Pick<WaitingEscalation, 'unowned_because'>

const because = {
  left: 'its owner has left',
  taken_off: 'its owner was taken off',
  never_named: 'none was ever named',
} as const

/** "its owner has left"; null where it is not known why. */
export const whyUnowned = ({ unowned_because }: Unowned): string | null =>
  unowned_because === null ? null : because[unowned_because]

/** "since Thu 1 Oct 2026, 7 weeks ago" of one that had an owner, else when one was due. */
export const unownedSince = (
  lack: EscalationLack,
  { unowned_because }: Unowned,
  zone: string,
  clock: Clock,
): string | null => {
  const { due_at } = lack
  if (due_at === null) return whenDue(lack, zone, clock)
  if (unowned_because === 'left') return withLateness(`since ${day(localDay(due_at, zone))}`, lack, clock)
  if (unowned_because === 'taken_off') return withLateness(`since ${instant(due_at, zone)}`, lack, clock)
  return whenDue(lack, zone, clock)
}
