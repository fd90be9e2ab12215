import type { Duration } from './settings.ts'

const pattern =
  /^(\d+(?:\.\d+)?)\s*(?:(business|working)\s+)?(m|min|mins|minute|minutes|h|hour|hours|day|days|week|weeks)$/i

const minutesOf: Record<string, number> = { m: 1, h: 60, d: 1440, w: 10_080 }

/**
 * A duration as people write it: `15 min`, `4 hours`, `2 days`, `2 business hours`, `3 business days`.
 * @throws RangeError that says how to write one
 */
export function parseDuration(text: string): Duration {
  const [, amount = '', business, unit = ''] = pattern.exec(text.trim()) ?? []
  const count = Number(amount)
  const letter = unit.charAt(0).toLowerCase()
  const isWhole = business === undefined || letter === 'm' || letter === 'h' || Number.isInteger(count)
  if (!(count > 0) || !isWhole || (business !== undefined && letter === 'w')) {
    throw new RangeError(
      `"${text}" is no duration. Write it as "15 min", "4 hours", "2 days", "2 business hours" or "1 business day"`,
    )
  }
  if (business === undefined) return { kind: 'elapsed', minutes: count * (minutesOf[letter] ?? 0) }
  if (letter === 'd') return { kind: 'business_days', days: count }
  return { kind: 'business', minutes: count * (minutesOf[letter] ?? 0) }
}
