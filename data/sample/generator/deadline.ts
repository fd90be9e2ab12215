import { type Day, localDayOf, type Minute, minuteAt } from './london.ts'
import { isWorkingDay } from './working-time.ts'

const OPENS = 9 * 60
const CLOSES = 17 * 60

/** The same wall time so many working days later; outside the hours it counts from the next opening. */
export function workingDaysAfter(start: Minute, days: number): Minute {
  const from = nextOpen(start)
  let day = localDayOf(from)
  const minuteOfDay = from - minuteAt(day, OPENS)
  for (let left = days; left > 0; left--) day = nextWorkingDay(day + 1)
  return minuteAt(day, OPENS) + minuteOfDay
}

function nextOpen(minute: Minute): Minute {
  const day = localDayOf(minute)
  if (!isWorkingDay(day)) return minuteAt(nextWorkingDay(day), OPENS)
  if (minute >= minuteAt(day, CLOSES)) return minuteAt(nextWorkingDay(day + 1), OPENS)
  return Math.max(minute, minuteAt(day, OPENS))
}

function nextWorkingDay(day: Day): Day {
  let found = day
  while (!isWorkingDay(found)) found++
  return found
}
