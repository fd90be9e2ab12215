import { type CanonicalColumn, canonicalColumns } from '../formats/canonical.ts'
import type { Format, Hint } from '../formats/format.ts'

/** What people who keep a list by hand write above its columns, beside the headers of every format and hint. */
const byHand: Partial<Record<CanonicalColumn, readonly string[]>> = {
  id: [
    'ref',
    'reference',
    'ref no',
    'case',
    'case id',
    'case concept name',
    'case number',
    'case no',
    'key',
    'no',
    'escalation id',
    'escalation ref',
    'escalation no',
  ],
  ticket_id: [
    'ticket',
    'ticket no',
    'ticket number',
    'ticket id',
    'ticket ref',
    'incident',
    'incident no',
    'incident number',
    'related ticket',
    'call no',
  ],
  at: [
    'timestamp',
    'time',
    'date time',
    'changed at',
    'changed on',
    'event time',
    'time timestamp',
    'sent',
    'sent on',
    'date sent',
    'received',
    'date',
  ],
  opened_at: [
    'opened',
    'opened on',
    'date opened',
    'created',
    'created on',
    'created at',
    'date created',
    'created date',
    'date raised',
    'raised',
    'raised on',
    'logged',
    'date logged',
    'reported',
    'date reported',
    'submitted',
  ],
  received_at: [
    'received',
    'date received',
    'received on',
    'escalated on',
    'date escalated',
    'escalated at',
    'escalation date',
    'date',
  ],
  acknowledged_at: [
    'acknowledged',
    'ack',
    'ackd',
    'ack d',
    'acknowledged on',
    'date acknowledged',
    'acknowledged date',
  ],
  first_response_at: [
    'first response',
    'first reply',
    'responded',
    'responded on',
    'date responded',
    'replied',
  ],
  updated_at: [
    'updated',
    'last updated',
    'last update',
    'last modified',
    'modified',
    'updated on',
    'date updated',
  ],
  resolved_at: [
    'resolved',
    'resolved on',
    'date resolved',
    'resolution date',
    'solved',
    'solved at',
    'completed',
    'date completed',
    'fixed on',
  ],
  closed_at: ['closed', 'geschlossen', 'closed on', 'date closed', 'closed date', 'closure date'],
  owner: [
    'owner',
    'current owner',
    'who has it',
    'bearbeiter',
    'assigned to',
    'assignee',
    'assigned',
    'handler',
    'handled by',
    'agent',
    'technician',
    'analyst',
    'who',
    'lead',
    'resource',
    'org resource',
  ],
  team: [
    'team',
    'group',
    'assigned group',
    'assignment group',
    'support group',
    'queue',
    'resolver group',
    'org group',
  ],
  status: ['status', 'state', 'current status', 'progress', 'concept name', 'activity'],
  actor: ['changed by', 'updated by', 'modified by', 'by', 'user'],
  kind: ['type', 'ticket type', 'request type', 'record type'],
  priority: ['priority', 'prio', 'urgency', 'severity'],
  service: ['service', 'system', 'application', 'affected service', 'it service', 'product'],
  category: ['category', 'topic', 'area'],
  subcategory: ['subcategory', 'sub category'],
  department: ['department', 'dept', 'faculty', 'school', 'directorate'],
  place: ['location', 'place', 'site', 'building', 'room', 'campus'],
  requester: [
    'requester',
    'requested by',
    'requestor',
    'caller',
    'raised by',
    'reported by',
    'escalated by',
    'from',
    'name',
    'customer',
    'contact',
    'email',
  ],
  subject: ['subject', 'title', 'summary', 'short description', 'issue', 'problem', 'what'],
  description: ['description', 'details', 'notes', 'comments'],
  route: ['route', 'channel', 'source', 'how', 'received via', 'via'],
  outcome: ['outcome', 'result', 'decision'],
  reason: ['reason', 'escalation reason', 'reason for escalation', 'why'],
  satisfaction: ['satisfaction', 'rating', 'csat', 'satisfaction score'],
  message_id: ['message id', 'messageid', 'internet message id'],
  in_reply_to: ['in reply to'],
  references: ['references'],
  conversation_id: ['conversation', 'conversation id', 'thread', 'thread id'],
  from: ['from', 'sender', 'from address'],
  to: ['to', 'recipients', 'recipient', 'to address'],
  is_automatic: ['automatic', 'is automatic', 'auto submitted', 'automatic reply'],
  reopen_count: ['reopens', 'reopened', 'times reopened'],
}

/** A header by its letters and digits alone. */
export const plain = (header: string): string =>
  header
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** What each header may mean, by its plain form; the meanings in no order. */
export type Aliases = ReadonlyMap<string, ReadonlySet<CanonicalColumn>>

/** Every header that a format, a hint or a list kept by hand has for a canonical column, and the columns' own names. */
export function aliasesOf(formats: readonly Format[], hints: readonly Hint[]): Aliases {
  const aliases = new Map<string, Set<CanonicalColumn>>()
  const add = (header: string, column: CanonicalColumn): void => {
    if (plain(header) === '') return
    const known = aliases.get(plain(header)) ?? new Set()
    aliases.set(plain(header), known.add(column))
  }
  const tables = formats.filter(({ container }) => container !== 'mail')
  for (const column of canonicalColumns) {
    add(column, column)
    for (const header of byHand[column] ?? []) add(header, column)
    for (const { columns } of tables) for (const header of columns[column] ?? []) add(header, column)
    for (const { columns } of hints) if (columns[column] !== undefined) add(columns[column], column)
  }
  return aliases
}
