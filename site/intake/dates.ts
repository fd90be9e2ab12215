import type { Filling } from './filling.ts'

type Part = 'day' | 'month' | 'year'
export type DateField = `needed_by_${Part}`

/** A day as ISO, or what is wrong with it and the field to put it right in. */
export type DayRead = { readonly day: string } | { readonly field: DateField; readonly problem: string }

const months = 'january february march april may june july august september october november december'.split(
  ' ',
)

/** The day by the clocks of a zone, as ISO. */
export function dayIn(at: Date, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]))
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`
}

/** 1 to 12 by number or by name, at least three letters of it; NaN for anything else. */
function monthOf(text: string): number {
  if (/^\d{1,2}$/.test(text)) return Number(text)
  const name = text.toLowerCase().replace(/\.$/, '')
  const found =
    name.length < 3 ? -1 : months.findIndex((month) => month.startsWith(name.replace(/^sept$/, 'sep')))
  return found < 0 ? Number.NaN : found + 1
}

const yearOf = (text: string): number =>
  /^\d{2}$|^\d{4}$/.test(text) ? Number(text.length === 2 ? `20${text}` : text) : Number.NaN

const dayOf = (text: string): number => Number(/^(\d{1,2})(?:st|nd|rd|th)?$/i.exec(text)?.[1] ?? Number.NaN)

/** The three fields; a whole date that stands in the first is taken apart. */
function partsOf(filling: Filling): Record<Part, string> {
  const [day, month, year] = [
    filling.needed_by_day.trim(),
    filling.needed_by_month.trim(),
    filling.needed_by_year.trim(),
  ]
  const pieces = day.split(/[\s/.-]+/)
  if (month !== '' || year !== '' || pieces.length !== 3) return { day, month, year }
  const [first = '', second = '', third = ''] = /^\d{4}$/.test(pieces[0] ?? '')
    ? [...pieces].reverse()
    : pieces
  return { day: first, month: second, year: third }
}

function missing(parts: Record<Part, string>): DayRead | null {
  const lacking = (['day', 'month', 'year'] as const).filter((part) => parts[part] === '')
  const [first] = lacking
  if (first === undefined) return null
  const problem =
    lacking.length === 3
      ? 'Enter the day by which you need it.'
      : `The day by which you need it must have a ${lacking.join(' and a ')}.`
  return { field: `needed_by_${first}`, problem }
}

function isoOf({ day, month, year }: Record<Part, string>): string | null {
  const at = new Date(Date.UTC(yearOf(year), monthOf(month) - 1, dayOf(day)))
  const isReal = at.getUTCMonth() === monthOf(month) - 1 && at.getUTCDate() === dayOf(day)
  return isReal ? at.toISOString().slice(0, 10) : null
}

/** The day by which it is needed; `today` is the institution's, as ISO. */
export function readDay(filling: Filling, today: string): DayRead {
  const parts = partsOf(filling)
  const lacking = missing(parts)
  if (lacking) return lacking
  const day = isoOf(parts)
  const field = 'needed_by_day'
  if (day === null) {
    const written = `${parts.day} ${parts.month} ${parts.year}`
    return { field, problem: `“${written}” is not a date. Write one such as 30 11 ${today.slice(0, 4)}.` }
  }
  if (day < today) return { field, problem: 'The day by which you need it must be today or later.' }
  return { day }
}

/** Whether a day is more than a year after another. */
export const isFarAhead = (day: string, today: string): boolean =>
  day > `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`
