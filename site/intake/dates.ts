import { type DatePart, type DateWords, readDate } from '../forms/typed-date.ts'
import type { Filling } from './filling.ts'

export type DateField = `needed_by_${DatePart}`

/** A day as ISO, or what is wrong with it and the field to put it right in. */
export type DayRead = { readonly day: string } | { readonly field: DateField; readonly problem: string }

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

/** What the form says of it; `today` is the institution's, as ISO. */
const wordsOn = (today: string): DateWords => ({
  missing: 'Enter the day by which you need it.',
  subject: 'The day by which you need it',
  example: `30 11 ${today.slice(0, 4)}`,
})

/** The day by which it is needed; `today` is the institution's, as ISO. */
export function readDay(filling: Filling, today: string): DayRead {
  const { needed_by_day: day, needed_by_month: month, needed_by_year: year } = filling
  const read = readDate({ day, month, year }, wordsOn(today))
  if ('part' in read) return { field: `needed_by_${read.part}`, problem: read.words }
  if (read.day < today)
    return { field: 'needed_by_day', problem: 'The day by which you need it must be today or later.' }
  return read
}

/** Whether a day is more than a year after another. */
export const isFarAhead = (day: string, today: string): boolean =>
  day > `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`
