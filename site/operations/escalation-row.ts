/** What a row of the list says of an open escalation. */
import type { WaitingEscalation } from '../../data/contract.ts'
import { lastWord, lateness, missing, neededBy, whenDue } from '../sentences/waiting-lacks.ts'
import { worstOf } from './lacks.ts'
import { aboutOf, ageOf, knownOf, type Linked, linkTo, ownerOf, type Said, type Setting } from './row.ts'

export type EscalationRow = {
  of: WaitingEscalation
  tickets: Linked[]
  about: string
  known: string | null
  /** How long the worst has been overdue; null where nothing is. */
  late: string | null
  missing: { words: string; notes: string[]; isOverdue: boolean }[]
  /** When the next word to the requester is due, where nothing is missing. */
  next: string | null
  owner: Said
  age: Said
  needed: Said | null
}

/** The row of an escalation. */
export const escalationRow = (escalation: WaitingEscalation, setting: Setting): EscalationRow => {
  const { zone } = setting
  const worst = worstOf(escalation.lacks)
  const { needed_by, next_update_due_at } = escalation
  return {
    of: escalation,
    tickets: escalation.tickets.map(({ id, is_matched }) =>
      linkTo(id, is_matched ? null : 'in no export', setting),
    ),
    about: aboutOf(escalation),
    known: knownOf(escalation, setting),
    late: worst === null ? null : lateness(worst),
    missing: escalation.lacks.map((lack) => ({
      words: missing(lack.what),
      notes: [lastWord(lack.what, escalation, zone), whenDue(lack, zone)].filter((said) => said !== null),
      isOverdue: lack.is_overdue,
    })),
    next: next_update_due_at,
    owner: ownerOf(escalation),
    age: ageOf(escalation, setting),
    needed: needed_by === null ? null : neededBy(needed_by, setting.published_on),
  }
}
