/**
 * Everything that is published, and nothing else: what a release may hold. The ETL writes by these schemas
 * and refuses the rest; the sites read by them. Imports zod only.
 */
import { z } from 'zod'

/** An instant as ISO 8601 in UTC, e.g. `2026-11-20T17:00:00.000Z`. */
export const instant = z.iso.datetime()
/** A local calendar day in the institution's time zone, e.g. `2026-11-20`. */
export const day = z.iso.date()

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
    source: z.string(),
    item_kind: itemKind,
    answer: telling,
    /** Canonical columns that the source would have to bring for a full answer. */
    missing: z.array(z.string()),
  }),
)
export const canBeTold = z.strictObject({ answer: telling, by_source: toldBySource })

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
  id: z.string(),
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
  id: z.string(),
  item_kind: itemKind,
  scope,
  clock: clock.nullable(),
  period: periodKind,
  unit,
  /** The row of the breakdown that this series belongs to, null for all items together. */
  of: z.string().nullable(),
  points: z.array(point),
})

/** Share done by a time after the start: a step function, read from left to right. */
export const curve = z.strictObject({
  id: z.string(),
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
  id: z.string(),
  by: z.string(),
  item_kind: itemKind,
  /** The period that its items were raised in, where it is not all of them. */
  from: day.optional(),
  to: day.optional(),
  columns: z.array(z.strictObject({ id: z.string(), clock: clock.nullable(), unit })),
  rows: z.array(
    z.strictObject({
      key: z.string(),
      label: z.string(),
      n: z.int().nonnegative(),
      values: z.record(z.string(), z.union([z.number(), z.string(), z.null()])),
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
      id: z.string(),
      label: z.string(),
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

/** Why a record was set aside: a closed list. */
export const quarantineReason = z.enum([
  'bad_date',
  'missing_id',
  'missing_time',
  'unknown_value',
  'short_row',
  'long_row',
  'too_large',
  'bad_bytes',
  'future',
])
/** Why a file was refused whole: a closed list. */
export const refusalReason = z.enum([
  'unreadable',
  'empty',
  'no_header',
  'missing_column',
  'encoding',
  'open_quote',
  'ambiguous_dates',
  'too_large',
  'not_a_file',
  'no_source',
])

const outcomes = {
  kept: z.int().nonnegative(),
  superseded: z.int().nonnegative(),
  duplicate: z.int().nonnegative(),
  quarantined: z.partialRecord(quarantineReason, z.int().nonnegative()),
}

/** What became of a file. Its records = kept + superseded + duplicate + all quarantined, or it is no receipt. */
export const fileReceipt = z
  .strictObject({
    name: z.string(),
    /** Null where the file could not be read. */
    sha256: z.string().nullable(),
    source: z.string().nullable(),
    format: z.string().nullable(),
    encoding: z.string().nullable(),
    exported_at: instant.nullable(),
    records: z.int().nonnegative(),
    ...outcomes,
    /** Headers that nothing reads. */
    unknown_columns: z.array(z.string()),
    refused: z
      .strictObject({ reason: refusalReason, record: z.int().nullable(), message: z.string() })
      .nullable(),
  })
  .refine(
    ({ records, kept, superseded, duplicate, quarantined }) =>
      records ===
      kept + superseded + duplicate + Object.values(quarantined).reduce((sum, count) => sum + count, 0),
    { error: 'records are not kept + superseded + duplicate + quarantined' },
  )

/** In what a source's newest export is otherwise than those before it. */
export const drift = z.strictObject({
  source: z.string(),
  file: z.string(),
  kind: z.enum(['column_gone', 'column_new', 'value_unknown', 'fewer_records', 'more_records', 'cut']),
  message: z.string(),
})

/** A line of corrections.csv, applied after everything that the exports say. */
export const correction = z.strictObject({
  line: z.int().positive(),
  item: z.string(),
  field: z.string(),
  reason: z.string(),
  is_applied: z.boolean(),
})

const backlogSums = z.strictObject({ open_at_end: z.int(), arrived: z.int(), closed: z.int() })
/** A day whose backlog is computed otherwise now than it was published, summed over the teams. */
export const restatedDay = z.strictObject({
  day,
  item_kind: itemKind,
  published: backlogSums,
  now: backlogSums,
})

export const checkResult = z.strictObject({
  name: z.string(),
  severity: z.enum(['error', 'warning']),
  rows: z.int().nonnegative(),
})

/** `run.json`: what the night did. */
export const runFile = z.strictObject({
  run: z.string(),
  as_of: instant,
  started_at: instant,
  finished_at: instant,
  files: z.array(fileReceipt),
  stages: z.array(z.strictObject({ name: z.string(), seconds: z.number().nonnegative() })),
  checks: z.array(checkResult),
  /** Sources whose newest export is older than `max_age_days`, or whose file is missing from the inbox. */
  stale: z.array(z.string()),
  drift: z.array(drift),
  corrections: z.array(correction),
  /** The newest days that were published otherwise before; `restated_days` says how many there are in all. */
  restated: z.array(restatedDay).max(400),
  restated_days: z.int().nonnegative(),
  /** Sentences for a reader of the figures; what `drift` says is among them. */
  warnings: z.array(z.string()),
})

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

export type Figure = z.infer<typeof figure>
export type Point = z.infer<typeof point>
export type Series = z.infer<typeof series>
export type Curve = z.infer<typeof curve>
export type Breakdown = z.infer<typeof breakdown>
export type Definition = z.infer<typeof definition>
export type CanBeTold = z.infer<typeof canBeTold>
export type MeasureFile = z.infer<typeof measureFile>
export type Manifest = z.infer<typeof manifest>
export type RunFile = z.infer<typeof runFile>
export type FileReceipt = z.infer<typeof fileReceipt>
export type Drift = z.infer<typeof drift>
export type AppliedCorrection = z.infer<typeof correction>
export type RestatedDay = z.infer<typeof restatedDay>
export type CheckResult = z.infer<typeof checkResult>
export type QuarantineReason = z.infer<typeof quarantineReason>
export type RefusalReason = z.infer<typeof refusalReason>
export type Unit = z.infer<typeof unit>
export type Clock = z.infer<typeof clock>
export type ItemKind = z.infer<typeof itemKind>
