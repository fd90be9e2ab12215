/** Wall times in words. A wall time is in milliseconds, as if the institution's clock were UTC. */
import { day as dayWords, instant, shortDay } from '../words/date.ts'

const day = 86_400_000

/** The local day of a wall time: `2026-11-23` */
export const dayOf = (wall: number): string => new Date(wall).toISOString().slice(0, 10)

/** "Mon 23 Nov 2026, 14:05" */
export const moment = (wall: number): string => instant(new Date(wall).toISOString(), 'UTC')

/** "14:05" */
export const clockTime = (wall: number): string => new Date(wall).toISOString().slice(11, 16)

const daysAround: Readonly<Record<number, string>> = { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' }

/** "at 11:00 today", "at 11:00 on Mon 23 Nov 2026"; `now` is a wall time too. */
export const atTime = (wall: number, now: number): string => {
  const apart = Math.floor(wall / day) - Math.floor(now / day)
  return `at ${clockTime(wall)} ${daysAround[apart] ?? `on ${dayWords(dayOf(wall))}`}`
}

/** As an end: midnight is the last of its day. */
export const endTime = (wall: number): string => (wall % day === 0 ? '24:00' : clockTime(wall))

/** "Mon 23 Nov", the year being said elsewhere. */
export const brieflyDay = (value: string): string => dayWords(value).replace(/\u00a0\d{4}$/, '')

/** "Thu 24 Dec 2026 to Fri 1 Jan 2027", "Thu 24 Dec 2026" */
export const daySpan = (from: string, to: string): string =>
  from === to ? dayWords(from) : `${dayWords(from)} to ${dayWords(to)}`

/** "from 1 Sep 2025", "until 31 Aug 2025", "from … until …"; empty where neither is known. The end is the first day after it. */
export const lasting = (from: string | null, to: string | null): string => {
  const begins = from === null ? '' : `from ${shortDay(from)}`
  const ends = to === null ? '' : `until ${shortDay(dayOf(Date.parse(to) - day))}`
  return [begins, ends].filter((part) => part !== '').join(' ')
}

/** What a clock is called by its zone: `Europe/London` → "London" */
export const placeOf = (timezone: string): string =>
  (timezone.split('/').at(-1) ?? timezone).replaceAll('_', '\u00a0')
