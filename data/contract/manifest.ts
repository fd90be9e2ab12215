/** Whose figures these are, and everything that pages say besides figures. */
import { z } from 'zod'
import { day, instant } from './terms.ts'

export const promise = z.strictObject({
  id: z.string(),
  /** The institution's own sentence, quoted. */
  sentence: z.string(),
  measure: z.string(),
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

export const sourceReceipt = z.strictObject({
  name: z.string(),
  entity: z.enum(['ticket', 'escalation', 'message']),
  /** Up to when this source knows its items; null where nothing of it was ever read. */
  known_until: instant.nullable(),
  is_stale: z.boolean(),
})

/** `manifest.json`: whose figures these are, and everything that pages say besides figures. */
export const manifest = z.strictObject({
  contract_version: z.literal(1),
  run: z.string(),
  as_of: instant,
  known_until: instant,
  built_at: instant,
  /** When the next release is due: if none stands some time after it, the nightly has stopped. */
  next_update_due_at: instant,
  is_sample: z.boolean(),
  institution: z.strictObject({
    name: z.string(),
    department: z.string(),
    timezone: z.string(),
    /** `#rrggbb` */
    accent: z.string().nullable(),
    contact: z.strictObject({
      escalations_email: z.string(),
      service_desk_phone: z.string().nullable(),
      live_chat_url: z.string().nullable(),
      service_desk_hours: z.string().nullable(),
      read_more_url: z.string().nullable(),
    }),
    ticket_number: z.strictObject({ pattern: z.string(), example: z.string() }),
  }),
  suppress_below: z.int().positive(),
  /** Recurring issues are active while they have a ticket in so many days. */
  window_days: z.int().positive(),
  /** The fixed times of the charts in words, by measure: `{ acknowledged: "1 business day" }` */
  within: z.record(z.string(), z.string()),
  sources: z.array(sourceReceipt),
  measures: z.array(z.string()),
  promises: z.array(promise),
  pages: z.array(page),
  /** What changed and when, for marks on the time axis. */
  changes: z.array(
    z.strictObject({ date: day, title: z.string(), kind: z.enum(['improvement', 'incident', 'policy']) }),
  ),
  terms: z.array(z.strictObject({ year: z.string(), name: z.string(), from: day, to: day })),
  warnings: z.array(z.string()),
})

export type Manifest = z.infer<typeof manifest>
