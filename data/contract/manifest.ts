/** Whose figures these are, and everything that pages say besides figures. */
import { z } from 'zod'
import { day, instant, name, runName, zone } from './terms.ts'

/** Where a link may lead: a page of the web, and nothing that a browser would run. */
const webAddress = z.url({ protocol: /^https?$/ })

export const promise = z.strictObject({
  id: name,
  /** What the institution promises, or what it asks of those who escalate. */
  kind: z.enum(['promise', 'request']),
  /** The institution's own sentence, quoted. */
  sentence: z.string(),
  measure: name,
  order: z.int(),
})

export const page = z.strictObject({
  /** File name without its ending, e.g. `when` */
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: z.string(),
  order: z.int(),
  /** Markdown */
  body: z.string(),
})

const step = z.string().regex(/^[a-z][a-z0-9-]*$/)

/** The way of an escalation: its steps, and which leads to which. */
export const flow = z.strictObject({
  nodes: z.array(
    z.strictObject({
      id: step,
      text: z.string(),
      /** Who acts, in the institution's word. */
      who: z.string(),
    }),
  ),
  edges: z.array(
    z.strictObject({
      from: step,
      to: step,
      /** The answer that leads this way; null where there is no other. */
      label: z.string().nullable(),
    }),
  ),
})

/** Whom a service level is for, in words that someone outside IT knows: `A whole class, now`. */
export const level = z.strictObject({
  level: z.string(),
  affects: z.string(),
  /** Where that is said; null where the installation does not say. */
  source: z.string().nullable(),
})

/** A published target of a level, from a day on (null: ever) until before another (null: still). */
export const target = z.strictObject({
  level: z.string(),
  measure: z.enum(['response', 'resolution']),
  /** As the institution writes it: `1 business day` */
  words: z.string(),
  kind: z.enum(['elapsed', 'business', 'business_days']),
  /** Minutes on its clock, or open days. */
  amount: z.number().positive(),
  /** Name of the calendar that it is counted by; null where every hour counts. */
  calendar: z.string().nullable(),
  /** Whether its clock stands still while something is waited for. */
  is_paused: z.boolean(),
  from: day.nullable(),
  to: day.nullable(),
  source: z.string().nullable(),
})

const weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])
const stretch = z.string().regex(/^\d\d:\d\d-\d\d:\d\d$/)

/** The hours that a service calendar has, and what of it can be looked up (minutes since 1970, as data/shared/calendar.ts reads them). */
export const serviceCalendar = z.strictObject({
  name: z.string(),
  timezone: zone,
  /** Opening hours by weekday, `09:00-17:00`; a day without any is closed. */
  hours: z.partialRecord(weekday, z.array(stretch)),
  /** The bank holidays among its days. */
  bank_holidays: z.array(day),
  closures: z.array(z.strictObject({ from: day, to: day, note: z.string().nullable() })),
  other_hours: z.array(z.strictObject({ date: day, hours: z.array(stretch) })),
  from: z.int(),
  to: z.int(),
  stretches: z.array(z.tuple([z.int(), z.int()])),
  offsets: z.array(z.tuple([z.int(), z.number()])),
})

export const sourceReceipt = z.strictObject({
  name,
  entity: z.enum(['ticket', 'escalation', 'message']),
  /** Up to when this source knows its items; null where nothing of it was ever read. */
  known_until: instant.nullable(),
  is_stale: z.boolean(),
  /** The age from which on it is stale; null where none is set. */
  max_age_days: z.number().positive().nullable(),
})

/** `manifest.json`: whose figures these are, and everything that pages say besides figures. */
export const manifest = z.strictObject({
  contract_version: z.literal(1),
  run: runName,
  as_of: instant,
  /** As of when the release before it is, of those that are kept; null where there is none, and in releases older than this field. */
  previous_as_of: instant.nullable().default(null),
  known_until: instant,
  built_at: instant,
  /** When the next release is due: if none stands some time after it, the nightly has stopped. */
  next_update_due_at: instant,
  is_sample: z.boolean(),
  institution: z.strictObject({
    name: z.string(),
    department: z.string(),
    timezone: zone,
    accent: z
      .string()
      .regex(/^#[0-9a-f]{6}$/i)
      .nullable(),
    contact: z.strictObject({
      escalations_email: z.string(),
      service_desk_phone: z.string().nullable(),
      live_chat_url: webAddress.nullable(),
      service_desk_hours: z.string().nullable(),
      read_more_url: webAddress.nullable(),
    }),
    ticket_number: z.strictObject({ pattern: z.string(), example: z.string() }),
  }),
  suppress_below: z.int().positive(),
  /** Recurring issues are active while they have a ticket in so many days. */
  window_days: z.int().positive(),
  /** The fixed times of the charts in words, by measure: `{ acknowledged: "1 business day" }` */
  within: z.record(name, z.string()),
  sources: z.array(sourceReceipt),
  measures: z.array(name),
  promises: z.array(promise),
  pages: z.array(page),
  flow,
  levels: z.array(level),
  targets: z.array(target),
  /** The calendar that figures are measured by first, then those that targets name. */
  calendars: z.array(serviceCalendar),
  /** What is kept of people, and how long. */
  privacy: z.strictObject({
    landed_days: z.int().positive(),
    quarantine_days: z.int().positive(),
    releases_kept: z.int().positive(),
    /** How owners are shown to leaders, and to those who run escalations. */
    leadership_owners: z.enum(['hidden', 'coded', 'named']),
    operations_owners: z.enum(['hidden', 'coded', 'named']),
  }),
  /** What changed and when, for marks on the time axis. */
  changes: z.array(
    z.strictObject({ date: day, title: z.string(), kind: z.enum(['improvement', 'incident', 'policy']) }),
  ),
  terms: z.array(z.strictObject({ year: z.string(), name: z.string(), from: day, to: day })),
  warnings: z.array(z.string()),
})

export type Flow = z.infer<typeof flow>
export type Level = z.infer<typeof level>
export type Target = z.infer<typeof target>
export type PublishedCalendar = z.infer<typeof serviceCalendar>
export type Manifest = z.infer<typeof manifest>
