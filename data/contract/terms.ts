/** The words that everything published is written in. */
import { z } from 'zod'

/** An instant as ISO 8601 in UTC, e.g. `2026-11-20T17:00:00.000Z`. */
export const instant = z.iso.datetime()
/** A local calendar day in the institution's time zone, e.g. `2026-11-20`. */
export const day = z.iso.date()

/** What code or settings call something, e.g. `first-owned`, `within_365_days`: no sentence, address or capital fits it. */
export const name = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:[-_][a-z0-9]+)*$/, 'write small letters and digits, parted by hyphens')
/** The name of a run, which sorts by time: `20261120T020000123Z`. */
export const runName = z.string().regex(/^\d{8}T\d{9}Z$/)
/** A time zone, e.g. `Europe/London`. */
export const zone = z.string().regex(/^[A-Z][\w+-]*(?:\/[A-Z][\w+-]*){0,2}$/)

export const itemKind = z.enum(['ticket', 'escalation'])
/** `elapsed` counts every minute, `business` only those in which the service calendar is open. */
export const clock = z.enum(['elapsed', 'business'])
/** `share` 0 to 1 · `per_100` of a hundred items · `minutes` on the named clock · `items`, `people`: counts · `ratio`, `index`: without a unit · `difference` of two shares, -1 to 1 · `days` */
export const unit = z.enum([
  'share',
  'per_100',
  'minutes',
  'items',
  'people',
  'ratio',
  'index',
  'difference',
  'days',
  'text',
])
/** A calendar period: weeks begin on Monday; terms and academic years are the installation's own. */
export const periodKind = z.enum(['day', 'week', 'month', 'term', 'year'])
/** `without_major_children` leaves out tickets that are part of a major incident, and escalations about them. */
export const scope = z.enum(['all', 'without_major_children'])
/** The direction that is better; `neutral` where neither is. */
export const direction = z.enum(['high', 'low', 'neutral'])

/** What sort of thing a measure can be told from: all of it, bounds only, or not at all. */
export const telling = z.enum(['yes', 'bounds', 'no'])

export const toldBySource = z.array(
  z.strictObject({
    source: name,
    item_kind: itemKind,
    answer: telling,
    /** Canonical columns that the source would have to bring for a full answer. */
    missing: z.array(name),
  }),
)
export const canBeTold = z.strictObject({ answer: telling, by_source: toldBySource })

export type Unit = z.infer<typeof unit>
export type Clock = z.infer<typeof clock>
export type ItemKind = z.infer<typeof itemKind>
export type CanBeTold = z.infer<typeof canBeTold>
