const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Minutes east of Greenwich of the zones that RFC 5322 names, and of those that European senders write. */
const zones: Readonly<Record<string, number>> = {
  ...{ z: 0, ut: 0, utc: 0, gmt: 0, wet: 0, bst: 60, west: 60, cet: 60, cest: 120, eet: 120, eest: 180 },
  ...{ est: -300, edt: -240, cst: -360, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420 },
}

const written =
  /^(?:[a-z]+[.,]*\s*)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?,?[\s-]+(\d{2,4})\s+(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?\s*(?:([+-])(\d{2}):?(\d{2})|([a-z]+))\b/i
const iso = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/

/** The year before which mail had no such dates (RFC 822): an earlier one is a broken clock. */
const firstYear = 1982

function fullYear(text: string): number {
  const year = Number(text)
  if (text.length === 4) return year
  return text.length === 3 || year >= 50 ? 1900 + year : 2000 + year
}

function offsetOf(sign = '', hours = '0', minutes = '0', zone = ''): number | undefined {
  if (!sign) return zones[zone.toLowerCase()]
  return Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes))
}

function fromWritten(text: string): number {
  const [, day = '', name = '', yearText = '', hour = '', minute = '', second = '0', ...zone] =
    written.exec(text) ?? []
  const year = fullYear(yearText)
  const month = months.indexOf(name.toLowerCase())
  const offset = offsetOf(...zone)
  const at = Date.UTC(year, month, Number(day), Number(hour), Number(minute), Math.min(Number(second), 59))
  const isReal =
    month >= 0 && new Date(Date.UTC(year, month, Number(day))).getUTCDate() === Number(day) && Number(day) > 0
  return isReal && Number(hour) < 24 && Number(minute) < 60 && offset !== undefined
    ? at - offset * 60_000
    : NaN
}

/**
 * A date header (RFC 5322, its obsolete forms, and ISO) as an ISO instant in UTC to the second. Null where it is none,
 * or names no zone that is known: it is never read in the zone of this machine.
 */
export function mailDate(text: string | undefined): string | null {
  const bare = (text ?? '').replace(/\([^()]*\)/g, ' ').trim()
  const at = iso.test(bare) ? Date.parse(bare) : fromWritten(bare)
  const date = new Date(at)
  if (Number.isNaN(at) || date.getUTCFullYear() < firstYear || date.getUTCFullYear() > 9999) return null
  return `${date.toISOString().slice(0, 19)}Z`
}

/** The time in a Received header, which stands after its last semicolon. */
export const receivedDate = (text: string): string | null => mailDate(text.slice(text.lastIndexOf(';') + 1))
