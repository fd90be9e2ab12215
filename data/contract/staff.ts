/** `staff.json`: the only figures that the staff site is built from. Counts are rounded, shares are tenths, small cells are merged. */
import { z } from 'zod'
import { clock, day, instant, itemKind, name, periodKind, telling } from './terms.ts'

/**
 * A share in tenths that gives no small number away: about so many, or, where those who did (or did not) are fewer than
 * the threshold, more (or fewer) than so many. Never 0 or 10 of 10: nobody and everybody are small numbers too.
 */
export const roughShare = z.strictObject({
  /** `between`: one tenth more or less than `tenths`, of few items. */
  is: z.enum(['about', 'between', 'more_than', 'fewer_than']),
  tenths: z.int().min(1).max(9),
})

/** A rounded count: a multiple of `rounded_to`, and never below it. */
const roughCount = z.int().positive()

/** How one promise is kept, over everybody. */
export const staffPromise = z.strictObject({
  id: name,
  measure: name,
  /** Name of the figure of the measure that is told roughly; null where none can be. */
  figure: name.nullable(),
  item_kind: itemKind.nullable(),
  /** Null where nothing measures it. */
  can_be_told: telling.nullable(),
  /** The last complete period; null of what is counted now. */
  period: periodKind.nullable(),
  from: day.nullable(),
  to: day.nullable(),
  /** Null where nothing can be told, where it rests on too few, and of what is only counted. */
  share: roughShare.nullable(),
  /** Of how many; null below the threshold. */
  count: roughCount.nullable(),
  /** The same period a year before. */
  year_before: roughShare.nullable(),
  /**
   * How the period lies against what is usual: a sign is less than chance alone seldom does. Null where there are too
   * few periods or items, or no direction is better.
   */
  against_usual: z.enum(['better', 'sign_of_better', 'usual', 'sign_of_worse', 'worse']).nullable(),
})

/** A one-way table: a row a value, the smallest merged until the merged row reaches the threshold too. */
export const staffTable = z.strictObject({
  id: name,
  by: name,
  item_kind: itemKind,
  from: day.nullable(),
  to: day.nullable(),
  /** Whose shares stand in the rows, in this order. */
  columns: z.array(z.strictObject({ measure: name, figure: name })),
  /** The most first, merged ones last. */
  rows: z.array(
    z.strictObject({
      /** Null of several values together that are too small to stand alone. */
      label: z.string().nullable(),
      count: roughCount,
      /** One a column; null where it cannot be told or rests on too few. */
      shares: z.array(roughShare.nullable()),
    }),
  ),
})

/** How long something took, of escalations: minutes, rounded up to a plain step. */
export const staffTime = z.strictObject({
  measure: name,
  clock,
  /** When they were received, where that is told. */
  from: day.optional(),
  to: day.optional(),
  half_within_minutes: z.number().positive().nullable(),
  nine_in_ten_within_minutes: z.number().positive().nullable(),
})

/** Something that the department changed, and what came of the tickets that it should show in. */
export const staffChange = z.strictObject({
  date: day,
  title: z.string(),
  kind: z.enum(['improvement', 'policy']),
  /** What such tickets are about, as they are recorded; null where that is not said. */
  about: z.string().nullable(),
  effect: z.enum(['fewer', 'more', 'no_difference', 'too_early', 'not_measured']),
})

const countsOf = (file: {
  promises: { count: number | null }[]
  tables: { rows: { count: number }[] }[]
}): number[] => [
  ...file.promises.flatMap(({ count }) => (count === null ? [] : [count])),
  ...file.tables.flatMap(({ rows }) => rows.map(({ count }) => count)),
]

export const staffFile = z
  .strictObject({
    as_of: instant,
    known_until: instant,
    /** Nothing below so many stands in this file, or follows from it and another night's by counting up and down. */
    threshold: z.int().positive(),
    /** Counts are multiples of it: the threshold, or a multiple. */
    rounded_to: z.int().positive(),
    /** One a promise, in the institution's order. */
    promises: z.array(staffPromise),
    tables: z.array(staffTable),
    times: z.array(staffTime),
    /** The newest first. */
    changes: z.array(staffChange),
  })
  .refine((file) => countsOf(file).every((count) => count % file.rounded_to === 0), {
    message: 'a count is not rounded',
  })
  .refine(({ threshold, rounded_to }) => rounded_to % threshold === 0, {
    message: 'what counts are rounded to is no multiple of the threshold',
  })

export type RoughShare = z.infer<typeof roughShare>
export type StaffPromise = z.infer<typeof staffPromise>
export type StaffTable = z.infer<typeof staffTable>
export type StaffTime = z.infer<typeof staffTime>
export type StaffChange = z.infer<typeof staffChange>
export type StaffFile = z.infer<typeof staffFile>
