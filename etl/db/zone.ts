import type { Database } from './database.ts'

const firstDay = Temporal.PlainDate.from('1970-01-01')
/** Of later ones it is looked up. */
const lastDay = Temporal.PlainDate.from('2100-12-31')
const dayNumber = (day: Temporal.PlainDate): number => firstDay.until(day).days

/** The local days around every change of a zone's clocks, from 1970 on, and those that it skips, as their numbers. */
function clockChanges(zone: string): Set<number> {
  const days = new Set<number>()
  let now = Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
  for (;;) {
    const change = now.getTimeZoneTransition('next')
    if (change === null || change.year > lastDay.year) return days
    const before = change.subtract({ nanoseconds: 1 }).toPlainDate()
    const [from, to] = [before, change.toPlainDate()].map(dayNumber).sort((a, b) => a - b) as [number, number]
    for (let day = from; day <= to; day++) days.add(day)
    now = change
  }
}

/**
 * Tells this connection on which days the clocks of a zone change, so that the macro `instant` asks only there whether a
 * wall time is missing or ambiguous. It is right for every zone without; only slower.
 */
export async function setZone(database: Database, zone: string): Promise<void> {
  await database.run('set variable clock_changes_of = $zone', { zone })
  const changes = clockChanges(zone)
  const bits = Array.from({ length: dayNumber(lastDay) + 1 }, (_, day) => (changes.has(day) ? '1' : '0'))
  await database.run('set variable clock_changes = $bits::bit', { bits: bits.join('') })
}
