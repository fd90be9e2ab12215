/** The filters of a measure's page, made at build from the release and the index of its cells. */
import type { CellsIndex, Manifest, MeasureFile, Series } from '../../data/contract.ts'
import { pairedDimensions } from '../../data/shared/cells.ts'
import { encode } from '../../data/shared/cells-code.ts'
import type { Setting } from '../measure/setting.ts'
import type { Told, ToldShare, ToldTime } from '../measure/told.ts'
import { dimensionLabel } from '../words/column.ts'
import { placeFrom } from './days.ts'
import { periodsOf, recentOf } from './make-periods.ts'
import type { CellPeriod, FilterDimension, FilterSpec, Span, SpecShare, SpecTime } from './spec.ts'
import { encodeValues } from './values.ts'

export type SpecSource = {
  measure: MeasureFile
  told: Told
  setting: Setting
  index: CellsIndex
  manifest: Manifest
  cells: string
}

const periods = ['week', 'month'] as const

const firstOf = ({ periods: { week, month } }: CellsIndex): FilterSpec['first'] => ({
  week: week[0] ?? '',
  month: month[0] ?? '',
})

const spanOf = ({ points, unit }: Series, period: CellPeriod, first: string, isMain: boolean): Span => ({
  from: placeFrom(period, first, points[0]?.from ?? first),
  count: points.length,
  incomplete: points.flatMap(({ is_complete }, place) => (is_complete ? [] : [place])),
  values: encodeValues(
    points.map(({ value }) => (value === null ? null : value / (unit === 'per_100' ? 100 : 1))),
  ),
  n: isMain ? encode(points.map(({ n }) => n)) : '',
})

const isSeries = (
  one: Series,
  { id, item_kind }: Pick<Series, 'id' | 'item_kind'>,
  period: CellPeriod,
): boolean =>
  one.id === id &&
  one.item_kind === item_kind &&
  one.period === period &&
  one.scope === 'all' &&
  one.of === null

const spansOf = ({ series }: ToldShare, { measure, index, setting }: SpecSource): SpecShare['spans'] => {
  const { headline } = setting
  const isMain = headline?.id === series.id && headline.item_kind === series.item_kind
  const wanted = series.item_kind === 'ticket' ? periods : (['month'] as const)
  return Object.fromEntries(
    wanted.flatMap((period) => {
      const found = measure.series.find((one) => isSeries(one, series, period))
      return found === undefined ? [] : [[period, spanOf(found, period, firstOf(index)[period], isMain)]]
    }),
  )
}

type Named = Pick<CellsIndex['series'][number], 'part' | 'id' | 'item_kind'>

const placeOf = ({ index, measure }: SpecSource, { part, id, item_kind }: Named): number | null => {
  const place = index.series.findIndex(
    (one) => one.part === part && one.measure === measure.id && one.id === id && one.item_kind === item_kind,
  )
  return place < 0 ? null : place
}

const shareOf = (share: ToldShare, source: SpecSource): SpecShare => {
  const { label, good, isWeighted, series } = share
  const { id, item_kind, unit } = series
  return {
    series: placeOf(source, { part: 'share', id, item_kind }),
    id,
    item_kind,
    label,
    good,
    isWeighted,
    unit,
    spans: spansOf(share, source),
  }
}

const timeOf = ({ id, item_kind, clock, label }: ToldTime, source: SpecSource): SpecTime => ({
  series: placeOf(source, { part: 'time', id, item_kind }),
  id,
  item_kind,
  clock,
  label,
})

const isOffered = (id: string): boolean => (pairedDimensions as readonly string[]).includes(id)

/** Where all items have one value there is nothing to choose. */
const dimensionsOf = ({ dimensions }: CellsIndex): FilterDimension[] =>
  dimensions
    .filter(({ id, values }) => isOffered(id) && values.length > 1)
    .map(({ id, values }) => ({ id, label: dimensionLabel(id), values }))

const gapsOf = (places: readonly number[]): string =>
  encode(places.map((place, index) => place - (places[index - 1] ?? -1) - 1))

/** Null where nothing of the measure is in cells, or there is nothing to choose. */
export const specOf = (source: SpecSource): FilterSpec | null => {
  const { told, setting, index, manifest, measure, cells } = source
  const recent = recentOf(manifest)
  const shares = told.shares.map((share) => shareOf(share, source))
  const times = told.times.map((time) => timeOf(time, source))
  const dimensions = dimensionsOf(index)
  if ([...shares, ...times].every(({ series }) => series === null) || dimensions.length === 0) return null
  const ids = dimensions.map(({ id }) => id)
  return {
    setting,
    cells,
    dimensions,
    pairs: index.pairs
      .filter((pair) => pair.dimensions.every((id) => ids.includes(id)))
      .map((pair) => ({ dimensions: pair.dimensions, values: pair.values.map(gapsOf) })),
    items_in_a_pair: index.items_in_a_pair,
    has_pairs_left_out: index.pairs_left_out > 0,
    periods: periodsOf(measure, recent),
    first: firstOf(index),
    recent,
    shares,
    times,
  }
}

/** As a page carries it: safe within HTML. */
export const islandOf = (spec: FilterSpec): string => JSON.stringify(spec).replaceAll('<', '\\u003c')
