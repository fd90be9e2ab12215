/** Exact lengths of time in words, for what is added up before the reader's eyes. */

const nbsp = '\u00a0'

/** 180 → "3 h", 95 → "1 h 35 min", 15 → "15 min", 0.5 → "under 1 min" */
export const hoursAndMinutes = (minutes: number): string => {
  if (minutes > 0 && minutes < 1) return `under${nbsp}1${nbsp}min`
  const whole = Math.floor(minutes)
  const hours = Math.floor(whole / 60)
  const rest = whole % 60
  const parts = [
    ...(hours > 0 ? [`${hours.toLocaleString('en-GB')}${nbsp}h`] : []),
    ...(rest > 0 || hours === 0 ? [`${rest}${nbsp}min`] : []),
  ]
  return parts.join(nbsp)
}
