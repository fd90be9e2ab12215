/** Columns that describe an item: a ticket or an escalation. */
export const itemColumns = [
  'id',
  'ticket_id',
  'opened_at',
  'received_at',
  'logged_at',
  'acknowledged_at',
  'first_response_at',
  'updated_at',
  'first_resolved_at',
  'resolved_at',
  'closed_at',
  'closed_by',
  'owner',
  'team',
  'status',
  'kind',
  'priority',
  'service',
  'category',
  'subcategory',
  'item',
  'department',
  'place',
  'parent_id',
  'is_major',
  'problem',
  'subject',
  'description',
  'requester',
  'route',
  'reason',
  'impact',
  'wanted',
  'needed_by',
  'outcome',
  'reopen_count',
  'satisfaction',
] as const
/** Columns of an item whose words are a closed list. */
export const wordColumns = [
  'status',
  'kind',
  'is_major',
  'route',
  'reason',
  'impact',
  'wanted',
  'outcome',
  'closed_by',
  'satisfaction',
] as const
/** Columns of an item that hold an institution's own words. */
export const ownWordColumns = [
  'owner',
  'team',
  'priority',
  'service',
  'category',
  'subcategory',
  'item',
  'department',
  'place',
  'problem',
] as const
/** Columns that only a row of one change has. */
export const eventColumns = ['at', 'order', 'event', 'actor'] as const
/** Columns that only a message has. */
export const messageColumns = [
  'message_id',
  'in_reply_to',
  'references',
  'conversation_id',
  'from',
  'to',
  'is_automatic',
] as const
export const canonicalColumns = [...itemColumns, ...eventColumns, ...messageColumns] as const

export type CanonicalColumn = (typeof canonicalColumns)[number]

/** The words that a column's values must map to. A column that is not named here takes any value. */
export const canonicalValues: Readonly<Partial<Record<CanonicalColumn, readonly string[]>>> = {
  status: ['new', 'in_progress', 'waiting', 'resolved', 'closed', 'cancelled'],
  kind: ['incident', 'request'],
  outcome: [
    'accepted',
    'declined',
    'redirected_emergency',
    'redirected_ticket',
    'redirected_service',
    'withdrawn',
    'duplicate',
    'unknown',
  ],
  reason: ['speed', 'quality', 'impact', 'several', 'unknown'],
  impact: ['teaching', 'research', 'service_to_students', 'administration', 'other'],
  wanted: ['fix', 'workaround', 'information', 'call_back', 'other'],
  route: ['mailbox', 'form', 'phone', 'chat', 'in_person', 'leadership', 'colleague', 'unknown'],
  closed_by: ['requester', 'staff', 'timeout', 'unknown'],
  satisfaction: ['good', 'bad'],
  event: [
    'received',
    'acknowledged',
    'auto_acknowledged',
    'assigned',
    'unassigned',
    'team_changed',
    'status_changed',
    'updated',
    'noted',
    'chased',
    'escalated',
    'redirected',
    'resolved',
    'reopened',
    'closed',
    'cancelled',
  ],
  is_major: ['true', 'false'],
  is_automatic: ['true', 'false'],
}

/** Whether a column holds a point in time, so that a date format may be given for it. */
export const isTimeColumn = (column: CanonicalColumn): boolean =>
  column === 'at' || column === 'needed_by' || column.endsWith('_at')
