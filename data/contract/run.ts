/** What a night did: the receipt of every file, the checks, what is odd. */
import { z } from 'zod'
import { day, instant, itemKind, name, runName } from './terms.ts'

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
  'future',
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
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable(),
    source: name.nullable(),
    format: name.nullable(),
    encoding: name.nullable(),
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
  source: name,
  file: z.string(),
  kind: z.enum(['column_gone', 'column_new', 'value_unknown', 'fewer_records', 'more_records', 'cut']),
  message: z.string(),
})

/** A line of corrections.csv, applied after everything that the exports say. */
export const correction = z.strictObject({
  line: z.int().positive(),
  item: z.string(),
  field: name,
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
  name,
  severity: z.enum(['error', 'warning']),
  rows: z.int().nonnegative(),
})

/** `run.json`: what the night did. */
export const runFile = z.strictObject({
  run: runName,
  as_of: instant,
  started_at: instant,
  finished_at: instant,
  files: z.array(fileReceipt),
  stages: z.array(z.strictObject({ name, seconds: z.number().nonnegative() })),
  checks: z.array(checkResult),
  /** Sources whose newest export is older than `max_age_days`, or whose file is missing from the inbox. */
  stale: z.array(name),
  drift: z.array(drift),
  corrections: z.array(correction),
  /** The newest days that were published otherwise before; `restated_days` says how many there are in all. */
  restated: z.array(restatedDay).max(400),
  restated_days: z.int().nonnegative(),
  /** Sentences for a reader of the figures; what `drift` says is among them. */
  warnings: z.array(z.string()),
})

export type RunFile = z.infer<typeof runFile>
export type FileReceipt = z.infer<typeof fileReceipt>
export type Drift = z.infer<typeof drift>
export type AppliedCorrection = z.infer<typeof correction>
export type RestatedDay = z.infer<typeof restatedDay>
export type CheckResult = z.infer<typeof checkResult>
export type QuarantineReason = z.infer<typeof quarantineReason>
export type RefusalReason = z.infer<typeof refusalReason>
