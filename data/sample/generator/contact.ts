import type { Status } from './escalation.ts'
import type { Minute } from './london.ts'

/** The words for what was done about an escalation. config.yaml says what each of them means. */
export const deeds = [
  'Came in',
  'Acknowledged',
  'Owner named',
  'Owner taken off',
  'Handed to a colleague',
  'Handed to another team',
  'Wrote to requester',
  'Rang requester',
  'Note',
  'Requester asked again',
  'Waiting',
  'Back in hand',
  'Passed on',
  'Done',
  'Opened again',
  'Closed',
  'Withdrawn',
] as const

export type Deed = (typeof deeds)[number]

/** One line of the contact log: what was done, and how things stood from then on. */
export interface Contact {
  ref: string
  at: Minute
  deed: Deed
  /** Who wrote the line, as they are spelt in it; empty where nobody says. */
  by: string
  /** The owner as the line spells them; empty where there is none. */
  ownerCell: string
  team: string
  status: Status
  ticketCell: string
  remark: string
}

/** Something that happens to an escalation; what it does not name stays as it was. */
export interface Moment {
  at: Minute
  deed: Deed
  status?: Status
}

/** A change of owner or team; `owner` is a full name, the shared mailbox, or null. */
export interface Move extends Moment {
  owner: string | null
  team?: string
}

export const isMessage = ({ deed }: Moment): boolean =>
  deed === 'Wrote to requester' || deed === 'Rang requester'
