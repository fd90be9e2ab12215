/** What the page of escalations takes from which measure. */
import type { Breakdown, Manifest, MeasureFile } from '../data/contract.ts'
import { shareOf } from '../data/shared/shares.ts'
import type { BarsInput, DotsInput } from './charts/input.ts'
import { breakdownOf, figureOf, numberOf } from './figures.ts'
import { toldOf } from './measure/told.ts'
import { type Setting, type Shown, type View, viewOf } from './measure/view.ts'
import { asKnown } from './sentences/freshness.ts'
import { dimensionLabel } from './words/column.ts'
import { sentenceCase } from './words/number.ts'

type Measures = ReadonlyMap<string, MeasureFile>

/** The view of a measure of the release; null where it is not measured. */
export const viewOfMeasure = (id: string, measures: Measures, manifest: Manifest): View | null => {
  const measure = measures.get(id)
  if (measure === undefined) return null
  const { headline } = measure
  const setting: Setting = {
    measure: id,
    headline: headline && { id: headline.id, item_kind: headline.item_kind },
    changes: manifest.changes,
    terms: manifest.terms,
    known: asKnown(measure.known_until, manifest),
  }
  return viewOf(toldOf(measure, manifest), setting)
}

/** Figures of a view by the ids of their elements, in that order. */
export const pick = (view: View | null, ...ids: string[]): Shown[] =>
  ids.flatMap((id) => view?.figures.find((figure) => figure.id === id) ?? [])

type Row = Breakdown['rows'][number]

const dotOf = (row: Row): DotsInput['dots'] => {
  const { rate } = row.values
  if (typeof rate !== 'number') return []
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

const mostServices = 20

/** Escalations per 100 tickets by service with their likely ranges, the highest first; null without a service. */
export const rateByService = (measures: Measures): DotsInput | null => {
  const rate = measures.get('escalation-rate')
  const breakdown = rate && breakdownOf(rate, 'by_service', 'ticket')
  const dots = (breakdown?.rows ?? []).flatMap(dotOf).sort((a, b) => (b.value ?? 0) - (a.value ?? 0))
  if (breakdown == null || rate === undefined || dots.length === 0) return null
  const overall = numberOf(rate, 'rate_365_days', 'ticket')
  return {
    kind: 'dots',
    by: dimensionLabel(breakdown.by),
    unit: 'per_100',
    item_kind: 'ticket',
    scale: 'linear',
    reference: overall === null ? null : { value: overall, label: 'all services' },
    dots: dots.slice(0, mostServices),
  }
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
