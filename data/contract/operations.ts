/** `operations/`: what those who run escalations need by item and by name. No other audience's site is built from it. */
import { z } from 'zod'
import { quarantineReason } from './run.ts'
import { day, instant } from './terms.ts'

/** What an open item lacks: since when it is due, and how long ago that was in open minutes (0: not yet). */
const lack = z.strictObject({
  what: z.enum(['acknowledgement', 'owner', 'update', 'log_entry', 'response', 'resolution']),
  /** Null where nothing says when it is due. */
  due_at: instant.nullable(),
  is_overdue: z.boolean(),
  overdue_minutes: z.number().nonnegative(),
})

const waiting = {
  id: z.string(),
  begun_at: instant,
  known_until: instant,
  age_minutes: z.number().nonnegative(),
  age_business_minutes: z.number().nonnegative(),
  status: z.string(),
  has_owner: z.boolean(),
  /** Name or code, as `audiences.operations.owners` says; null where there is none or it is hidden. */
  owner: z.string().nullable(),
  team: z.string().nullable(),
  service: z.string().nullable(),
  priority: z.string().nullable(),
  lacks: z.array(lack),
}

export const waitingEscalation = z.strictObject({
  ...waiting,
  tickets: z.array(z.strictObject({ id: z.string(), is_matched: z.boolean() })),
  route: z.string(),
  reason: z.string(),
  impact: z.string().nullable(),
  needed_by: day.nullable(),
  last_heard_at: instant.nullable(),
})

export const waitingTicket = z.strictObject({ ...waiting, escalations: z.array(z.string()) })

/** `operations/waiting.json`: what is open and waits, the most overdue first. */
export const waitingFile = z.strictObject({
  as_of: instant,
  known_until: instant,
  owners: z.enum(['hidden', 'coded', 'named']),
  /** With `{id}` in place of a number; null where the tool has no address. */
  ticket_url: z.string().nullable(),
  escalations: z.array(waitingEscalation),
  /** Open tickets past a target. */
  tickets: z.array(waitingTicket),
})

/** `operations/set-aside.json`: records that were set aside, without what they hold. */
export const setAsideFile = z.strictObject({
  /** How many there are in all; `records` lists the first of each file and reason. */
  count: z.int().nonnegative(),
  records: z.array(
    z.strictObject({
      file: z.string(),
      source: z.string(),
      record: z.int().positive(),
      reason: quarantineReason,
      column: z.string().nullable(),
    }),
  ),
})

const valueMap = z.record(z.string(), z.string())
const columnReading = z.strictObject({
  alternatives: z.array(z.array(z.string())),
  separators: z.array(z.string()).optional(),
  isGrouped: z.boolean().optional(),
  nulls: z.array(z.string()).optional(),
})

/** How a source's files are read, as its settings and its format say together. */
export const sourceReading = z.strictObject({
  name: z.string(),
  /** Glob below inbox/ */
  files: z.string(),
  format: z.string(),
  entity: z.enum(['ticket', 'escalation', 'message']),
  grain: z.enum(['item', 'event']),
  timezone: z.string(),
  header_row: z.int().positive(),
  delimiter: z.string().nullable(),
  encoding: z.enum(['utf-8', 'utf-16le', 'windows-1252']).nullable(),
  container: z.enum(['table', 'mail']),
  is_ragged: z.boolean(),
  is_day_first: z.boolean().nullable(),
  /** Header that holds when the export was made, and one that tells of an escalation, where they are columns. */
  other_columns: z.array(z.string()),
  columns: z.record(z.string(), columnReading),
  required: z.array(z.string()),
  nulls: z.array(z.string()),
  dates: z.array(z.string()),
  column_dates: z.record(z.string(), z.array(z.string())),
  values: z.record(z.string(), valueMap),
})

/** A format or a hint that a file can be recognised by. */
export const knownFormat = z.strictObject({
  name: z.string(),
  title: z.string(),
  signatures: z.array(z.array(z.string())),
  notes: z.array(z.string()),
  /** Why such a file cannot be read at all; null where it can. */
  refusal: z.string().nullable(),
})

/** `operations/formats.json`: what the export check reads a file by. */
export const formatsFile = z.strictObject({
  sources: z.array(sourceReading),
  formats: z.array(knownFormat),
})

export type WaitingEscalation = z.infer<typeof waitingEscalation>
export type WaitingTicket = z.infer<typeof waitingTicket>
export type WaitingFile = z.infer<typeof waitingFile>
export type SetAsideFile = z.infer<typeof setAsideFile>
export type SourceReading = z.infer<typeof sourceReading>
export type KnownFormat = z.infer<typeof knownFormat>
export type FormatsFile = z.infer<typeof formatsFile>
