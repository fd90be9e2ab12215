/** `operations/`: what those who run escalations need by item and by name. No other audience's site is built from it. */
import { z } from 'zod'
import { quarantineReason } from './run.ts'
import { clock, day, instant, name, zone } from './terms.ts'

const minutes = z.number().nonnegative()

/** By when something should have been there, and how long past that it was when last known (0: not yet), on both clocks. */
const due = {
  /** Null where nothing says when it is due. */
  due_at: instant.nullable(),
  is_overdue: z.boolean(),
  overdue_minutes: minutes,
  overdue_business_minutes: minutes,
  /** The clock that its time is set by. */
  clock,
}

/** What an open escalation lacks. */
export const escalationLack = z.strictObject({
  what: z.enum(['acknowledgement', 'owner', 'update', 'log_entry']),
  ...due,
})

/** The published target that an open ticket is past. */
export const ticketLack = z.strictObject({
  what: z.enum(['response', 'resolution']),
  /** As the institution writes it: `1 business day` */
  target: z.string(),
  ...due,
})

const waiting = {
  id: z.string(),
  begun_at: instant,
  /** Up to when its sources know it. */
  known_until: instant,
  /** Null where the day alone is known on which it began. */
  age_minutes: minutes.nullable(),
  age_business_minutes: minutes.nullable(),
  status: z.enum(['new', 'in_progress', 'waiting', 'resolved', 'closed', 'cancelled']),
  /** Null where no source of it names owners. */
  has_owner: z.boolean().nullable(),
  /** Name or code, as `audiences.operations.owners` says; null where there is none or it is hidden. */
  owner: z.string().nullable(),
  /** Who answered last where nobody is named: taken for the owner, not known to be. Name or code likewise. */
  assumed_owner: z.string().nullable(),
  team: z.string().nullable(),
  service: z.string().nullable(),
  priority: z.string().nullable(),
}

export const waitingEscalation = z.strictObject({
  ...waiting,
  lacks: z.array(escalationLack),
  /** Why nobody owns it: the owner left, was taken off, or none was ever named; null where that cannot be told, and where somebody does. */
  unowned_because: z.enum(['left', 'taken_off', 'never_named']).nullable(),
  tickets: z.array(z.strictObject({ id: z.string(), is_matched: z.boolean() })),
  route: z.enum(['mailbox', 'form', 'phone', 'chat', 'in_person', 'leadership', 'colleague', 'unknown']),
  reason: z.enum(['speed', 'quality', 'impact', 'several', 'unknown']),
  impact: z.enum(['teaching', 'research', 'service_to_students', 'administration', 'other']).nullable(),
  needed_by: day.nullable(),
  /** When the requester last heard from a person; null where they have not, and where no source has messages. */
  last_heard_at: instant.nullable(),
  /** When they should next hear; null where no source has messages. */
  next_update_due_at: instant.nullable(),
})

export const waitingTicket = z.strictObject({
  ...waiting,
  lacks: z.array(ticketLack),
  /** Its level when it was raised, which its targets are of. */
  level: z.string(),
  /** The major incident that it is part of. */
  major_incident: z.string().nullable(),
  /** Escalations that name it. */
  escalations: z.array(z.strictObject({ id: z.string(), is_open: z.boolean() })),
})

/** `operations/waiting.json`: what is open and waits, the most overdue first. */
export const waitingFile = z.strictObject({
  as_of: instant,
  known_until: instant,
  owners: z.enum(['hidden', 'coded', 'named']),
  /** With `{id}` in place of a number; null where the tool has no address. */
  ticket_url: z.string().nullable(),
  /** Open escalations that were withdrawn or are a duplicate: they wait for nothing and are not listed. */
  left_out: z.int().nonnegative(),
  /** All others that are open. */
  escalations: z.array(waitingEscalation),
  /** Open tickets past a target. */
  tickets: z.array(waitingTicket),
})

/** `operations/set-aside.json`: records that were set aside, without what they hold. */
export const setAsideFile = z.strictObject({
  /** How many there are in all. */
  count: z.int().nonnegative(),
  groups: z.array(
    z.strictObject({
      file: z.string(),
      source: name,
      reason: quarantineReason,
      /** How many there are of this file and reason; `records` lists the first of them. */
      count: z.int().positive(),
      records: z.array(
        z.strictObject({
          record: z.int().positive(),
          /** The canonical column that is at fault; null where it is the record as a whole. */
          column: name.nullable(),
        }),
      ),
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

/** How a source's files are read, as its settings and its format say together. No person, address or mailbox is in it. */
export const sourceReading = z.strictObject({
  name,
  /** Glob below inbox/ */
  files: z.string(),
  format: name,
  entity: z.enum(['ticket', 'escalation', 'message']),
  grain: z.enum(['item', 'event']),
  coverage: z.enum(['all', 'open_only', 'since']),
  timezone: zone,
  header_row: z.int().positive(),
  delimiter: z.enum([',', ';', '\t', '|']).nullable(),
  encoding: z.enum(['utf-8', 'utf-16le', 'windows-1252']).nullable(),
  container: z.enum(['table', 'mail']),
  is_ragged: z.boolean(),
  is_day_first: z.boolean().nullable(),
  /** Columns that are read beside the canonical ones: what they are landed as, and their header. */
  extra_columns: z.array(z.tuple([name, z.string()])),
  /** Where a file says when it was exported: a regular expression on its name, or a column; null: its own date. */
  exported_at: z.strictObject({ file_name: z.string().nullable(), column: z.string().nullable() }).nullable(),
  columns: z.record(name, columnReading),
  required: z.array(name),
  nulls: z.array(z.string()),
  dates: z.array(z.string()),
  column_dates: z.record(name, z.array(z.string())),
  /** What words mean, of the columns whose meanings are a closed list. */
  values: z.record(name, valueMap),
})

/** A format or a hint that a file can be recognised by. */
export const knownFormat = z.strictObject({
  name,
  title: z.string(),
  signatures: z.array(z.array(z.string())),
  notes: z.array(z.string()),
  /** Whether it is known by its documentation alone, and no real file of it was read. */
  is_hint: z.boolean(),
  /** Why such a file cannot be read at all; null where it can. */
  refusal: z.string().nullable(),
})

/** `operations/formats.json`: what the export check reads a file by. */
export const formatsFile = z.strictObject({
  sources: z.array(sourceReading),
  formats: z.array(knownFormat),
})

export type EscalationLack = z.infer<typeof escalationLack>
export type TicketLack = z.infer<typeof ticketLack>
export type WaitingEscalation = z.infer<typeof waitingEscalation>
export type WaitingTicket = z.infer<typeof waitingTicket>
export type WaitingFile = z.infer<typeof waitingFile>
export type SetAsideFile = z.infer<typeof setAsideFile>
export type SourceReading = z.infer<typeof sourceReading>
export type KnownFormat = z.infer<typeof knownFormat>
export type FormatsFile = z.infer<typeof formatsFile>
