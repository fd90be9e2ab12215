/** A cell of an export as a point in time, as the macros of etl/db/macros/instant.sql read it; a test holds the two together. */
import { isIsoDay, isoInstant, isoWall } from './iso-time.ts'
import { readsFormat, strptime } from './strptime.ts'
import { dayInMilliseconds, isOfTickets, type WallClock } from './wall-time.ts'

/** Milliseconds since 1970, to the microsecond until 2109. `earliest` and `latest` differ where only the day is known. */
export interface Moment {
  readonly earliest: number
  readonly latest: number
  readonly isDay: boolean
}

/** Formats without a time of day tell of a day alone. */
export const hasTime = (format: string): boolean => /%-?[HI]|%[fXc]|iso|epoch|excel/.test(format)

const wordFormats = new Set(['iso', 'epoch', 'excel'])

/** The formats by which no cell is read here: those with an offset, a zone's name or the number of a week. */
export const unreadFormats = (formats: readonly string[]): string[] =>
  formats.filter((format) => !wordFormats.has(format) && !readsFormat(format))

/** Reads a cell; null where it is no time by its formats. */
export type MomentReader = (cell: string) => Moment | null

const excelZero = Date.UTC(1899, 11, 30)

function excelWall(cell: string): number | null {
  if (!/^\d{1,7}(\.\d+)?$/.test(cell)) return null
  return excelZero + Math.round(Number(cell) * 86_400) * 1000
}

const roundToEven = (value: number): number => {
  const floor = Math.floor(value)
  return value - floor === 0.5 ? floor + (floor % 2) : Math.round(value)
}

function epochInstant(cell: string): number | null {
  if (!/^\d{9,13}(\.\d+)?$/.test(cell)) return null
  const number = Number(cell)
  return roundToEven((number / (number > 1e11 ? 1000 : 1)) * 1e6) / 1000
}

const whereSo = (time: number | null): number | null => (time !== null && isOfTickets(time) ? time : null)

/** How cells are read by formats (strptime's, or `iso`, `epoch`, `excel`), their wall times by a clock. */
export function momentReader(formats: readonly string[], clock: WallClock): MomentReader {
  const written = (isTimed: boolean) =>
    strptime(formats.filter((format) => !wordFormats.has(format) && hasTime(format) === isTimed))
  const [timed, dayAlone] = [written(true), written(false)]
  const [iso, epoch, excel] = ['iso', 'epoch', 'excel'].map((word) => formats.includes(word))

  const known = (cell: string): number | null =>
    (iso ? isoInstant(cell) : null) ?? (epoch ? epochInstant(cell) : null)
  const wallIn = (cell: string): readonly [wall: number | null, isDay: boolean] => {
    const time = timed(cell)
    if (time !== null) return [time === 'none' ? null : time, false]
    const day = dayAlone(cell)
    if (day !== null) return [day === 'none' ? null : day, true]
    const wall = (iso ? isoWall(cell) : null) ?? (excel ? excelWall(cell) : null)
    return [whereSo(wall), Boolean(iso) && isIsoDay(cell)]
  }
  return (cell) => {
    const instant = known(cell)
    if (instant !== null)
      return isOfTickets(instant) ? { earliest: instant, latest: instant, isDay: false } : null
    const [wall, isDay] = wallIn(cell)
    if (wall === null) return null
    const earliest = clock.instantOf(wall)
    const latest = isDay ? clock.instantOf(wall + dayInMilliseconds) - 1000 : earliest
    return { earliest, latest, isDay }
  }
}
