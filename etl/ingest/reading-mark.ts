import { createHash } from 'node:crypto'
import type { Source } from '../config/settings.ts'
import type { LandingKit } from './landing.ts'

/** Raised when files are landed otherwise than before, so that those that still lie in the inbox are read anew. */
const version = 4

/** How a source reads a file, as a fingerprint: a landed file that was read otherwise is read anew. */
export function readingMark(
  source: Source,
  { staff, ticketPattern }: Pick<LandingKit, 'staff' | 'ticketPattern'>,
): string {
  const { reading, headerRow, delimiter, encoding, sheet, isRagged, entity, grain } = source
  const { isDayFirst, escalatedWhen, exportedAt, mail } = source
  // what a message tells is taken when it is landed, by these
  const taken = mail ? { staff: [...staff].sort(), values: source.values.is_automatic } : {}
  const table = { reading, headerRow, delimiter, encoding, sheet, isRagged, entity, grain }
  const numbers = reading.columns.subject && entity === 'ticket' ? ticketPattern : null
  const spec = { ...table, isDayFirst, escalatedWhen, exportedAt, mail, taken, numbers, version }
  const text = JSON.stringify(spec, (_, value) => (value instanceof RegExp ? value.source : value))
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
