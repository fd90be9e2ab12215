/** What is missing of an open item, when it was due and how long ago, in words. */
import type {
  Clock,
  EscalationLack,
  TicketLack,
  WaitingEscalation,
  WaitingTicket,
} from '../../data/contract.ts'
import { day, instant } from '../words/date.ts'
import { duration, workingDayMinutes } from '../words/duration.ts'

type Lateness = Pick<EscalationLack, 'overdue_minutes' | 'overdue_business_minutes'>
type Late = Pick<EscalationLack, 'overdue_minutes' | 'overdue_business_minutes' | 'clock'>

/** Beyond so many working days nobody counts in them: "3 years", not "774 working days". */
const mostWorkingMinutes = 40 * workingDayMinutes

/** The clock that all times of a row are told by: that of what it is late for, and plain time where any of them is very long. */
export const clockOf = (lacks: readonly Late[], age_business_minutes: number | null = null): Clock =>
  lacks.some(({ clock }) => clock === 'elapsed') ||
  [...lacks.map((lack) => lack.overdue_business_minutes), age_business_minutes ?? 0].some(
    (minutes) => minutes > mostWorkingMinutes,
  )
    ? 'elapsed'
    : 'business'

/** How long something has been overdue, by a clock. */
export const lateness = ({ overdue_minutes, overdue_business_minutes }: Lateness, clock: Clock): string =>
  duration(clock === 'elapsed' ? overdue_minutes : overdue_business_minutes, clock)

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

/** "since Thu 1 Oct 2026, 7 weeks ago"; as it is where nothing is overdue. */
export const withLateness = (
  said: string,
  lack: Lateness & Pick<EscalationLack, 'is_overdue'>,
  clock: Clock,
): string => (lack.is_overdue ? `${said}, ${lateness(lack, clock)} ago` : said)

/** "due Fri 20 Nov 2026, 11:00, 2 working days ago"; null where nothing says when. */
export const whenDue = (
  lack: Lateness & Pick<EscalationLack, 'due_at' | 'is_overdue'>,
  zone: string,
  clock: Clock,
): string | null => {
  if (lack.due_at === null) return lack.is_overdue ? 'overdue, since when is not known' : null
  return withLateness(`due ${instant(lack.due_at, zone)}`, lack, clock)
}

const impacts: Readonly<Record<string, string>> = { service_to_students: 'service to students' }

/** "Impact: teaching" */
export const impactWords = (impact: string): string => `Impact: ${impacts[impact] ?? impact}`

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
