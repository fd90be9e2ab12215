import { createHash } from 'node:crypto'
import type { Source } from '../config/settings.ts'
import { keyOf } from './key-of.ts'
import type { LandingKit } from './landing.ts'

/** Raised when files are landed otherwise than before, so that those that still lie in the inbox are read anew. */
const version = 4

/** The secret's own part of a mark. */
const keyMark = (secret: Buffer): string => keyOf(secret, 'the secret of a reading').slice(0, 8)

/** Whether a landed file was read under another secret: the keys of its people fit no others. */
export const isOfAnotherKey = (mark: string, secret: Buffer): boolean =>
  mark.includes('-') && !mark.endsWith(`-${keyMark(secret)}`)

/**
 * How a source reads a file, as a fingerprint of its mapping and one of the secret: a landed file that was read otherwise
 * is read anew.
 */
export function readingMark(
  source: Source,
  { staff, ticketPattern, secret }: Pick<LandingKit, 'staff' | 'ticketPattern'> & { readonly secret: Buffer },
): string {
  const { reading, headerRow, delimiter, encoding, sheet, isRagged, entity, grain } = source
  const { isDayFirst, escalatedWhen, exportedAt, mail } = source
  // what a message tells is taken when it is landed, by these
  const taken = mail ? { staff: [...staff].sort(), values: source.values.is_automatic } : {}
  const table = { reading, headerRow, delimiter, encoding, sheet, isRagged, entity, grain }
  const numbers = reading.columns.subject && entity === 'ticket' ? ticketPattern : null
  const spec = { ...table, isDayFirst, escalatedWhen, exportedAt, mail, taken, numbers, version }
  const text = JSON.stringify(spec, (_, value) => (value instanceof RegExp ? value.source : value))
  return `${createHash('sha256').update(text).digest('hex').slice(0, 16)}-${keyMark(secret)}`
}
