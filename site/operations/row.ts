/** What a row of a list says of an open item, whichever kind it is. */
import type { Clock, Manifest, WaitingEscalation, WaitingFile, WaitingTicket } from '../../data/contract.ts'
import { asLast } from '../sentences/waiting-lacks.ts'
import { shortDay } from '../words/date.ts'
import { duration } from '../words/duration.ts'
import { sentenceCase } from '../words/number.ts'
import { ticketAddress } from './ticket-address.ts'

type Item = WaitingEscalation | WaitingTicket

/** What a page needs to know to write its rows. */
export type Setting = Pick<WaitingFile, 'ticket_url' | 'known_until'> & {
  zone: string
  /** The local day on which the list was published. */
  published_on: string
}

export type Linked = { id: string; address: string | null; note: string | null }
export type Said = { words: string; note: string | null }

/** The day that an instant falls on in a zone. */
export const localDay = (instant: string, zone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(instant))

/** What the rows of a release need. */
export const settingOf = (
  waiting: WaitingFile,
  { built_at, institution }: Pick<Manifest, 'built_at' | 'institution'>,
): Setting => ({
  ...waiting,
  zone: institution.timezone,
  published_on: localDay(built_at, institution.timezone),
})

/** Who owns it: a name, that there is one whose name is not shown, that there is none, or that it is not known. */
export const ownerOf = ({ has_owner, owner, assumed_owner }: Item): Said => {
  const note = assumed_owner === null ? null : `${assumed_owner} answered last`
  if (owner !== null) return { words: owner, note }
  if (has_owner === null) return { words: 'Not known', note }
  return { words: has_owner ? 'Has an owner' : 'Nobody', note }
}

const ageWords = ({ age_minutes, age_business_minutes }: Item, clock: Clock): string => {
  const minutes = clock === 'elapsed' ? age_minutes : age_business_minutes
  return minutes === null ? 'Not known to the hour' : duration(minutes, clock)
}

/** How long it has been open, by the clock of its row; since when. */
export const ageOf = (item: Item, { zone }: Setting, clock: Clock): Said => ({
  words: ageWords(item, clock),
  note: `since\u00a0${shortDay(localDay(item.begun_at, zone))}`,
})

const statuses: Readonly<Record<string, string>> = { in_progress: 'in progress' }

/** "Network & VPN, P3, waiting" */
export const aboutOf = ({ service, priority, status }: Item): string =>
  sentenceCase([service, priority, statuses[status] ?? status].filter((said) => said !== null).join(', '))

/** That its sources know it only until an earlier day than the page says. */
export const knownOf = ({ known_until }: Item, setting: Setting): string | null =>
  localDay(known_until, setting.zone) < localDay(setting.known_until, setting.zone)
    ? asLast(known_until, setting.zone)
    : null

export const linkTo = (id: string, note: string | null, { ticket_url }: Setting): Linked => ({
  id,
  address: ticketAddress(ticket_url, id),
  note,
})
