/** Where teams stand apart from what is usual among them, and where work piles up. */
import type { Breakdown, ItemKind, Manifest, MeasureFile } from '../data/contract.ts'
import { breakdownOf, numberOf } from './figures.ts'
import { withFixedTime } from './measure/told.ts'

export type Departure = {
  team: string
  measure: string
  title: string
  /** In the measure's own words. */
  label: string
  item_kind: ItemKind
  figure: string
  value: number
  unit: Breakdown['columns'][number]['unit']
  n: number
  /** The same share of everything, also of what has no team, over the same time. */
  overall: number | null
  /** Beside what is usual among the teams. */
  stands: 'higher' | 'lower'
  /** Null where neither way is better. */
  isWorse: boolean | null
}

const kinds = ['escalation', 'ticket'] as const
const suffix = '_stands'

const ofColumn = (
  measure: MeasureFile,
  breakdown: Breakdown,
  id: string,
  manifest: Manifest,
): Departure[] => {
  const figure = measure.definition.figures.find((candidate) => candidate.id === id)
  const unit = breakdown.columns.find((column) => column.id === id)?.unit ?? 'share'
  return breakdown.rows.flatMap((row) => {
    const stands = row.values[`${id}${suffix}`]
    const value = row.values[id]
    if ((stands !== 'higher' && stands !== 'lower') || typeof value !== 'number' || figure === undefined)
      return []
    return [
      {
        team: row.label,
        measure: measure.id,
        title: measure.definition.title,
        label: withFixedTime(figure.label, measure.id, manifest),
        item_kind: breakdown.item_kind,
        figure: id,
        value,
        unit,
        n: row.counts[id] ?? row.n,
        stands,
        overall: numberOf(measure, `${id}_365_days`, breakdown.item_kind),
        isWorse: figure.good === 'neutral' ? null : (figure.good === 'high') === (stands === 'lower'),
      },
    ]
  })
}

const ofMeasure = (measure: MeasureFile, manifest: Manifest): Departure[] =>
  kinds.flatMap((kind) => {
    const breakdown = breakdownOf(measure, 'by_team', kind)
    if (breakdown === null) return []
    return breakdown.columns
      .filter(({ id }) => breakdown.columns.some((column) => column.id === `${id}${suffix}`))
      .flatMap(({ id }) => ofColumn(measure, breakdown, id, manifest))
  })

/** Every departure of a team, those for the worse first. */
export const departures = (measures: ReadonlyMap<string, MeasureFile>, manifest: Manifest): Departure[] =>
  [...measures.values()]
    .flatMap((measure) => ofMeasure(measure, manifest))
    .sort((a, b) => Number(b.isWorse === true) - Number(a.isWorse === true) || a.team.localeCompare(b.team))

export type Balance = { team: string; open: number; arrived: number; departed: number }

/** Two Poisson counts differ by chance by more than this many standard deviations in 1 of 100 comparisons. */
const clear = 2.576

const balanceOf = ({ label, values }: Breakdown['rows'][number]): Balance[] => {
  const { open_now: open, arrived_28_days: arrived, departed_28_days: departed } = values
  if (typeof arrived !== 'number' || typeof departed !== 'number') return []
  return [{ team: label, open: typeof open === 'number' ? open : 0, arrived, departed }]
}

/** Teams at which clearly more tickets arrived than left in 28 days; null where no team's are known. */
export const pilingUp = (load: MeasureFile | null): Balance[] | null => {
  const known = ((load && breakdownOf(load, 'by_team', 'ticket')?.rows) ?? []).flatMap(balanceOf)
  if (known.length === 0) return null
  return known
    .filter(({ arrived, departed }) => arrived - departed > clear * Math.sqrt(arrived + departed))
    .sort((a, b) => b.arrived - b.departed - (a.arrived - a.departed))
}

export type Unowned = { team: string; open: number; unowned: number }

const fewestOpen = 10

/** Teams of which most open tickets have no owner, of at least ten. */
export const mostlyUnowned = (load: MeasureFile | null): Unowned[] =>
  ((load && breakdownOf(load, 'by_team', 'ticket')?.rows) ?? []).flatMap(({ label, values }) => {
    const { open_now: open, unowned_now: unowned } = values
    if (typeof open !== 'number' || typeof unowned !== 'number') return []
    return open >= fewestOpen && unowned > open / 2 ? [{ team: label, open, unowned }] : []
  })

/** Whether any team is held against the others: whether in some figure there are teams and items enough. */
export const areJudged = (measures: ReadonlyMap<string, MeasureFile>): boolean =>
  [...measures.values()]
    .flatMap(({ breakdowns }) => breakdowns.filter(({ id }) => id === 'by_team'))
    .some(({ rows }) =>
      rows.some(({ values }) =>
        Object.entries(values).some(
          ([column, value]) => column.endsWith(suffix) && typeof value === 'string' && value !== 'too_few',
        ),
      ),
    )
