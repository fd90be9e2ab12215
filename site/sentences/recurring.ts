/** The sentences of `recurring`, from its figures and groups. */
import type { Breakdown, MeasureFile } from '../../data/contract.ts'
import { breakdownOf } from '../figures.ts'
import { count, number, sentenceCase } from '../words/number.ts'

type Row = Breakdown['rows'][number]

const numberIn = (row: Row, column: string): number | null => {
  const value = row.values[column]
  return typeof value === 'number' ? value : null
}

/** The groups with a ticket in the window, most tickets first. */
export const activeGroups = (measure: MeasureFile): Row[] =>
  (breakdownOf(measure, 'groups', 'ticket')?.rows ?? [])
    .filter((row) => (numberIn(row, 'tickets_in_window') ?? 0) > 0)
    .sort((a, b) => (numberIn(b, 'tickets_in_window') ?? 0) - (numberIn(a, 'tickets_in_window') ?? 0))

/** How many issues recur now. */
export const active = (measure: MeasureFile): string | null => {
  const value = measure.headline?.value ?? null
  if (value === null) return null
  return value === 0
    ? 'No recurring issue had a ticket in the last 28 days.'
    : `${sentenceCase(count(value, 'recurring issue'))} had a ticket in the last 28 days.`
}

/** The most active of them, with its counts and nothing more. */
export const mostActive = (measure: MeasureFile): string | null => {
  const [first] = activeGroups(measure)
  const now = first === undefined ? null : numberIn(first, 'tickets_in_window')
  if (first === undefined || now === null) return null
  const before = numberIn(first, 'tickets_before')
  const past = before === null ? '' : `, after ${number(before)} in the 84 days before`
  return `The most active is “${first.label}”: ${count(now, 'ticket')} in the last 28 days${past}.`
}
