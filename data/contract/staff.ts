/** `staff.json`: the only figures that the staff site is built from. Counts are rounded, shares are tenths, small cells are merged. */
import { z } from 'zod'
import { clock, day, instant, itemKind, telling } from './terms.ts'

/** A share that gives no small number away: so many in ten, or a bound where those who did (or did not) are fewer than the threshold. */
export const roughShare = z.strictObject({
  is: z.enum(['about', 'more_than', 'fewer_than']),
  tenths: z.int().min(0).max(10),
})

/** A count rounded to a multiple of the threshold, and never below it. */
const roughCount = z.int().nonnegative()

/** How one promise is kept, over everybody. */
export const staffPromise = z.strictObject({
  id: z.string(),
  measure: z.string(),
  /** Name of the figure of the measure that is told roughly. */
  figure: z.string().nullable(),
  item_kind: itemKind.nullable(),
  can_be_told: telling,
  from: day.nullable(),
  to: day.nullable(),
  /** Null where nothing can be told, or where it rests on fewer than the threshold. */
  share: roughShare.nullable(),
  count: roughCount.nullable(),
  /** The same period a year before. */
  year_before: roughShare.nullable(),
  /** How the last period lies against what is usual; null where there are too few periods, or no direction is better. */
  against_usual: z.enum(['better', 'worse', 'usual']).nullable(),
})

/** A one-way table: a row a value, the smallest merged until the merged row reaches the threshold too. */
export const staffTable = z.strictObject({
  measure: z.string(),
  figure: z.string(),
  by: z.string(),
  item_kind: itemKind,
  from: day.nullable(),
  to: day.nullable(),
  rows: z.array(
    z.strictObject({
      label: z.string(),
      /** Whether this row is several values that are too small to stand alone. */
      is_merged: z.boolean(),
      count: roughCount,
      share: roughShare.nullable(),
    }),
  ),
})

/** How long something took recently: minutes, rounded up to a plain step. */
export const staffTime = z.strictObject({
  measure: z.string(),
  clock,
  half_within_minutes: z.number().positive().nullable(),
  nine_in_ten_within_minutes: z.number().positive().nullable(),
})

/** Something that was changed, and what it did. */
export const staffChange = z.strictObject({
  date: day,
  title: z.string(),
  kind: z.enum(['improvement', 'incident', 'policy']),
  effect: z.enum(['better', 'worse', 'no_difference', 'too_early', 'not_measured']),
})

export const staffFile = z.strictObject({
  as_of: instant,
  known_until: instant,
  /** Nothing below so many stands in this file, or follows from it. */
  threshold: z.int().positive(),
  promises: z.array(staffPromise),
  tables: z.array(staffTable),
  times: z.array(staffTime),
  changes: z.array(staffChange),
})

export type RoughShare = z.infer<typeof roughShare>
export type StaffPromise = z.infer<typeof staffPromise>
export type StaffTable = z.infer<typeof staffTable>
export type StaffTime = z.infer<typeof staffTime>
export type StaffChange = z.infer<typeof staffChange>
export type StaffFile = z.infer<typeof staffFile>
