import { bankHolidays, closures } from './academic-year.ts'
import { type Day, dayOf, type Minute, minuteAt, weekdayOf } from './london.ts'
import { at } from './random.ts'

/** A run of working days, on which a duration in working minutes can be laid out. */
export interface WorkingTime {
  /** The time at which so many working minutes after a start have passed. */
  after(start: Minute, workingMinutes: number): Minute
  isOpen(minute: Minute): boolean
}

const FIRST: Day = dayOf('2023-08-25')
const LAST: Day = dayOf('2028-12-31')

const shut = new Set<Day>([
  ...bankHolidays.map(dayOf),
  ...closures.flatMap(({ from, to }) =>
    Array.from({ length: dayOf(to) - dayOf(from) + 1 }, (_, i) => dayOf(from) + i),
  ),
])

/** Whether anyone is at work on a day. */
export const isWorkingDay = (day: Day): boolean =>
  weekdayOf(day) !== 0 && weekdayOf(day) !== 6 && !shut.has(day)

/** Working days from one wall time to another, both in minutes of the day. */
export function workingTime(opensAt: number, closesAt: number): WorkingTime {
  const opens: Minute[] = []
  for (let day = FIRST; day <= LAST; day++) if (isWorkingDay(day)) opens.push(minuteAt(day, opensAt))
  const length = closesAt - opensAt

  const firstDayEndingAfter = (minute: Minute) => {
    let low = 0
    let high = opens.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (at(opens, middle) + length > minute) high = middle
      else low = middle + 1
    }
    return low
  }

  return {
    after: (start, workingMinutes) => {
      const index = firstDayEndingAfter(start)
      const worked = Math.max(0, start - at(opens, index)) + workingMinutes
      const day = Math.min(opens.length - 1, index + Math.floor(worked / length))
      return at(opens, day) + Math.round(worked % length)
    },
    isOpen: (minute) => minute >= at(opens, firstDayEndingAfter(minute)),
  }
}
