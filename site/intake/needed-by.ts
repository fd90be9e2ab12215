import { type DayRead, readDay } from './dates.ts'
import type { Filling } from './filling.ts'

/** Days from today, by what people write in place of a date. */
const saidDays: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['now', 0],
  ['asap', 0],
  ['as soon as possible', 0],
  ['tomorrow', 1],
])

const dayAfter = (isoDay: string, days: number): string =>
  new Date(Date.parse(`${isoDay}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** "A.S.A.P.!" → "asap" */
const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z\s]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** The day by which it is needed, as a date or in words such as "tomorrow"; `today` is the institution's, as ISO. */
export function readNeededBy(filling: Filling, today: string): DayRead {
  const { needed_by_day: said, needed_by_month: month, needed_by_year: year } = filling
  const isAlone = `${month}${year}`.trim() === '' && !/\d/.test(said)
  const days = isAlone ? saidDays.get(fold(said)) : undefined
  return days === undefined ? readDay(filling, today) : { day: dayAfter(today, days) }
}

/** Whether a day is so near that a call may be due besides. */
export function soonWord(isoDay: string | null, today: string): 'today' | 'tomorrow' | null {
  if (isoDay === today) return 'today'
  return isoDay === dayAfter(today, 1) ? 'tomorrow' : null
}
