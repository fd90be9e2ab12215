/** The settings of an installation, as config.yaml writes them. Defaults are filled in; meanings are checked in `meaning.ts`. */
import { z } from 'zod'
import { calendarSchema } from './calendar-schema.ts'
import { sourceSchema } from './source-schema.ts'

export {
  type CanonicalColumn,
  canonicalColumns,
  eventColumns,
  itemColumns,
  messageColumns,
} from '../formats/canonical.ts'
export { type CalendarSettings, weekdays } from './calendar-schema.ts'
export { canonicalColumn } from './source-schema.ts'

const text = z.string().trim().min(1)
const day = z.iso.date()
const owners = z.enum(['hidden', 'coded', 'named'])
const dpia = z.strictObject({
  reference: text,
  date: day,
  workers_consulted: z.union([z.boolean(), text], 'write true, false, or in words who was consulted'),
})

export const settingsSchema = z.strictObject({
  config_version: z.literal(1).default(1),
  institution: z.strictObject({
    name: text,
    department: text,
    timezone: text,
    accent: z
      .string()
      .regex(/^#[0-9a-fA-F]{6}$/, 'write a colour as "#1d4f91"')
      .nullish(),
    contact: z.strictObject({
      escalations_email: z.email(),
      service_desk_phone: text.nullish(),
      live_chat_url: z.url({ protocol: /^https?$/ }).nullish(),
      service_desk_hours: text.nullish(),
      read_more_url: z.url({ protocol: /^https?$/ }).nullish(),
      ticket_url: z
        .string()
        .regex(/^https?:\/\/[^/?#{]+[/?#].*\{id\}/, 'write an address with {id} behind its host')
        .nullish(),
    }),
    ticket_number: z
      .strictObject({ pattern: text, example: text })
      .default({ pattern: '\\b(INC|REQ|RITM|SCTASK|CS)\\d{6,}\\b', example: 'INC0123456' }),
  }),
  sources: z.array(sourceSchema).min(1),
  people: z
    .array(
      z.strictObject({
        name: text,
        aliases: z.array(text).default([]),
        team: text.optional(),
        from: day.optional(),
        to: day.optional(),
        shared: z.boolean().default(false),
        /** An automatic account: no owner, and what it changes acknowledges nothing. */
        system: z.boolean().default(false),
      }),
    )
    .default([]),
  calendar: calendarSchema,
  calendars: z.record(z.string(), calendarSchema).default({}),
  terms: z.array(z.strictObject({ year: text, name: text, from: day, to: day })).default([]),
  targets: z
    .array(
      z.strictObject({
        level: text,
        measure: z.enum(['response', 'resolution']),
        target: text,
        clock: z.enum(['elapsed', 'business']).default('elapsed'),
        calendar: text.optional(),
        pauses: z.boolean().default(false),
        from: day.optional(),
        source: text.optional(),
      }),
    )
    .default([]),
  /** Whom each level is for, in words that someone outside IT knows: what the staff site's calculator asks. */
  levels: z.array(z.strictObject({ level: text, affects: text, source: text.optional() })).default([]),
  aims: z
    .array(
      z.strictObject({
        measure: text,
        share: z.number().min(0).max(1),
        within: text.optional(),
        set_by: text,
        from: day.optional(),
      }),
    )
    .default([]),
  within: z
    .strictObject({
      acknowledged: text.default('1 business day'),
      investigated: text.default('3 business days'),
      resolved: text.default('10 business days'),
    })
    .prefault({}),
  owner_within: text.default('1 business day'),
  reopened_within_days: z.int().positive().default(14),
  escalated_within_days: z.int().positive().default(28),
  improvement_weeks: z.int().positive().default(12),
  releases_kept: z.int().min(2).default(30),
  nightly_at: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write a time of day as "03:00"')
    .default('03:00'),
  update_cadence: text.nullish(),
  recurring: z
    .strictObject({
      window_days: z.int().positive().default(28),
      at_least: z.int().min(2).default(3),
      requesters: z.int().positive().default(2),
      never_group: z.array(text).default([]),
      words: z.array(text).default([]),
      synonyms: z.array(z.array(text).min(2)).default([]),
    })
    .prefault({}),
  audiences: z
    .strictObject({
      staff: z.strictObject({ suppress_below: z.int().min(1).default(5) }).prefault({}),
      leadership: z.strictObject({ owners: owners.default('hidden'), dpia: dpia.optional() }).prefault({}),
      operations: z.strictObject({ owners: owners.default('named'), dpia: dpia.optional() }).prefault({}),
    })
    .prefault({}),
  retention: z
    .strictObject({
      landed_days: z.int().positive().default(1095),
      quarantine_days: z.int().positive().default(90),
    })
    .prefault({}),
})

export type RawSettings = z.infer<typeof settingsSchema>
