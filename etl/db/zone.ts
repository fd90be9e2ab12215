import type { Database } from './database.ts'

/** The local days around every change of a zone's clocks, from 1970 on, and those that it skips. */
function clockChanges(zone: string): string[] {
  const days = new Set<string>()
  let now = Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
  for (;;) {
    const change = now.getTimeZoneTransition('next')
    if (change === null || change.year > 2100) return [...days]
    const first = change.subtract({ nanoseconds: 1 }).toPlainDate()
    const last = change.toPlainDate()
    const [from, to] = Temporal.PlainDate.compare(first, last) < 0 ? [first, last] : [last, first]
    for (let day = from; Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 }))
      days.add(day.toString())
    now = change
  }
}

/**
 * Tells this connection on which days the clocks of a zone change, so that the macro `instant` asks only there whether a
 * wall time is missing or ambiguous. It is right for every zone without; only slower.
 */
export async function setZone(database: Database, zone: string): Promise<void> {
  await database.run('set variable clock_changes_of = $zone', { zone })
  await database.run('set variable clock_changes = $days::date[]', { days: clockChanges(zone) })
}
