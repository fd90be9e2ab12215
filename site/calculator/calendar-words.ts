/** A service calendar in words: the hours of the week, and the days ahead that are not as usual. */
import type { PublishedCalendar } from '../../data/contract.ts'
import { list } from '../words/number.ts'
import { daySpan } from './moment.ts'

export type HoursLine = { days: string; hours: string }
export type DayLine = { from: string; days: string; why: string }

const weekdays = [
  ['mon', 'Monday'],
  ['tue', 'Tuesday'],
  ['wed', 'Wednesday'],
  ['thu', 'Thursday'],
  ['fri', 'Friday'],
  ['sat', 'Saturday'],
  ['sun', 'Sunday'],
] as const

const hoursWords = (hours: readonly string[]): string =>
  hours.length === 0 ? 'closed' : list(hours.map((stretch) => stretch.replace('-', ' to ')))

const span = (first: string, last: string, count: number): string =>
  count === 1 ? first : `${first} ${count === 2 ? 'and' : 'to'} ${last}`

/** The week from Monday on; days in a row with the same hours are one line. */
export const weekLines = ({ hours }: Pick<PublishedCalendar, 'hours'>): HoursLine[] => {
  const runs: { first: string; last: string; count: number; hours: string }[] = []
  for (const [id, name] of weekdays) {
    const words = hoursWords(hours[id] ?? [])
    const run = runs.at(-1)
    if (run?.hours === words) Object.assign(run, { last: name, count: run.count + 1 })
    else runs.push({ first: name, last: name, count: 1, hours: words })
  }
  return runs.map(({ first, last, count, hours: words }) => ({
    days: span(first, last, count),
    hours: words,
  }))
}

const weekdayOf = (day: string): (typeof weekdays)[number][0] =>
  weekdays[(new Date(day).getUTCDay() + 6) % 7]?.[0] ?? 'mon'

/** A bank holiday that closes nothing is none of our news: the week or a closure has closed its day already. */
const holidayLines = ({ bank_holidays, closures, hours, other_hours }: PublishedCalendar): DayLine[] =>
  bank_holidays
    .filter((day) => (hours[weekdayOf(day)] ?? []).length > 0)
    .filter((day) => !closures.some(({ from, to }) => from <= day && day <= to))
    .filter((day) => !other_hours.some(({ date }) => date === day))
    .map((day) => ({ from: day, days: daySpan(day, day), why: 'bank holiday' }))

const unusualDays = (calendar: PublishedCalendar): (DayLine & { to: string })[] => [
  ...holidayLines(calendar).map((line) => ({ ...line, to: line.from })),
  ...calendar.closures.map(({ from, to, note }) => ({
    from,
    to,
    days: daySpan(from, to),
    why: note ?? 'closed',
  })),
  ...calendar.other_hours.map(({ date, hours }) => ({
    from: date,
    to: date,
    days: daySpan(date, date),
    why: hours.length === 0 ? 'closed' : `open ${hoursWords(hours)}`,
  })),
]

/** The days from one local day until before another that are not as their weekday says, in order. */
export const daysAhead = (calendar: PublishedCalendar, from: string, until: string): DayLine[] =>
  unusualDays(calendar)
    .filter((line) => line.to >= from && line.from < until)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map(({ from: first, days, why }) => ({ from: first, days, why }))
