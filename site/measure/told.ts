/** What is told of one measure, whether of everything, as the release has it, or of what a filter leaves. */
import type {
  Clock,
  Curve,
  Definition,
  Figure,
  ItemKind,
  Manifest,
  MeasureFile,
  Series,
} from '../../data/contract.ts'
import { curveOf, figureOf, seriesOf } from '../figures.ts'

export type Good = Definition['good']
export type Quantile = Pick<Figure, 'value' | 'n' | 'low' | 'high' | 'is_at_least'>

/** A share over time, by the period that its kind is charted by. */
export type ToldShare = {
  /** In the measure's own words, e.g. "acknowledged within 1 business day". */
  label: string
  good: Good
  /** Whether it is a share of weights, as of time, and not of items. */
  isWeighted: boolean
  series: Series
}

/** How long something takes, on one clock. */
export type ToldTime = {
  id: string
  item_kind: ItemKind
  clock: Clock
  label: string
  /** Null where there is none, or too few to tell. */
  half: Quantile | null
  nine: Quantile | null
  /** Items that were or are waiting. */
  n: number
  /** First day on which they were raised, where it is not all of them. */
  since: string | null
  points: Pick<Curve['points'][number], 'minutes' | 'share'>[]
}

export type Told = { shares: ToldShare[]; times: ToldTime[] }

const kinds = ['escalation', 'ticket'] as const
const clocks = ['elapsed', 'business'] as const

/** A figure's words with its fixed time: "acknowledged within the fixed time" → "acknowledged within 1 business day". */
export const withFixedTime = (label: string, measure: string, manifest: Manifest): string => {
  const fixed = manifest.within[measure]
  return fixed === undefined ? label : label.replace('the fixed time', fixed)
}

type Named = Definition['figures'][number]

const shareOf = (
  measure: MeasureFile,
  { id, label, good, is_weighted: isWeighted }: Named,
  kind: ItemKind,
  manifest: Manifest,
): ToldShare[] => {
  const series = seriesOf(measure, id, kind)
  return series === null
    ? []
    : [{ label: withFixedTime(label, measure.id, manifest), good, isWeighted, series }]
}

/** The figures and the curve of a time `done` are `median`, `p90` and `done_by`; of another, `x_median` and so on. */
const namesOf = (id: string): { half: string; nine: string; curve: string } => {
  const prefix = id === 'done' ? '' : `${id}_`
  return { half: `${prefix}median`, nine: `${prefix}p90`, curve: `${id}_by` }
}

const timeOf = (measure: MeasureFile, { id, label }: Named, kind: ItemKind, clock: Clock): ToldTime[] => {
  const names = namesOf(id)
  const curve = curveOf(measure, names.curve, kind, clock)
  const half = figureOf(measure, names.half, kind, clock)
  const nine = figureOf(measure, names.nine, kind, clock)
  if (curve === null && half === null) return []
  const n = curve?.n ?? half?.n ?? 0
  const since = curve?.from ?? half?.from ?? null
  return [{ id, item_kind: kind, clock, label, half, nine, n, since, points: curve?.points ?? [] }]
}

/** What the release tells of a measure, in the order in which the measure names its figures. */
export const toldOf = (measure: MeasureFile, manifest: Manifest): Told => {
  const named = measure.definition.figures
  return {
    shares: kinds.flatMap((kind) => named.flatMap((figure) => shareOf(measure, figure, kind, manifest))),
    times: kinds.flatMap((kind) =>
      named.flatMap((figure) => clocks.flatMap((clock) => timeOf(measure, figure, kind, clock))),
    ),
  }
}

/** The share of an id and kind. */
export const shareNamed = (told: Told, id: string, kind: ItemKind): ToldShare | null =>
  told.shares.find(({ series }) => series.id === id && series.item_kind === kind) ?? null
