/** What a row of the list says of an open ticket past a target. */
import type { WaitingTicket } from '../../data/contract.ts'
import { clockOf, lateness, targetWords, whenDue } from '../sentences/waiting-lacks.ts'
import { worstOf } from './lacks.ts'
import { aboutOf, ageOf, knownOf, type Linked, linkTo, ownerOf, type Said, type Setting } from './row.ts'

export type TicketRow = {
  of: WaitingTicket
  ticket: Linked
  about: string
  known: string | null
  major: Linked | null
  late: string
  targets: Said[]
  owner: Said
  age: Said
  escalations: string[]
}

/** The row of a ticket. */
export const ticketRow = (ticket: WaitingTicket, setting: Setting): TicketRow => {
  const worst = worstOf(ticket.lacks)
  const clock = clockOf(ticket.lacks, ticket.age_business_minutes)
  return {
    of: ticket,
    ticket: linkTo(ticket.id, null, setting),
    about: aboutOf(ticket),
    known: knownOf(ticket, setting),
    major: ticket.major_incident === null ? null : linkTo(ticket.major_incident, null, setting),
    late: worst === null ? '–' : lateness(worst, clock),
    targets: ticket.lacks.map((lack) => ({
      words: targetWords(lack, ticket),
      note: whenDue(lack, setting.zone, clock),
    })),
    owner: ownerOf(ticket),
    age: ageOf(ticket, setting, clock),
    escalations: ticket.escalations.map(({ id, is_open }) => (is_open ? id : `${id} (closed)`)),
  }
}
