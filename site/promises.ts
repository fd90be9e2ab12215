/** The rows of the promise board. */
import type { Manifest, MeasureFile, Point } from '../data/contract.ts'
import { completePoints, seriesOf } from './figures.ts'
import { labelOf } from './sentences/board.ts'
import { whyNoHeadline } from './sentences/telling.ts'
import { period } from './words/date.ts'
import { number } from './words/number.ts'
import { inCell, noun } from './words/value.ts'

type Shown = { words: string; note: string }

export type BoardRow = {
  id: string
  sentence: string
  measure: string
  title: string | null
  /** The figure of the last complete period or of now; null where there is none, and `why` says why. */
  now: (Shown & { figure: string; value: number }) | null
  before: Shown | null
  why: string | null
  isMeasured: boolean
  points: (Point & { value: number })[]
}

/** The series that shows a headline over time, where it has another id than the headline. */
const seriesOfHeadline: Record<string, string> = { open_now: 'open_at_end' }

const whatIsCounted: Record<string, string> = {
  open_now: 'tickets open now',
  active: 'issues active lately',
  worked: 'worked so far, of all changes and actions',
}

const empty = { now: null, before: null, points: [] }

const measuredRow = (
  measure: MeasureFile,
  manifest: Manifest,
): Pick<BoardRow, 'now' | 'before' | 'why' | 'points'> => {
  const headline = measure.headline
  if (headline === null || headline.value === null) return { ...empty, why: whyNoHeadline(measure) }
  const { value, unit, clock, item_kind } = headline
  const series = seriesOf(measure, seriesOfHeadline[headline.id] ?? headline.id, item_kind)
  const points = completePoints(series)
  const last = points.at(-1)
  const isOfPeriod = (unit === 'share' || unit === 'per_100') && series !== null && last !== undefined
  const label = labelOf(measure, headline.id, manifest)
  const note = isOfPeriod
    ? `${label === null ? '' : `${label}; `}of ${number(headline.n)} ${noun(item_kind, headline.n)}, ${period(last, series.period)}`
    : (whatIsCounted[headline.id] ?? `${noun(item_kind, 2)}, now`)
  const earlier = points.at(isOfPeriod ? -2 : -1)
  const before =
    series === null || earlier === undefined
      ? null
      : {
          words: inCell({ value: earlier.value, unit, clock }),
          note: `${series.period === 'week' && !isOfPeriod ? 'end of ' : ''}${period(earlier, series.period)}`,
        }
  return {
    now: { words: inCell({ value, unit, clock }), note, figure: headline.id, value },
    before,
    why: null,
    points: points.slice(-26),
  }
}

/** Told first, then what cannot be told, then what nobody measures yet. */
const rank = (row: BoardRow): number => (row.now !== null ? 0 : row.isMeasured ? 1 : 2)

/** One row a promise: measured ones first, in the institution's order. */
export const boardRows = (manifest: Manifest, measures: ReadonlyMap<string, MeasureFile>): BoardRow[] => {
  const rows = [...manifest.promises]
    .sort((a, b) => a.order - b.order)
    .map(({ id, sentence, measure: measureId }): BoardRow => {
      const measure = measures.get(measureId)
      const told =
        measure === undefined ? { ...empty, why: 'Not measured yet.' } : measuredRow(measure, manifest)
      return {
        id,
        sentence,
        measure: measureId,
        title: measure?.definition.title ?? null,
        isMeasured: measure !== undefined,
        ...told,
      }
    })
  return rows.sort((a, b) => rank(a) - rank(b))
}
