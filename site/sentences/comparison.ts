/** A figure beside those of the period before and of the same period a year before, of a week by the week of term. */
import type { Manifest, Point, Series } from '../../data/contract.ts'
import { yearBefore } from '../../data/shared/terms.ts'
import { completePoints } from '../figures.ts'
import { period } from '../words/date.ts'
import { points as inPoints } from '../words/number.ts'
import { inCell, items } from '../words/value.ts'
import { isFew } from './few.ts'

const dayMilliseconds = 86_400_000

/** `label` "September 2026", `words` "75 %", `since` "−3 points since", `of` "of 53 escalations". */
export type Compared = { label: string; words: string; since: string; of: string; value: number | null }

/** Where no term tells, the year before a week is so many days before. */
const daysOfYear = 364

const signed = (change: number, digits: number): string =>
  `${change < 0 ? '−' : '+'}${Math.abs(change).toFixed(digits)}`

const difference = (latest: number, earlier: number, unit: Series['unit']): string => {
  const change = latest - earlier
  const digits = { share: 2, per_100: 1 }[unit as string] ?? 0
  if (Number(change.toFixed(digits)) === 0) return 'no change since'
  if (unit === 'share') return `${inPoints(change)} since`
  return `${signed(change, digits)}${unit === 'per_100' ? ' in 100' : ''} since`
}

const nothing = { words: '–', of: '', value: null }

type Latest = Pick<Point, 'n'> & { value: number }

const sinceOf = (latest: Latest, { n }: Point, value: number, unit: Series['unit']): string => {
  if (unit === 'items') return difference(latest.value, value, unit)
  if (isFew(n)) return 'too few to compare'
  return isFew(latest.n) ? 'too few now to compare' : difference(latest.value, value, unit)
}

const beside = (latest: Latest, point: Point | undefined, series: Series, name: string): Compared => {
  if (point === undefined) return { ...nothing, label: name, since: 'no figure' }
  const label = period(point, series.period)
  const { value, n } = point
  if (value === null)
    return { ...nothing, label, since: n === 0 ? items(0, series.item_kind) : 'too few to tell' }
  return {
    label,
    words: inCell({ value, unit: series.unit, clock: null }),
    since: sinceOf(latest, point, value, series.unit),
    of: series.unit === 'items' ? '' : `of ${items(n, series.item_kind)}`,
    value,
  }
}

/** What the year before is called: by terms only where they tell which week it is. */
const yearBeforeName = (from: string, before: string, kind: Series['period']): string => {
  const days = (Date.parse(from) - Date.parse(before)) / dayMilliseconds
  const isByTerm = kind === 'week' && days !== daysOfYear
  return `The same ${kind} ${isByTerm ? 'of last academic year' : 'a year before'}`
}

/** The period before and the same a year before, beside the latest complete one; empty where there is none. */
export const comparisons = (series: Series, terms: Manifest['terms']): Compared[] => {
  const latest = completePoints(series).at(-1)
  if (latest === undefined) return []
  const complete = series.points.filter((point) => point.is_complete)
  const before = complete[complete.findIndex(({ from }) => from === latest.from) - 1]
  const firstDay = yearBefore(latest.from, series.period, terms)
  const lastYear = complete.find(({ from }) => from === firstDay)
  return [
    beside(latest, before, series, `The ${series.period} before`),
    beside(latest, lastYear, series, yearBeforeName(latest.from, firstDay, series.period)),
  ]
}
