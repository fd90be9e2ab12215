import { clockMinutes, instantOf } from '../config/calendar.ts'

/** Who runs the nightly by hand shortly before its time is not told an hour later that it has stopped. */
const soonest = { hours: 1 }

/**
 * When the release after one finished at the ISO instant `finishedAt` is due, as an ISO instant: the first time, at least
 * an hour later, that local clocks show `nightlyAt` (`HH:MM`). A time that they skip or show twice is the later.
 */
export function nextUpdateDueAt(finishedAt: string, nightlyAt: string, timezone: string): string {
  const earliest = Temporal.Instant.from(finishedAt).add(soonest)
  const today = earliest.toZonedDateTimeISO(timezone).toPlainDate()
  const due = [0, 1]
    .map((days) => instantOf(today.add({ days }), clockMinutes(nightlyAt), timezone))
    .find((at) => Temporal.Instant.compare(at, earliest) >= 0)
  if (due === undefined) throw new RangeError(`no ${nightlyAt} within two days of ${finishedAt}`)
  return due.toString({ fractionalSecondDigits: 3 })
}
