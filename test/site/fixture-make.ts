/** Small makers of published things, with a seeded wobble. */
import type { Breakdown, Clock, Figure, ItemKind, Point, Series, Unit } from '../../data/contract.ts'

const dayMilliseconds = 86_400_000
const iso = (at: number): string => new Date(at).toISOString().slice(0, 10)

/** A number from 0 to 1 that depends on its seed alone. */
export const wobble = (seed: number): number => {
  const value = Math.sin(seed * 12.9898) * 43758.5453
  return value - Math.floor(value)
}

export const figure = (
  id: string,
  kind: ItemKind,
  unit: Unit,
  value: number | null,
  rest: Partial<Figure> = {},
): Figure => ({
  id,
  item_kind: kind,
  scope: 'all',
  clock: null,
  unit,
  value,
  n: 0,
  low: null,
  high: null,
  is_at_least: false,
  ...rest,
})

/** An interval around a share, as wide as its n makes it. */
const around = (share: number, n: number): { low: number; high: number } => {
  const half = 1.96 * Math.sqrt((share * (1 - share) + 0.02) / Math.max(n, 1))
  return { low: Math.max(0, share - half), high: Math.min(1, share + half) }
}

export const sharePoint = (from: string, to: string, done: number, n: number, isComplete: boolean): Point =>
  n === 0
    ? { from, to, value: null, n, low: null, high: null, is_complete: isComplete }
    : { from, to, value: done / n, n, ...around(done / n, n), is_complete: isComplete }

/** Mondays and Sundays of `count` weeks, the last of which still runs on 2026-11-20. */
export const weeks = (count: number): { from: string; to: string; isLast: boolean }[] => {
  const last = Date.parse('2026-11-16T00:00:00Z')
  return Array.from({ length: count }, (_, index) => {
    const from = last - (count - 1 - index) * 7 * dayMilliseconds
    return { from: iso(from), to: iso(from + 6 * dayMilliseconds), isLast: index === count - 1 }
  })
}

/** First and last days of `count` months, the last of which is November 2026. */
export const months = (count: number): { from: string; to: string; isLast: boolean }[] =>
  Array.from({ length: count }, (_, index) => ({
    from: iso(Date.UTC(2026, 10 - (count - 1 - index), 1)),
    to: iso(Date.UTC(2026, 11 - (count - 1 - index), 0)),
    isLast: index === count - 1,
  }))

export const series = (
  id: string,
  kind: ItemKind,
  unit: Unit,
  period: Series['period'],
  points: Point[],
  of: string | null = null,
): Series => ({
  chart: null,
  id,
  item_kind: kind,
  scope: 'all',
  clock: null,
  period,
  unit,
  of,
  points,
})

export const counts = (
  kind: ItemKind,
  id: string,
  at: (week: number) => number,
  of: string | null = null,
): Series =>
  series(
    id,
    kind,
    'items',
    'week',
    weeks(110).map(({ from, to, isLast }, index) => {
      const value = Math.round(at(index))
      return { from, to, value, n: value, low: null, high: null, is_complete: !isLast }
    }),
    of,
  )

export const column = (id: string, unit: Unit, clock: Clock | null = null): Breakdown['columns'][number] => ({
  id,
  unit,
  clock,
})
