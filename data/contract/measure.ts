/** A measure as it is published: its figures, series, curves and breakdowns, and how they are made. */
import { z } from 'zod'
import { chart } from './chart.ts'
import {
  canBeTold,
  clock,
  day,
  direction,
  instant,
  itemKind,
  name,
  periodKind,
  scope,
  toldBySource,
  unit,
} from './terms.ts'

/** One number with its uncertainty: `low` and `high` are the ends of a 95 % interval, null where there is none. */
const estimate = {
  value: z.number().nullable(),
  /** Items that the figure rests on (its denominator). */
  n: z.int().nonnegative(),
  low: z.number().nullable(),
  high: z.number().nullable(),
}

export const figure = z.strictObject({
  /** e.g. `within`, `median`, `p90`, `waiting_now`, `waiting_oldest` */
  id: name,
  item_kind: itemKind,
  scope,
  clock: clock.nullable(),
  unit,
  ...estimate,
  /** The period that the figure is of, where it is of one. */
  from: day.optional(),
  to: day.optional(),
  /** True where a quantile was not reached: the value is the longest observed time, "longer than". */
  is_at_least: z.boolean(),
})

export const point = z.strictObject({
  /** The period's own name, where it has one: `2025/26`, `Semester A 2025/26`. */
  label: z.string().optional(),
  from: day,
  /** Last day of the period, inclusive. */
  to: day,
  ...estimate,
  /** False for the period that still runs, or whose items have not all had their time yet. */
  is_complete: z.boolean(),
})

export const series = z.strictObject({
  id: name,
  item_kind: itemKind,
  scope,
  clock: clock.nullable(),
  period: periodKind,
  unit,
  /** The row of the breakdown that this series belongs to, null for all items together. */
  of: z.string().nullable(),
  points: z.array(point),
  /** Null where it is no series that is charted. */
  chart: chart.nullable(),
})

/** Share done by a time after the start: a step function, read from left to right. */
export const curve = z.strictObject({
  id: name,
  item_kind: itemKind,
  clock,
  n: z.int().nonnegative(),
  /** The period that its items were raised in, where it is not all of them. */
  from: day.optional(),
  to: day.optional(),
  points: z.array(
    z.strictObject({
      minutes: z.number(),
      share: z.number(),
      low: z.number().nullable(),
      high: z.number().nullable(),
    }),
  ),
})

/** A table: one row a value of the dimension `by`. Cells are null where they cannot be told or are too few. */
export const breakdown = z.strictObject({
  id: name,
  by: name,
  item_kind: itemKind,
  /** The period that its items were raised in, where it is not all of them. */
  from: day.optional(),
  to: day.optional(),
  columns: z.array(z.strictObject({ id: name, clock: clock.nullable(), unit })),
  rows: z.array(
    z.strictObject({
      key: z.string(),
      label: z.string(),
      /** Items of the value. */
      n: z.int().nonnegative(),
      values: z.record(name, z.union([z.number(), z.string(), z.null()])),
      /** Items that a column's value rests on, by column. */
      counts: z.record(name, z.int().nonnegative()),
    }),
  ),
})

export const definition = z.strictObject({
  title: z.string(),
  /** One plain sentence: what the figure says. */
  sentence: z.string(),
  /** How it is computed, in paragraphs for a reader who wants to check it. */
  how: z.array(z.string()),
  /** What its figures are called: the series and the figure of the id, `<id>_365_days`, `<id>_now` and so on. */
  figures: z.array(
    z.strictObject({
      id: name,
      label: z.string(),
      /** The direction that is better. */
      good: direction,
      /** A share of the items' time and not of their number; false of what is no share. */
      is_weighted: z.boolean(),
      /** Where it needs more of a source than the measure does. */
      can_be_told: toldBySource.optional(),
    }),
  ),
  good: direction,
  /** Where the method comes from. */
  method: z.string().nullable(),
})

/** `measures/<id>.json` */
export const measureFile = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  as_of: instant,
  /** The earlier of the as-of time and the newest export: up to when the sources know their items. */
  known_until: instant,
  can_be_told: canBeTold,
  headline: figure.nullable(),
  figures: z.array(figure),
  series: z.array(series),
  curves: z.array(curve),
  breakdowns: z.array(breakdown),
  definition,
})

export type Figure = z.infer<typeof figure>
export type Point = z.infer<typeof point>
export type Series = z.infer<typeof series>
export type Curve = z.infer<typeof curve>
export type Breakdown = z.infer<typeof breakdown>
export type Definition = z.infer<typeof definition>
export type MeasureFile = z.infer<typeof measureFile>
