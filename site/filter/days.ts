/** Days of the weeks and months that cells are counted by. */
import type { CellPeriod } from './spec.ts'

const dayMilliseconds = 86_400_000

export type Days = { from: string; to: string }

/** A day so many days later. */
export const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayMilliseconds).toISOString().slice(0, 10)

const monthNumber = (day: string): number => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7)) - 1

const monthDay = (month: number): string =>
  new Date(Date.UTC(Math.floor(month / 12), month % 12, 1)).toISOString().slice(0, 10)

const dayBefore = (day: string): string => plusDays(day, -1)

/** Days from one to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMilliseconds)

/** First day of the period at a place, where the one at place 0 begins with `first`. */
export const firstDay = (period: CellPeriod, first: string, place: number): string =>
  period === 'week' ? plusDays(first, 7 * place) : monthDay(monthNumber(first) + place)

/** First and last days of `count` periods in a row, from a place on. */
export const periodsFrom = (period: CellPeriod, first: string, place: number, count: number): Days[] => {
  const starts = Array.from({ length: count + 1 }, (_, index) => firstDay(period, first, place + index))
  return starts.slice(0, -1).map((from, index) => ({ from, to: dayBefore(starts[index + 1] as string) }))
}

/** The place of the first period that begins on a day or later. */
export const placeFrom = (period: CellPeriod, first: string, day: string): number => {
  if (period === 'week') return Math.ceil(daysBetween(first, day) / 7)
  return monthNumber(day) - monthNumber(first) + (day.endsWith('-01') ? 0 : 1)
}
