import type {
  EscalationLack,
  TicketLack,
  WaitingEscalation,
  WaitingFile,
  WaitingTicket,
} from '../../../data/contract.ts'
import type { Settings } from '../../config/settings.ts'
import type { Database, Row } from '../../db/database.ts'
import { settingBindings } from '../compute.ts'
import { peopleShown, type Shown } from '../owners/shown.ts'
import { byUrgency, type DueRow, lackOf, published, publishedOrNull, worstFirst } from './dues.ts'

export interface WaitingParts {
  readonly database: Database
  readonly settings: Settings
  readonly run: string
  readonly asOf: string
  readonly knownUntil: string
}

type Unread = 'begun_at' | 'known_until' | 'lacks' | 'last_heard_at' | 'next_update_due_at'
interface Times {
  readonly begun_at: number
  readonly known_until: number
}
type EscalationRow = Omit<WaitingEscalation, Unread> & Times & { readonly last_heard_at: number | null }
type TicketRow = Omit<WaitingTicket, Unread> & Times
type EscalationDue = DueRow<EscalationLack['what']>
type TicketDue = DueRow<TicketLack['what']> & Pick<TicketLack, 'target'>

const shared = <Item extends EscalationRow | TicketRow>(row: Item, shown: Shown) => ({
  ...row,
  begun_at: published(row.begun_at),
  known_until: published(row.known_until),
  owner: shown(row.owner),
  assumed_owner: shown(row.assumed_owner),
})

const escalationOf = (
  row: EscalationRow,
  dues: readonly EscalationDue[],
  shown: Shown,
): WaitingEscalation => ({
  ...shared(row, shown),
  lacks: dues
    .filter(({ is_missing }) => is_missing)
    .map(lackOf)
    .sort(worstFirst),
  last_heard_at: publishedOrNull(row.last_heard_at),
  next_update_due_at: publishedOrNull(dues.find(({ what }) => what === 'update')?.due_at ?? null),
})

const ticketOf = (row: TicketRow, dues: readonly TicketDue[], shown: Shown): WaitingTicket => ({
  ...shared(row, shown),
  lacks: dues.map((due) => ({ ...lackOf(due), target: due.target })).sort(worstFirst),
})

/** Everything that is open and what it lacks, as its sources last knew it. */
export async function waitingFileOf({
  database,
  settings,
  run,
  asOf,
  knownUntil,
}: WaitingParts): Promise<WaitingFile> {
  const { owners } = settings.audiences.operations
  const bindings = settingBindings(settings)
  const rows = <T extends object>(name: string): Promise<T[]> =>
    database.rowsOf<T & Row>(new URL(`${name}.sql`, import.meta.url), bindings)
  const escalationDues = Map.groupBy(await rows<EscalationDue>('escalation_dues'), ({ id }) => id)
  const ticketDues = Map.groupBy(await rows<TicketDue>('ticket_dues'), ({ id }) => id)
  const escalations = await rows<EscalationRow>('escalations')
  const tickets = await rows<TicketRow>('tickets')
  const people = [...escalations, ...tickets].flatMap(({ owner, assumed_owner }) => [owner, assumed_owner])
  const shown = await peopleShown(database, owners, people, { run, audience: 'operations' })
  const [leftOut] = await rows<{ escalations: number }>('left_out')
  return {
    as_of: asOf,
    known_until: knownUntil,
    owners,
    ticket_url: settings.institution.contact.ticket_url ?? null,
    left_out: leftOut?.escalations ?? 0,
    escalations: escalations
      .map((row) => escalationOf(row, escalationDues.get(row.id) ?? [], shown))
      .sort(byUrgency),
    tickets: tickets.map((row) => ticketOf(row, ticketDues.get(row.id) ?? [], shown)).sort(byUrgency),
  }
}
