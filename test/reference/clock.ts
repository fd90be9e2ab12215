/** Local time of the worlds: London's, as instants in milliseconds and wall times in text. */
const zone = 'Europe/London'
export const minute = 60_000

/** The instant of a wall time such as `2026-03-29T01:30`; one that is skipped or comes twice is the later. */
export const instantOf = (wall: string): number =>
  Temporal.PlainDateTime.from(wall).toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds

/** The earlier instant of a wall time that comes twice; the same of any other. */
export const earlierOf = (wall: string): number => {
  const earlier = Temporal.PlainDateTime.from(wall).toZonedDateTime(zone, { disambiguation: 'earlier' })
  return wallOf(earlier.epochMilliseconds) === wall ? earlier.epochMilliseconds : instantOf(wall)
}

const local = (at: number) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)

/** The wall time of an instant, to the minute. */
export const wallOf = (at: number): string => local(at).toPlainDateTime().toString({ smallestUnit: 'minute' })

/** The local day of an instant, e.g. `2026-03-29`. */
export const dayOf = (at: number): string => local(at).toPlainDate().toString()

/** The time of day of an instant, to the millisecond. */
export const timeOf = (at: number): string => local(at).toPlainTime().toString()

export const dayAfter = (day: string, days = 1): string =>
  Temporal.PlainDate.from(day).add({ days }).toString()

/** 1 is Monday. */
export const weekdayOf = (day: string): number => Temporal.PlainDate.from(day).dayOfWeek

/** The instant at which a local day begins. */
export const midnightOf = (day: string): number => instantOf(`${day}T00:00`)

/** The last second of a local day. */
export const endOf = (day: string): number => midnightOf(dayAfter(day)) - 1000
