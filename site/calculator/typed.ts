/** What the form holds → a wall time of the institution, or what is wrong with it. */
import { type DatePart, type DateWords, readDate } from '../forms/typed-date.ts'
import { minutesOf } from './time-of-day.ts'

export type Field = 'day' | 'month' | 'year' | 'time' | 'level'
export type Typed = Readonly<Record<Field, string>>
/** What is wrong, and the field that it is put right in. */
export type Fault = { field: Field; words: string }

type Dated = Pick<Typed, DatePart>

const dateWords: DateWords = {
  missing: 'Enter the date on which your ticket was raised.',
  subject: 'The date',
  example: '23 11 2026',
}

/** The day that was typed, as the milliseconds of its midnight if its clock were UTC; null where there is no such day. */
export const midnightOf = (typed: Dated): number | null => {
  const read = readDate(typed, dateWords)
  return 'day' in read ? Date.parse(read.day) : null
}

const dateFault = (typed: Typed): Fault[] => {
  const read = readDate(typed, dateWords)
  return 'part' in read ? [{ field: read.part, words: read.words }] : []
}

const timeFault = ({ time }: Typed): Fault[] => {
  const written = time.normalize('NFKC').trim()
  if (written === '')
    return [{ field: 'time', words: 'Enter the time at which it was raised, such as 14:05.' }]
  return minutesOf(time) === null
    ? [{ field: 'time', words: `“${written}” is not a time. Write one such as 14:05 or 2:05 pm.` }]
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
