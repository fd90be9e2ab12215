const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const two = (number: number): string => String(number).padStart(2, '0')

/** Times (milliseconds) in the words of a place. */
export class LocalTime {
  readonly zone: string

  constructor(zone: string) {
    this.zone = zone
  }

  #local(at: number): Temporal.ZonedDateTime {
    return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(this.zone)
  }

  /** The local day of a time. */
  dayOf(at: number): Temporal.PlainDate {
    return this.#local(at).toPlainDate()
  }

  /** When a local day begins. */
  startOf(day: Temporal.PlainDate): number {
    return day.toZonedDateTime(this.zone).epochMilliseconds
  }

  /** `Mon 2 Mar 2026` */
  day(day: Temporal.PlainDate): string {
    return `${weekdays[day.dayOfWeek - 1]} ${day.day} ${months[day.month - 1]} ${day.year}`
  }

  /** `09:00`, with seconds where there are some, and with its offset where the clock shows it twice that day. */
  clock(at: number): string {
    const local = this.#local(at)
    const seconds = local.second === 0 ? '' : `:${two(local.second)}`
    const plain = local.toPlainDateTime()
    const readings = (['earlier', 'later'] as const).map(
      (disambiguation) => plain.toZonedDateTime(this.zone, { disambiguation }).epochMilliseconds,
    )
    const offset = readings[0] === readings[1] ? '' : ` (${local.offset})`
    return `${two(local.hour)}:${two(local.minute)}${seconds}${offset}`
  }

  /** `Mon 2 Mar 2026 09:00` */
  at(at: number): string {
    return `${this.day(this.dayOf(at))} ${this.clock(at)}`
  }
}

const part = (number: number, unit: string): string[] => (number === 0 ? [] : [`${number} ${unit}`])

/** `3 d 4 h 5 min`: minutes in words; days are of 24 hours, so not for service hours. */
export function elapsed(minutes: number): string {
  const whole = Math.round(minutes)
  const parts = [
    ...part(Math.floor(whole / 1440), 'd'),
    ...part(Math.floor((whole % 1440) / 60), 'h'),
    ...part(whole % 60, 'min'),
  ]
  return parts.length === 0 ? '0 min' : parts.join(' ')
}

/** `28 h 5 min`: minutes of service hours in words. */
export function working(minutes: number): string {
  const whole = Math.round(minutes)
  const parts = [...part(Math.floor(whole / 60), 'h'), ...part(whole % 60, 'min')]
  return parts.length === 0 ? '0 min' : parts.join(' ')
}
