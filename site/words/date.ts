/** Days and instants in plain words. Days are local already; instants are shown in the institution's zone. */

type Days = { from: string; to: string; label?: string | undefined }
export type Period = 'day' | 'week' | 'month' | 'term' | 'year'

const nbsp = '\u00a0'
const tied = (text: string): string => text.replaceAll(' ', nbsp).replaceAll(',', '')
const utc = (day: string): Date => new Date(`${day}T00:00:00Z`)
const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options })

const full = format({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })
const brief = format({ day: 'numeric', month: 'short', year: 'numeric' })
const month = format({ month: 'long', year: 'numeric' })

/** `2026-11-02` → "Mon 2 Nov 2026" */
export const day = (value: string): string => tied(full.format(utc(value)))

/** `2026-11-02` → "2 Nov 2026" */
export const shortDay = (value: string): string => tied(brief.format(utc(value)))

/** A published day as "2 Nov 2026"; null where it is none. */
export const knownDay = (value: unknown): string | null =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? shortDay(value) : null

/** A period by its name: "October 2026", "week of 2 Nov 2026", "2 Nov 2026", or the one that it has of its own. */
export const period = ({ from, label }: Days, kind: Period): string => {
  if (label !== undefined) return tied(label)
  if (kind === 'month') return tied(month.format(utc(from)))
  return kind === 'week' ? `week of ${shortDay(from)}` : shortDay(from)
}

/** An instant in the institution's time zone: "Mon 23 Nov 2026, 17:00". */
export const instant = (iso: string, timeZone: string): string => {
  const at = new Date(iso)
  const date = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone,
  }).format(at)
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(at)
  return `${tied(date)}, ${time}`
}

/** When something was, as a sentence begins or goes on: "in October 2026", "in the week of 2 Nov 2026". */
export const during = (days: Days, kind: Period): string =>
  `${kind === 'day' ? 'on' : 'in'} ${kind === 'week' ? 'the ' : ''}${period(days, kind)}`
