/** A date as people type it into three fields. */

export const dateParts = ['day', 'month', 'year'] as const
export type DatePart = (typeof dateParts)[number]
export type TypedDate = Readonly<Record<DatePart, string>>

/** A day as ISO, or what to put right in which field. */
export type DateRead = { readonly day: string } | { readonly part: DatePart; readonly words: string }

/** What a form says of its date. */
export interface DateWords {
  /** Where nothing is typed: "Enter the day by which you need it." */
  readonly missing: string
  /** What must have a month: "The day by which you need it" */
  readonly subject: string
  /** One that is right: "30 11 2026" */
  readonly example: string
}

const months = 'january february march april may june july august september october november december'.split(
  ' ',
)

const clean = (text: string): string => text.normalize('NFKC').trim()

/** The three fields; a whole date that stands in the first is taken apart. */
function partsOf(typed: TypedDate): TypedDate {
  const [day, month, year] = [clean(typed.day), clean(typed.month), clean(typed.year)]
  const pieces = day.split(/[\s/.-]+/)
  if (month !== '' || year !== '' || pieces.length !== 3) return { day, month, year }
  const [first = '', second = '', third = ''] = /^\d{4}$/.test(pieces[0] ?? '') ? pieces.reverse() : pieces
  return { day: first, month: second, year: third }
}

const dateOf = (text: string): number => Number(/^(\d{1,2})(?:st|nd|rd|th)?$/i.exec(text)?.[1] ?? Number.NaN)

/** 1 to 12 by number or by name, at least three letters of it. */
function monthOf(text: string): number {
  if (/^\d{1,2}$/.test(text)) return Number(text)
  const name = /^([a-z]{3,})\.?$/i.exec(text)?.[1]?.toLowerCase()
  const found = name === undefined ? -1 : months.findIndex((month) => month.startsWith(name))
  return found < 0 ? Number.NaN : found + 1
}

/** 26 → 2026 */
const yearOf = (text: string): number =>
  /^\d{2}$|^\d{4}$/.test(text) ? Number(text.length === 2 ? `20${text}` : text) : Number.NaN

function isoOf(typed: TypedDate): string | null {
  const [date, month, year] = [dateOf(typed.day), monthOf(typed.month), yearOf(typed.year)]
  const found = new Date(Date.UTC(year, month - 1, date))
  const isReal =
    found.getUTCFullYear() === year && found.getUTCMonth() === month - 1 && found.getUTCDate() === date
  return isReal ? found.toISOString().slice(0, 10) : null
}

/** The day that is typed, or the first thing to put right. */
export function readDate(typed: TypedDate, { missing, subject, example }: DateWords): DateRead {
  const parts = partsOf(typed)
  const lacking = dateParts.filter((part) => parts[part] === '')
  const [first] = lacking
  if (lacking.length === dateParts.length) return { part: 'day', words: missing }
  if (first !== undefined) return { part: first, words: `${subject} must have a ${lacking.join(' and a ')}.` }
  const day = isoOf(parts)
  if (day !== null) return { day }
  const written = dateParts.map((part) => parts[part]).join(' ')
  return { part: 'day', words: `“${written}” is not a date. Write one such as ${example}.` }
}
