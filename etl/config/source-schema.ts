import { z } from 'zod'
import { canonicalColumns } from '../formats/canonical.ts'

const text = z.string().trim().min(1)
/** The name of a canonical column. */
export const canonicalColumn = z.enum(canonicalColumns)

const names = z
  .union([text, z.array(text).min(1)], { error: 'write one text or a list of texts' })
  .transform((value) => (typeof value === 'string' ? [value] : value))
const formats = names
/** A source column, several joined by "/", or one with its own date format. */
const columnMapping = z
  .union([names, z.strictObject({ column: text, format: formats.optional() })], {
    error: 'write the header, a list of headers to join, or { column: "header", format: "%d/%m/%Y" }',
  })
  .transform((value) =>
    Array.isArray(value)
      ? { from: value, formats: undefined }
      : { from: [value.column], formats: value.format },
  )

const exportTime = z.union([z.strictObject({ filename: text }), z.strictObject({ column: text })], {
  error: 'write { filename: \'(\\d{4}-\\d{2}-\\d{2})\' } or { column: "header" }',
})
/** What a source value means; numbers and yes or no may stand without quotes. */
const meaning = z
  .union([z.string(), z.number(), z.boolean()], { error: 'write one word' })
  .transform((value) => String(value))

export const sourceSchema = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]*$/, 'write a name of lower-case letters, digits and hyphens'),
  files: text,
  format: text,
  entity: z.enum(['ticket', 'escalation', 'message']).optional(),
  grain: z.enum(['item', 'event']).optional(),
  timezone: text.optional(),
  coverage: z.enum(['all', 'open_only', 'since']).optional(),
  required: z.boolean().default(false),
  max_age_days: z.number().positive().optional(),
  header_row: z.int().positive().default(1),
  delimiter: z.enum([',', ';', '\t', '|']).optional(),
  encoding: z.enum(['utf-8', 'utf-16le', 'windows-1252']).optional(),
  sheet: text.optional(),
  null_values: z.array(z.string()).optional(),
  day_first: z.boolean().optional(),
  empty: z.enum(['null', 'unchanged']).default('null'),
  exported_at: exportTime.optional(),
  columns: z.partialRecord(canonicalColumn, columnMapping).default({}),
  values: z.partialRecord(canonicalColumn, z.record(z.string(), meaning)).default({}),
  escalated_when: z.record(z.string(), z.string()).optional(),
  addresses: z.array(text).optional(),
  staff_domains: z.array(text).optional(),
  staff_addresses: z.array(text).optional(),
  assume_owner: z.boolean().default(false),
})

export type RawSource = z.infer<typeof sourceSchema>
