import { dayAfter, dayOf, weekdayOf } from './clock.ts'
import type { World } from './world.ts'

export const periods = ['week', 'month', 'term', 'year'] as const
export type Period = (typeof periods)[number]

/** Local days, the last one included. */
export interface Span {
  readonly from: string
  readonly to: string
}

const yearLater = (day: string, years = 1): string => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`

/** Academic years: from their first term until the next year's, else from 1 August. */
function yearOf({ terms }: World, day: string): Span | null {
  if (terms.length === 0) {
    const from = `${day.slice(0, 4)}-08-01`
    const begins = day < from ? yearLater(from, -1) : from
    return { from: begins, to: dayAfter(yearLater(begins), -1) }
  }
  const years = [...new Set(terms.map(({ year }) => year))]
  const begins = years.map((year) => terms.filter((term) => term.year === year).map(({ from }) => from).sort()[0] ?? '').sort() // biome-ignore format: a line
  const from = begins.findLast((one) => one <= day)
  if (!from) return null
  const next = begins.find((one) => one > from) ?? yearLater(from)
  return { from, to: dayAfter(next, -1) }
}

/** The period that a local day is in; days between terms are in no term. */
export function periodOf(world: World, period: Period, day: string): Span | null {
  if (period === 'week') {
    const from = dayAfter(day, 1 - weekdayOf(day))
    return { from, to: dayAfter(from, 6) }
  }
  if (period === 'month') {
    const from = `${day.slice(0, 8)}01`
    return { from, to: dayAfter(`${dayAfter(from, 31).slice(0, 8)}01`, -1) }
  }
  if (period === 'year') return yearOf(world, day)
  const term = world.terms.find(({ from, to }) => from <= day && day <= to)
  return term ? { from: term.from, to: term.to } : null
}

/** Whether a day is one of the 365 up to an instant's. */
export const isRecent = (day: string, knownUntil: number): boolean => day > dayAfter(dayOf(knownUntil), -365)
