/** A share over all complete periods of a stretch together, and over the same ones a year before. */
import type { Point, Series } from '../../data/contract.ts'
import { mergeShares, type ShareCell } from '../../data/shared/shares.ts'
import type { ToldShare } from '../measure/told.ts'
import { type Compared, comparisons } from '../sentences/comparison.ts'
import { type Headline, headlineOf } from '../sentences/headline.ts'
import { period, shortDay } from '../words/date.ts'
import { items } from '../words/value.ts'
import { type CountedShare, estimateOf, scaleOf } from './counted.ts'
import type { YearBefore } from './year-before.ts'

type Part = { point: Point; cell: ShareCell }

/** The complete periods of a share, each with its cell. */
const completeOf = ({ told, cells }: CountedShare): Part[] =>
  told.series.points.flatMap((point, place) => {
    const cell = cells[place]
    return point.is_complete && cell !== undefined ? [{ point, cell }] : []
  })

/** "October 2026", "October 2025 to September 2026", "22 Sept 2025 to 20 Sept 2026" */
const spanWords = (first: Point, last: Point, kind: Series['period']): string => {
  if (first.from === last.from) return period(first, kind)
  return kind === 'month'
    ? `${period(first, kind)} to ${period(last, kind)}`
    : `${shortDay(first.from)} to ${shortDay(last.to)}`
}

type Whole = { point: Point; isAtLeast: boolean }

const wholeOf = (parts: readonly Part[], series: Series): Whole | null => {
  const [first, last] = [parts[0]?.point, parts.at(-1)?.point]
  if (first === undefined || last === undefined) return null
  const { isAtLeast, ...estimate } = estimateOf(mergeShares(parts.map(({ cell }) => cell)), scaleOf(series))
  const label = spanWords(first, last, series.period)
  return { point: { label, from: first.from, to: last.to, ...estimate, is_complete: true }, isAtLeast }
}

/** The whole as a series of one or two points, of which sentences are written as of any other. */
const asSeries = (told: ToldShare, wholes: readonly Whole[]): ToldShare => ({
  ...told,
  series: { ...told.series, period: 'year', points: wholes.map(({ point }) => point) },
})

const atLeast = (text: string, { point, isAtLeast }: Whole, kind: Series['item_kind']): string => {
  const said = items(point.n, kind)
  return isAtLeast ? text.replace(said, `at least ${said}`) : text
}

/** The large number of a stretch; null where none of its periods is complete. */
export const wholeHeadline = (counted: CountedShare): Headline | null => {
  const whole = wholeOf(completeOf(counted), counted.told.series)
  const headline = whole && headlineOf(asSeries(counted.told, [whole]))
  if (whole === null || headline === null) return null
  return { ...headline, label: atLeast(headline.label, whole, counted.told.series.item_kind) }
}

/** The same complete periods of the year before, of those that `all` has. */
const partsBefore = (parts: readonly Part[], all: CountedShare, yearBefore: YearBefore): Part[] => {
  const wanted = new Set(parts.map(({ point }) => yearBefore(point.from, all.told.series.period)))
  return completeOf(all).filter(({ point }) => wanted.has(point.from))
}

/** The stretch beside the same of the year before; nothing where either has no value. */
export const wholeComparisons = (
  counted: CountedShare,
  all: CountedShare,
  yearBefore: YearBefore,
): Compared[] => {
  const parts = completeOf(counted)
  const { series } = counted.told
  const [now, before] = [wholeOf(parts, series), wholeOf(partsBefore(parts, all, yearBefore), series)]
  if (now === null || before === null) return []
  const [compared] = comparisons(asSeries(counted.told, [before, now]).series, [])
  return compared === undefined ? [] : [{ ...compared, of: atLeast(compared.of, before, series.item_kind) }]
}
