/** What a row of the list says of an open escalation. */
import type { Clock, EscalationLack, WaitingEscalation } from '../../data/contract.ts'
import {
  clockOf,
  impactWords,
  lastWord,
  lateness,
  missing,
  neededBy,
  whenDue,
} from '../sentences/waiting-lacks.ts'
import { unownedSince, whyUnowned } from '../sentences/waiting-owner.ts'
import { worstOf } from './lacks.ts'
import { aboutOf, ageOf, knownOf, type Linked, linkTo, ownerOf, type Said, type Setting } from './row.ts'

/** `falls_at`: when it falls due, where that was still to come when it was last known. */
export type Missing = { words: string; notes: string[]; isOverdue: boolean; falls_at: string | null }

export type EscalationRow = {
  of: WaitingEscalation
  tickets: Linked[]
  about: string
  impact: string | null
  known: string | null
  /** How long the worst has been overdue; null where nothing is. */
  late: string | null
  missing: Missing[]
  /** When the next word to the requester is due, where nothing is missing. */
  next: string | null
  owner: Said
  age: Said
  needed: Said | null
}

const notesOf = (lack: EscalationLack, of: WaitingEscalation, zone: string, clock: Clock): string[] => {
  const notes =
    lack.what === 'owner'
      ? [whyUnowned(of), unownedSince(lack, of, zone, clock)]
      : [lastWord(lack.what, of, zone), whenDue(lack, zone, clock)]
  return notes.filter((said) => said !== null)
}

/** The row of an escalation. */
export const escalationRow = (escalation: WaitingEscalation, setting: Setting): EscalationRow => {
  const { zone } = setting
  const worst = worstOf(escalation.lacks)
  const clock = clockOf(escalation.lacks, escalation.age_business_minutes)
  const { impact, needed_by, next_update_due_at } = escalation
  return {
    of: escalation,
    tickets: escalation.tickets.map(({ id, is_matched }) =>
      linkTo(id, is_matched ? null : 'in no export', setting),
    ),
    about: aboutOf(escalation),
    impact: impact === null ? null : impactWords(impact),
    known: knownOf(escalation, setting),
    late: worst === null ? null : lateness(worst, clock),
    missing: escalation.lacks.map((lack) => ({
      words: missing(lack.what),
      notes: notesOf(lack, escalation, zone, clock),
      isOverdue: lack.is_overdue,
      falls_at: lack.is_overdue ? null : lack.due_at,
    })),
    next: next_update_due_at,
    owner: ownerOf(escalation),
    age: ageOf(escalation, setting, clock),
    needed: needed_by === null ? null : neededBy(needed_by, setting.published_on),
  }
}
