import type { Minute } from './london.ts'
import type { Answer } from './satisfaction.ts'

/** The words that the people who keep the log use. config.yaml says what each of them means. */
export const words = {
  status: ['New', 'Open', 'With team', 'With supplier', 'Waiting for reply', 'Done', 'Closed', 'Withdrawn'],
  outcome: [
    'Accepted',
    'Declined',
    'Emergency - passed to phone',
    'Back to the ticket',
    'Passed to Estates',
    'Withdrawn',
    'Duplicate',
  ],
  reason: ['Too slow', 'Not fixed properly', 'Stops our work', 'Slow and not fixed'],
  impact: ['Teaching', 'Research', 'Students waiting', 'Office work', 'Other'],
  route: ['Escalations mailbox', 'Phone', 'Live chat', 'In person', 'Via a director', 'Via a colleague'],
} as const

export type Status = (typeof words.status)[number]
export type Outcome = (typeof words.outcome)[number]

/** An escalation as the log kept by hand knows it at the as-of time. */
export interface Escalation {
  ref: string
  /** What stands in the column, and the numbers in it. */
  ticketCell: string
  ticketNumbers: readonly string[]
  match: 'matched' | 'unmatched' | 'missing'
  receivedAt: Minute
  loggedAt: Minute
  acknowledgedAt: Minute | null
  resolvedAt: Minute | null
  closedAt: Minute | null
  updatedAt: Minute
  status: Status
  outcome: Outcome | ''
  /** The person's full name, the shared mailbox, or null. */
  owner: string | null
  /** The owner as the log spells it. */
  ownerCell: string
  team: string
  service: string
  department: string
  reason: (typeof words.reason)[number] | ''
  impact: (typeof words.impact)[number] | ''
  route: (typeof words.route)[number]
  notes: string
  /** How whoever escalated found it, once it was closed. */
  answer: Answer | null
  isOrphan: boolean
}

export const isOver = (status: Status): boolean =>
  status === 'Done' || status === 'Closed' || status === 'Withdrawn'
