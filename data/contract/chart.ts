/** A series as a control chart: its limits, what its points break, and what is said of the latest complete period. */
import { z } from 'zod'
import { day } from './terms.ts'

export const chartRule = z.enum(['beyond_limit', 'shift', 'trend', 'two_of_three'])
export const side = z.enum(['up', 'down'])

/** Periods with limits of their own, in the unit of the series. */
export const chartSegment = z.strictObject({
  /** First day of its first period, last day of its last. */
  from: day,
  to: day,
  /** Why limits were drawn anew here; none for the first segment. */
  reasons: z.array(z.string()),
  /** Points that the limits are of. */
  points: z.int().nonnegative(),
  mean: z.number(),
  /** Not beyond what the figure can be. */
  lower: z.number(),
  upper: z.number(),
  /** True below 13 points: nothing is said of them yet. */
  is_provisional: z.boolean(),
})

/** So many in so much. */
const counted = z.strictObject({ count: z.number().nonnegative(), exposure: z.number().nonnegative() })

export const chart = z.strictObject({
  /** `limits`: a control chart · `comparison`: counts too small for one, compared exactly with those before */
  method: z.enum(['limits', 'comparison']),
  /** Empty for a comparison. */
  segments: z.array(chartSegment),
  /** What a period, by its first day, breaks; a side is that of the mean, or the direction of a trend. */
  signals: z.array(z.strictObject({ from: day, rule: chartRule, side })),
  /** Of a comparison: the rarer of kept and not kept in the latest period and before, out of all items, and the one-sided p-values of its rate. */
  comparison: z
    .strictObject({
      of: z.enum(['kept', 'not_kept']),
      earlier: counted,
      later: counted,
      p_higher: z.number(),
      p_lower: z.number(),
    })
    .nullable(),
  /** First day of the latest complete period with a value, which all below is said of. */
  latest: day.nullable(),
  variation: z.enum(['improving', 'concerning', 'usual', 'changed_up', 'changed_down', 'not_yet']),
  /** The rule that makes the variation so; null where there is none, and of a comparison. */
  rule: chartRule.nullable(),
  /** Null without an aim, and of a comparison. */
  assurance: z.enum(['reliably_met', 'reliably_missed', 'hit_or_miss', 'not_yet']).nullable(),
  /** At least so much, or where low is good at most, in the unit of the series, and who set it. */
  aim: z.strictObject({ value: z.number(), set_by: z.string() }).nullable(),
  /** Why it is said to have slipped; null where it has not. */
  slipped: z.enum(['beyond_limit', 'two_running', 'comparison']).nullable(),
  /** First day of the period that brings what is said, at the earliest; null once it is said, or where that is not known. */
  told_from: day.nullable(),
})

export type Chart = z.infer<typeof chart>
