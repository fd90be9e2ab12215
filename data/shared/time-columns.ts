/** Columns that hold a time, in the order in which a date that cannot be read is looked for (etl/facts/stg_records.sql). */
export const timeColumns = [
  'at',
  'opened_at',
  'received_at',
  'logged_at',
  'acknowledged_at',
  'first_response_at',
  'updated_at',
  'first_resolved_at',
  'resolved_at',
  'closed_at',
  'escalated_at',
  'needed_by',
] as const

export type TimeColumn = (typeof timeColumns)[number]
