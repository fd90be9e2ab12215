import { LocalTime } from '../explain/local-time.ts'
import { count } from '../inspect/text.ts'
import { timeOfRun } from '../publish/run-name.ts'

const minute = 60_000
const hour = 60 * minute
export const day = 24 * hour

const units = ['kB', 'MB', 'GB', 'TB'] as const

/** `9.6 MB`; decimal units, as disks are sold. */
export function bytesText(bytes: number): string {
  if (bytes < 1000) return count(bytes, 'byte')
  let [amount, unit] = [bytes / 1000, 0]
  while (amount >= 999.5 && unit < units.length - 1) {
    amount /= 1000
    unit += 1
  }
  return `${amount.toLocaleString('en-GB', { maximumSignificantDigits: amount < 10 ? 2 : 3 })} ${units[unit]}`
}

/** How long some milliseconds are, to what matters: `5 minutes`, `7 hours`, `8 days`. */
export function lasting(milliseconds: number): string {
  const span = Math.abs(milliseconds)
  if (span < 2 * hour) return count(Math.floor(span / minute), 'minute')
  if (span < 2 * day) return count(Math.floor(span / hour), 'hour')
  return count(Math.floor(span / day), 'day')
}

/** `Sat 28 Nov 2026 21:25` in a zone. */
export const timeText = (at: number, zone: string): string =>
  new LocalTime(zone).at(Math.floor(at / minute) * minute)

/** The first few of some names, and how many more there are. */
export function listed(names: readonly string[], most = 3): string {
  const more = names.length > most ? ` and ${names.length - most} more` : ''
  return `${names.slice(0, most).join(', ')}${more}`
}

/** How often each word stands in a list, the most frequent first: `bad_date 12, missing_id 3` */
export function tallied(words: readonly (readonly [word: string, times: number])[]): string {
  const sums = new Map<string, number>()
  for (const [word, times] of words) sums.set(word, (sums.get(word) ?? 0) + times)
  return [...sums]
    .sort(([a, x], [b, y]) => y - x || a.localeCompare(b))
    .map(([word, times]) => `${word} ${times.toLocaleString('en-GB')}`)
    .join(', ')
}

/** When the run of a name began, in milliseconds; null where it is no name of a run. */
export const runTime = (name: string): number | null => timeOfRun(name)?.getTime() ?? null
