/** Two ends of a range in words. */
import type { Unit } from '../../data/contract.ts'
import { inCell } from './value.ts'

const perHundred = /\u00a0in\u00a0100$/

/** "48 % to 100 %", "0.0 to 6.5 in 100" */
export const fromTo = (low: number, high: number, unit: Unit): string => {
  const [from, to] = [low, high].map((value) => inCell({ value, unit, clock: null }))
  return `${from?.replace(perHundred, '')} to ${to}`
}

/** The ends as a table cell says them; a missing one makes a dash. */
export const rangeWords = (low: number | null, high: number | null, unit: Unit): string =>
  low === null || high === null ? '–' : fromTo(low, high, unit)
