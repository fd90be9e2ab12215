import type { Definition, MeasureFile, Series, StaffPromise } from '../../../data/contract.ts'
import { type Term, yearBefore } from '../../../data/shared/terms.ts'
import type { Promised } from '../../config/words.ts'
import { againstUsual } from './against-usual.ts'
import { completePoints, mainSeries } from './main-series.ts'
import { partOf } from './part.ts'
import { roughCount } from './rounding.ts'
import { roughShareOf } from './share.ts'

export interface Setting {
  /** What counts are rounded to. */
  readonly base: number
  readonly terms: readonly Term[]
}

type Told = Omit<StaffPromise, 'id' | 'measure' | 'can_be_told'>

const untold: Told = {
  figure: null,
  item_kind: null,
  period: null,
  from: null,
  to: null,
  share: null,
  count: null,
  year_before: null,
  against_usual: null,
}

/** The direction that is better for a figure of a measure. */
const goodOf = ({ definition }: MeasureFile, id: string): Definition['good'] =>
  definition.figures.find((figure) => figure.id === id)?.good ?? definition.good

/** A share over time: its last complete period, and the same a year before. */
function ofSeries(measure: MeasureFile, series: Series, { base, terms }: Setting): Told {
  const points = completePoints(series)
  const last = points.at(-1)
  if (last === undefined) return untold
  const { id, unit, item_kind, period } = series
  const share = (point: typeof last) => roughShareOf(partOf({ ...point, unit }, measure, id), base)
  const before = points.find(({ from }) => from === yearBefore(last.from, period, terms))
  const rough = share(last)
  return {
    figure: id,
    item_kind,
    period,
    from: last.from,
    to: last.to,
    share: rough,
    count: roughCount(last.n, base),
    year_before: before === undefined ? null : share(before),
    against_usual: rough === null ? null : againstUsual(series, goodOf(measure, id)),
  }
}

const nowOf = ({ figures, headline }: MeasureFile, id: string): number | null =>
  figures.find((one) => one.id === id && one.item_kind === headline?.item_kind && one.scope === 'all')
    ?.value ?? null

/** What is open now, and how much of it has an owner. */
function ofLoad(measure: MeasureFile, { base }: Setting): Told {
  const [open, owned] = [nowOf(measure, 'open_now'), nowOf(measure, 'owned_now')]
  if (measure.headline === null || open === null || owned === null) return untold
  const share = roughShareOf({ hits: owned, n: open }, base)
  const { item_kind } = measure.headline
  return { ...untold, figure: 'owned_now', item_kind, share, count: roughCount(open, base) }
}

/** A number of things that are no items, such as issues: it has no share. */
function ofCount({ headline }: MeasureFile, { base }: Setting): Told {
  if (headline?.value == null) return untold
  return { ...untold, figure: headline.id, count: roughCount(headline.value, base) }
}

/** By the measure, where it is no share over time. What was changed stands with its effects in a list of its own. */
const others: Readonly<Record<string, (measure: MeasureFile, setting: Setting) => Told>> = {
  'owner-load': ofLoad,
  recurring: ofCount,
  improvements: () => untold,
}

function toldOf(measure: MeasureFile, setting: Setting): Told {
  const other = others[measure.id]
  if (other !== undefined) return other(measure, setting)
  const series = mainSeries(measure)
  return series === null ? untold : ofSeries(measure, series, setting)
}

/** How a promise is kept, by the measure that it is held against; by none where there is none. */
export function staffPromise(
  { id, measure }: Promised,
  file: MeasureFile | undefined,
  setting: Setting,
): StaffPromise {
  if (file === undefined) return { id, measure, can_be_told: null, ...untold }
  return { id, measure, can_be_told: file.can_be_told.answer, ...toldOf(file, setting) }
}
