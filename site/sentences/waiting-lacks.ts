/** What is missing of an open item, when it was due and how long ago, in words. */
import type { EscalationLack, TicketLack, WaitingEscalation, WaitingTicket } from '../../data/contract.ts'
import { day, instant } from '../words/date.ts'
import { duration, workingDayMinutes } from '../words/duration.ts'

type Late = Pick<EscalationLack, 'overdue_minutes' | 'overdue_business_minutes' | 'clock'>

/** Beyond so many working days nobody counts in them: "3 years", not "774 working days". */
const mostWorkingMinutes = 40 * workingDayMinutes

/** How long something has been overdue: by the clock that its time is set by, and in plain time where that is very long. */
export const lateness = ({ overdue_minutes, overdue_business_minutes, clock }: Late): string =>
  clock === 'elapsed' || overdue_business_minutes > mostWorkingMinutes
    ? duration(overdue_minutes, 'elapsed')
    : duration(overdue_business_minutes, 'business')

const names = {
  acknowledgement: 'No acknowledgement',
  owner: 'No owner',
  update: 'No word to the requester',
  log_entry: 'Not in the log, in the mailbox only',
} as const

/** "No owner" */
export const missing = (what: EscalationLack['what']): string => names[what]

/** "last on Fri 13 Nov 2026, 10:10", for what lacks an update; null where they never heard. */
export const lastWord = (
  what: EscalationLack['what'],
  { last_heard_at }: Pick<WaitingEscalation, 'last_heard_at'>,
  zone: string,
): string | null =>
  what !== 'update' || last_heard_at === null ? null : `last on ${instant(last_heard_at, zone)}`

/** "due Fri 20 Nov 2026, 11:00, 2 working days ago"; null where nothing says when. */
export const whenDue = (
  lack: Late & Pick<EscalationLack, 'due_at' | 'is_overdue'>,
  zone: string,
): string | null => {
  if (lack.due_at === null) return lack.is_overdue ? 'overdue, since when is not known' : null
  const said = `due ${instant(lack.due_at, zone)}`
  return lack.is_overdue ? `${said}, ${lateness(lack)} ago` : said
}

/** "Resolve within 1 business day"; with the level that this is of where that is not the priority now. */
export const targetWords = (
  { what, target }: Pick<TicketLack, 'what' | 'target'>,
  { level, priority }: Pick<WaitingTicket, 'level' | 'priority'>,
): string =>
  `${what === 'response' ? 'Respond' : 'Resolve'} within ${target}${level === priority ? '' : `, raised as ${level}`}`

/** A day by which it is needed: "Fri 20 Nov 2026", and whether it has passed on the day on which the list was published. */
export const neededBy = (needed: string, publishedOn: string): { words: string; note: string | null } => ({
  words: day(needed),
  note: needed < publishedOn ? 'the day has passed' : needed === publishedOn ? 'the day of this list' : null,
})

/** "as known on Wed 18 Nov 2026, 17:00" */
export const asLast = (knownUntil: string, zone: string): string => `as known on ${instant(knownUntil, zone)}`
