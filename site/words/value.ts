/** One published value in words, by its unit. */
import type { Clock, ItemKind, Unit } from '../../data/contract.ts'
import { shortDay } from './date.ts'
import { duration, shortDuration } from './duration.ts'
import { count, index, number, perHundred, points, share } from './number.ts'

type Shown = { value: number | string | null; unit: Unit; clock: Clock | null }

/** The noun of an item kind: "ticket", "escalation". */
export const noun = (kind: ItemKind, many: number): string => (many === 1 ? kind : `${kind}s`)

/** "1,482 escalations", "no tickets" */
export const items = (value: number, kind: ItemKind): string => count(value, kind)

/** A value as running text says it: "92 %", "4 days", "14 people". */
export const inText = ({ value, unit, clock }: Shown, kind: ItemKind): string => {
  if (value === null) return 'not known'
  if (typeof value === 'string') return value
  switch (unit) {
    case 'share':
      return share(value)
    case 'per_100':
      return perHundred(value)
    case 'difference':
      return points(value)
    case 'minutes':
      return duration(value, clock)
    case 'items':
      return items(value, kind)
    case 'people':
      return count(value, 'person', 'people')
    case 'days':
      return count(Math.round(value), 'day')
    default:
      return index(value)
  }
}

const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value)

/** A value as a table cell says it; a missing one is a dash. */
export const inCell = ({ value, unit, clock }: Shown): string => {
  if (value === null) return '–'
  if (typeof value === 'string') return isDay(value) ? shortDay(value) : value
  switch (unit) {
    case 'share':
      return share(value)
    case 'per_100':
      return perHundred(value)
    case 'difference':
      return points(value)
    case 'minutes':
      return shortDuration(value, clock)
    case 'index':
    case 'ratio':
      return index(value)
    default:
      return number(value)
  }
}
