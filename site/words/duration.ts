/** Minutes in plain words, on either clock. */
import type { Clock } from '../../data/contract.ts'

const nbsp = '\u00a0'
const hour = 60
/** A working day, for words only: eight hours in which the service calendar is open. */
export const workingDayMinutes = 8 * hour

const halves = (value: number): string => {
  const rounded = Math.round(value * 2) / 2
  const whole = Math.floor(rounded)
  if (rounded === whole) return String(whole)
  return whole === 0 ? '½' : `${whole}½`
}

type Scale = { amount: string; unit: 'minute' | 'hour' | 'day' | 'week' | 'year' }

const whole = (value: number): string => Math.round(value).toLocaleString('en-GB')

const scaled = (minutes: number, day: number): Scale => {
  if (minutes < 1.5 * hour) return { amount: whole(minutes), unit: 'minute' }
  const inHours = minutes / hour
  if (minutes < 1.5 * day) return { amount: inHours < 10 ? halves(inHours) : whole(inHours), unit: 'hour' }
  const inDays = minutes / day
  if (inDays < 60 || day === workingDayMinutes) {
    return { amount: inDays < 10 ? halves(inDays) : whole(inDays), unit: 'day' }
  }
  return inDays < 365
    ? { amount: whole(inDays / 7), unit: 'week' }
    : { amount: halves(inDays / 365.25), unit: 'year' }
}

const dayOf = (clock: Clock | null): number => (clock === 'business' ? workingDayMinutes : 24 * hour)

/**
 * 21 → "21 minutes", 5785 → "4 days"; on the business clock 150 → "2½ working hours",
 * 2400 → "5 working days". Rounded to halves below ten, as speech does.
 */
export const duration = (minutes: number, clock: Clock | null): string => {
  if (minutes < 1) return `under a${nbsp}${clock === 'business' ? `working${nbsp}` : ''}minute`
  const { amount, unit } = scaled(minutes, dayOf(clock))
  const noun = amount === '1' ? unit : `${unit}s`
  return clock === 'business' ? `${amount}${nbsp}working${nbsp}${noun}` : `${amount}${nbsp}${noun}`
}

const short = { minute: 'min', hour: 'h', day: 'd', week: 'wk', year: 'yr' } as const

/** For table cells, whose heading names the clock: 21 → "21 min", 150 → "2½ h", 5785 → "4 d". */
export const shortDuration = (minutes: number, clock: Clock | null): string => {
  if (minutes < 1) return `<${nbsp}1${nbsp}min`
  const { amount, unit } = scaled(minutes, dayOf(clock))
  return `${amount}${nbsp}${short[unit]}`
}

const units = ['week', 'day', 'hour', 'minute'] as const

/** A round time by the largest unit that measures it whole: 60 → "1 hour", 10080 → "1 week", 480 working minutes → "1 working day". */
export const roundDuration = (minutes: number, clock: Clock): string => {
  const day = dayOf(clock)
  const sizes = { week: clock === 'business' ? Number.POSITIVE_INFINITY : 7 * day, day, hour, minute: 1 }
  const unit =
    units.find((candidate) => minutes >= sizes[candidate] && minutes % sizes[candidate] === 0) ?? 'minute'
  const amount = minutes / sizes[unit]
  const noun = amount === 1 ? unit : `${unit}s`
  return clock === 'business' ? `${amount}${nbsp}working${nbsp}${noun}` : `${amount}${nbsp}${noun}`
}
