/** What the form holds → a wall time of the institution, or what is wrong with it. */
import { minutesOf } from './time-of-day.ts'

export type Field = 'day' | 'month' | 'year' | 'time' | 'level'
export type Typed = Readonly<Record<Field, string>>
/** What is wrong, and the field that it is put right in. */
export type Fault = { field: Field; words: string }

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const parts = ['day', 'month', 'year'] as const
type Dated = Pick<Typed, (typeof parts)[number]>

const clean = (text: string): string => text.normalize('NFKC').trim()

/** The three fields; a whole date that stands in the first is taken apart. */
const taken = (typed: Dated): Dated => {
  const [day, month, year] = [clean(typed.day), clean(typed.month), clean(typed.year)]
  const pieces = day.split(/[\s/.-]+/)
  if (month !== '' || year !== '' || pieces.length !== 3) return { day, month, year }
  const [first = '', second = '', third = ''] = pieces[0]?.length === 4 ? pieces.reverse() : pieces
  return { day: first, month: second, year: third }
}

const matched = (text: string, shape: RegExp): number => Number(shape.exec(text)?.[1] ?? Number.NaN)

/** 11, "11", "Nov" or "November" → 11 */
const monthOf = (text: string): number => {
  const word = /^([a-z]{3})[a-z]*\.?$/i.exec(text)?.[1]?.toLowerCase()
  if (word === undefined) return matched(text, /^(\d{1,2})$/)
  return months.includes(word) ? months.indexOf(word) + 1 : Number.NaN
}

/** 26 → 2026 */
const yearOf = (text: string): number => matched(text.length === 2 ? `20${text}` : text, /^(\d{4})$/)

/** The day that was typed, as the milliseconds of its midnight if its clock were UTC; null where there is no such day. */
export const midnightOf = (typed: Dated): number | null => {
  const { day, month, year } = taken(typed)
  const [date, place] = [matched(day, /^(\d{1,2})(?:st|nd|rd|th)?$/i), monthOf(month) - 1]
  const midnight = Date.UTC(yearOf(year), place, date)
  const found = new Date(midnight)
  return found.getUTCMonth() === place && found.getUTCDate() === date ? midnight : null
}

const dateFault = (typed: Typed): Fault[] => {
  const found = taken(typed)
  const missing = parts.filter((part) => found[part] === '')
  const [first] = missing
  if (missing.length === parts.length)
    return [{ field: 'day', words: 'Enter the date on which your ticket was raised.' }]
  if (first !== undefined)
    return [{ field: first, words: `The date must have a ${missing.join(' and a ')}.` }]
  if (midnightOf(typed) !== null) return []
  const written = `${found.day} ${found.month} ${found.year}`
  return [{ field: 'day', words: `“${written}” is not a date. Write one such as 23 11 2026.` }]
}

const timeFault = ({ time }: Typed): Fault[] => {
  if (clean(time) === '')
    return [{ field: 'time', words: 'Enter the time at which it was raised, such as 14:05.' }]
  return minutesOf(time) === null
    ? [{ field: 'time', words: `“${clean(time)}” is not a time. Write one such as 14:05 or 2:05 pm.` }]
    : []
}

const levelFault = ({ level }: Typed): Fault[] =>
  level === '' ? [{ field: 'level', words: 'Choose whom it affects, or “I do not know”.' }] : []

/** Everything that is wrong with what was typed, in the order of the form. */
export const faultsOf = (typed: Typed): Fault[] => [
  ...dateFault(typed),
  ...timeFault(typed),
  ...levelFault(typed),
]

/** The wall time that was typed, in milliseconds as if its clock were UTC; null where something is wrong with it. */
export const wallOf = (typed: Typed): number | null => {
  const [midnight, minutes] = [midnightOf(typed), minutesOf(typed.time)]
  return midnight === null || minutes === null ? null : midnight + minutes * 60_000
}
