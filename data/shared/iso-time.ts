/** Dates and times as ISO 8601 and its relatives write them, with all that DuckDB's casts let pass. */
import { dayInMilliseconds, millisecondsOf, timeOf } from './wall-time.ts'

const date = String.raw`(\d{1,9})([-/\\ ])(\d{1,2})\2(\d{1,2})`
const time = String.raw`(?:T|(?=[ \t\n\v\f\r]))[ \t\n\v\f\r]*(\d+):`
const minutes = String.raw`(\d{1,2})`
const seconds = String.raw`:(\d{1,2})(?:\.(\d*))?`
const zoned = String.raw`(?:Z|[+-]\d{2}(?::(?:\d{2}(?::(?:\d{2})?)?)?|\d{2})?)?[ \t\n\v\f\r]*`
const local = new RegExp(
  `^${date}(?:${time}(?:${minutes}(?::|${seconds}(?:${zoned}| [Uu][Tt][Cc][ \\t\\n\\v\\f\\r]*))?)?)?$`,
)
const offset = new RegExp(`^${date}${time}${minutes}(?:${seconds})? ?(Z|([+-])(\\d{2})(?::?(\\d{2}))?)$`)
/** A cell that ends as one with an offset does. */
const endsInOffset = /\d ?(Z|[+-]\d{2}(:?\d{2})?)$/

type Parts = readonly (string | undefined)[]

/** Milliseconds to the microsecond: what is beyond it is cut. */
const fraction = (digits: string | undefined): number =>
  Number((digits ?? '').slice(0, 6).padEnd(6, '0')) / 1000

function wallOf([year, , month, day, hour, minutes, second, digits]: Parts): number | null {
  const [h, m, s] = [Number(hour ?? 0), Number(minutes ?? 0), Number(second ?? 0)]
  const inDay = millisecondsOf(h, m, s) + fraction(digits)
  if (m > 59 || s > 59 || inDay > dayInMilliseconds) return null
  return timeOf([Number(year), Number(month), Number(day)], inDay)
}

/** A cell as a wall time, whatever offset it has; null where it is none. */
export function isoWall(cell: string): number | null {
  const [, ...parts] = local.exec(cell) ?? []
  return parts.length === 0 ? null : wallOf(parts)
}

/** A cell with an offset as an instant; null where it has none or is no time. */
export function isoInstant(cell: string): number | null {
  if (!endsInOffset.test(cell)) return null
  const [, ...parts] = offset.exec(cell) ?? []
  const wall = parts.length === 0 ? null : wallOf(parts)
  if (wall === null) return null
  const [sign, hours, past] = parts.slice(9)
  const ahead = millisecondsOf(Number(hours ?? 0), Number(past ?? 0), 0)
  return wall - (sign === '-' ? -ahead : ahead)
}

/** Whether a cell is a day alone. */
export const isIsoDay = (cell: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(cell)
