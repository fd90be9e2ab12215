/** What the page of escalations takes from which measure. */
import type { Breakdown, Manifest, MeasureFile } from '../data/contract.ts'
import { shareOf } from '../data/shared/shares.ts'
import type { BarsInput, DotsInput } from './charts/input.ts'
import { type Drawn, ofLargest } from './charts/largest.ts'
import { breakdownOf, figureOf, numberIn, numberOf } from './figures.ts'
import { settingOf } from './measure/setting.ts'
import { toldOf } from './measure/told.ts'
import { type Shown, type View, viewOf } from './measure/view.ts'
import { dimensionLabel } from './words/column.ts'
import { sentenceCase } from './words/number.ts'

type Measures = ReadonlyMap<string, MeasureFile>

/** The view of a measure of the release; null where it is not measured. */
export const viewOfMeasure = (id: string, measures: Measures, manifest: Manifest): View | null => {
  const measure = measures.get(id)
  return measure === undefined ? null : viewOf(toldOf(measure, manifest), settingOf(measure, manifest))
}

/** Figures of a view by the ids of their elements, in that order. */
export const pick = (view: View | null, ...ids: string[]): Shown[] =>
  ids.flatMap((id) => view?.figures.find((figure) => figure.id === id) ?? [])

type Row = Breakdown['rows'][number]

const dotOf = (row: Row): DotsInput['dots'] => {
  const rate = numberIn(row, 'rate')
  if (rate === null) return []
  const n = row.counts.rate ?? row.n
  const cell = { is_weighted: false, n, weight: n, squared_weight: n, unknown: 0, unsettled: 0 }
  const { low, high } = shareOf({ ...cell, hits: (rate / 100) * n })
  return [
    {
      label: row.label,
      value: rate,
      low: low === null ? null : low * 100,
      high: high === null ? null : high * 100,
    },
  ]
}

const rateDots =
  (overall: number | null) =>
  ({ by, rows }: Breakdown): DotsInput | null => {
    const dots = rows.flatMap(dotOf).sort((a, b) => (b.value ?? 0) - (a.value ?? 0))
    if (dots.length === 0) return null
    const reference = overall === null ? null : { value: overall, label: 'all services' }
    const of = { unit: 'per_100', item_kind: 'ticket', scale: 'linear' } as const
    return { kind: 'dots', by: dimensionLabel(by), ...of, reference, dots }
  }

/** Escalations per 100 tickets by service with their likely ranges, the highest first; of many services those with the most tickets. Null without a service. */
export const rateByService = (measures: Measures): Drawn<DotsInput> | null => {
  const rate = measures.get('escalation-rate')
  if (rate === undefined) return null
  const overall = numberOf(rate, 'rate_365_days', 'ticket')
  return ofLargest(breakdownOf(rate, 'by_service', 'ticket'), rateDots(overall))
}

/** By which way escalations came in the last 365 days, in shares, the most used first; null where no route is known. */
export const routes = (measures: Measures): BarsInput | null => {
  const measure = measures.get('right-route')
  const bars = (measure?.definition.figures ?? [])
    .filter(({ id }) => id.startsWith('route_'))
    .flatMap(({ id, label }) => {
      const figure = measure && figureOf(measure, `${id}_365_days`, 'escalation')
      return figure?.value == null
        ? []
        : [{ label: sentenceCase(label.replace(/^came /, '')), value: figure.value }]
    })
    .sort((a, b) => b.value - a.value)
  return bars.length === 0
    ? null
    : { kind: 'bars', by: 'Route', unit: 'share', item_kind: 'escalation', bars }
}
