import { createHash } from 'node:crypto'
import { contactLogHeader } from '../../../data/sample/generator/contact-log.ts'
import { inventSample, type Sample } from '../../../data/sample/generator/generate.ts'
import type { Table } from '../../../data/sample/generator/truth-tables.ts'

/** The sample of the usual seed, invented once for each test file. */
export const sample: Sample = inventSample()

/** The whole text of an export, by the beginning of its name. */
export const textOf = (from: Sample, name: string): string =>
  [...(from.files.find((file) => file.name.startsWith(name))?.text ?? [])].join('')

type TicketColumn =
  | 'id'
  | 'opened_at'
  | 'first_row_at'
  | 'acknowledged_at'
  | 'first_owned_at'
  | 'resolved_at'
  | 'is_open'
  | 'status'
  | 'owner'
  | 'team'
  | 'group'
  | 'rows'

type EscalationColumn =
  | 'id'
  | 'received_at'
  | 'acknowledged_at'
  | 'resolved_at'
  | 'closed_at'
  | 'updated_at'
  | 'owner'
  | 'team'
  | 'status'
  | 'outcome'
  | 'reason'
  | 'impact'
  | 'route'
  | 'ticket_ids'
  | 'ticket_match'

/** The tickets of the truth as objects. */
export const ticketsOf = ({ truth }: Sample): Record<TicketColumn, unknown>[] => recordsOf(truth.tickets)

/** The escalations of the truth as objects. */
export const escalationsOf = ({ truth }: Sample): Record<EscalationColumn, unknown>[] =>
  recordsOf(truth.escalations)

type StoryColumn =
  | 'id'
  | 'contacts'
  | 'investigated_at'
  | 'investigated_basis'
  | 'first_owned_at'
  | 'window_from_at'
  | 'is_always_owned'
  | 'unowned'
  | 'messages'
  | 'chases'
  | 'handoffs'
  | 'is_returned'
  | 'reopened'
  | 'repeat_of'
  | 'redirected_at'
  | 'satisfaction'

/** What the truth says of each escalation's story, as objects. */
export const storiesOf = ({ truth }: Sample): Record<StoryColumn, unknown>[] =>
  recordsOf(truth.escalation_stories)

/** The lines of the contact log as objects. */
export function contactsOf(from: Sample): Record<string, string>[] {
  const lines = textOf(from, 'escalations/contact-log').trimEnd().split('\r\n').slice(1)
  return lines.map((line) => {
    const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, a, b]) => a ?? b ?? '')
    return Object.fromEntries(contactLogHeader.map((name, i) => [name, cells[i] ?? '']))
  })
}

export const recordsOf = <Column extends string>(table: Table): Record<Column, unknown>[] =>
  table.rows.map(
    (row) =>
      Object.fromEntries(table.columns.map((column, i) => [column, row[i]])) as Record<Column, unknown>,
  )

/** One digest for all exports and the truth. */
export function digestOf({ files, truth }: Sample): string {
  const hash = createHash('sha256')
  for (const { text } of files) for (const piece of text) hash.update(piece)
  return hash.update(JSON.stringify(truth)).digest('hex')
}
