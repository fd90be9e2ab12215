import type { ServiceCalendar } from '../../data/shared/calendar.ts'
import { openStretches } from './calendar.ts'
import type { Settings } from './settings.ts'

const minutesOf = (at: { readonly epochMilliseconds: number }): number => at.epochMilliseconds / 60_000

/** How far the clock of a zone is ahead of UTC, from each change of it on. */
function offsetsOf(
  from: Temporal.ZonedDateTime,
  to: Temporal.ZonedDateTime,
): (readonly [from: number, ahead: number])[] {
  const offsets: [number, number][] = []
  let at: Temporal.ZonedDateTime | null = from
  while (at !== null && minutesOf(at) < minutesOf(to)) {
    offsets.push([minutesOf(at), at.offsetNanoseconds / 60_000_000_000])
    at = at.getTimeZoneTransition('next')
  }
  return offsets
}

/** A calendar as it is published, of the local days from `fromDay` to `toDay`, both included. */
export function serviceCalendar(
  name: string,
  settings: Pick<Settings, 'calendar' | 'calendars'>,
  timezone: string,
  fromDay: string,
  toDay: string,
): ServiceCalendar {
  const from = Temporal.PlainDate.from(fromDay).toZonedDateTime(timezone)
  const to = Temporal.PlainDate.from(toDay).add({ days: 1 }).toZonedDateTime(timezone)
  const minuteOf = (instant: string): number => minutesOf(Temporal.Instant.from(instant))
  return {
    name,
    timezone,
    from: minutesOf(from),
    to: minutesOf(to),
    stretches: openStretches(name, settings, timezone, fromDay, toDay).map(
      ({ opens_at, closes_at }) => [minuteOf(opens_at), minuteOf(closes_at)] as const,
    ),
    offsets: offsetsOf(from, to),
  }
}
